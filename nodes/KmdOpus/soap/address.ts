import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readText } from '../../kit/parameters';
import { baseUrlOf } from '../../kit/signing';
import type { SoapOperation } from './operation';

const SERVLET = 'XISOAPAdapter/MessageServlet';

/** Where the credential says nothing: the names that public clients use (contract, section 2.1). */
const DEFAULTS = {
	absenceSenderService: 'KMD_LPT_VACAB_Service_{code}',
	employeeSenderService: 'LPE_Employee_KOM_{code}',
	soapChannel: ':{service}:{interface}',
};

/** A colon is lawful in a query, and KMD's own addresses have it bare. */
const encode = (value: string): string => encodeURIComponent(value).replaceAll('%3A', ':');

const fill = (pattern: string, values: Record<string, string>): string =>
	pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/**
 * The address of an operation, in the form that the credential names: the municipality is part of the sender service (contract, section 2.1).
 * @throws Failure when the credential's base URL is none
 */
export function soapUrl(credentials: ICredentialDataDecryptedObject, operation: SoapOperation): string {
	const setting = (name: keyof typeof DEFAULTS) => readText(credentials[name]) || DEFAULTS[name];
	const code = readText(credentials.municipalityCode);
	const service = fill(setting(`${operation.service}SenderService`), { code });
	const pair = `interface=${encode(operation.interface)}&interfaceNamespace=${encode(operation.interfaceNamespace)}`;
	const queries: Record<string, string> = {
		full: `senderParty=&senderService=${encode(service)}&receiverParty=&receiverService=&${pair}`,
		short: `senderService=${encode(service)}&${pair}`,
		channel: `channel=${encode(fill(setting('soapChannel'), { code, service, interface: operation.interface }))}`,
	};
	const query = queries[readText(credentials.soapAddressing)] ?? queries.full;
	return `${baseUrlOf('SOAP Base URL', credentials.soapBaseUrl)}/${SERVLET}?${query}`;
}
