import path from 'node:path';

import { startSandbox } from './servers.ts';
import { fullKeyOf } from './services/lina/apiKeys.ts';
import { MUNICIPALITY, PKCS12_PASSPHRASE } from './tls/certificates.ts';
import { DEFAULT_WORLD } from './world/makeWorld.ts';

function portFrom(name: string, fallback: number): number {
	const port = Number(process.env[name] ?? fallback);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new Error(`${name} must be a port number (0 for any free port).`);
}

const running = await startSandbox({
	httpsPort: portFrom('SANDBOX_HTTPS_PORT', 7443),
	mtlsPort: portFrom('SANDBOX_MTLS_PORT', 7444),
	controlPort: portFrom('SANDBOX_CONTROL_PORT', 7080),
	certs: path.resolve(process.env.SANDBOX_CERTS ?? path.join(import.meta.dirname, '.certs')),
});
const { httpsPort, mtlsPort, controlPort, certs } = running;

process.stdout.write(
	[
		`SANDBOX READY ${JSON.stringify({ httpsPort, mtlsPort, controlPort, certs })}`,
		`Page and control API   http://localhost:${controlPort}/`,
		`Capitech               https://localhost:${httpsPort}/capitech   user sandbox, password sandbox, client 100 (and 200)`,
		`KMD Opus (JSON)        https://localhost:${httpsPort}/lpe   municipality ${MUNICIPALITY}, client certificate required`,
		`KMD Opus (SOAP)        https://localhost:${httpsPort}/XISOAPAdapter/MessageServlet   sender services KMD_LPT_VACAB_Service_${MUNICIPALITY}, LPE_Employee_KOM_${MUNICIPALITY}`,
		`LINA                   https://localhost:${httpsPort}/lina   API key ${fullKeyOf(DEFAULT_WORLD.seed)} (of seed ${DEFAULT_WORLD.seed})`,
		`STAR A-kasse           https://localhost:${httpsPort}/star/akasse   organisation type 2, code 901, client certificate required`,
		`STAR code lists        https://localhost:${httpsPort}/star/codelists   the same`,
		`STAR Jobagent          https://localhost:${httpsPort}/star/jobagent   organisation type 100, code STAR, client certificate required`,
		`Certificate at the handshake: the same paths at https://localhost:${mtlsPort}`,
		`Certificates           ${certs} (client.p12 has the passphrase ${PKCS12_PASSPHRASE})`,
		'',
	].join('\n'),
);

const stop = (): void => {
	void running.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
