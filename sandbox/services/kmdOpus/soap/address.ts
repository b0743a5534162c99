import { ServletRefusal, SoapFault } from './answers.ts';
import type { SoapOperation, SoapService } from './operation.ts';

/** Who is spoken to, as the query names it; the channel form names no namespace (kmd-opus.md 2.1). */
export interface Address {
	readonly senderService: string;
	readonly interface: string;
	readonly interfaceNamespace: string | null;
}

const EMPTY_PARTIES = ['senderParty', 'receiverParty', 'receiverService'];

const SENDER_SERVICES: Readonly<Record<SoapService, string>> = {
	absence: 'KMD_LPT_VACAB_Service_',
	employee: 'LPE_Employee_KOM_',
};

/** Reads the full and the short form, or `channel=<party>:<component>:<channel>`, its channel named as the interface. */
export function readAddress(query: string): Address {
	const parameters = new URLSearchParams(query);
	const channel = parameters.get('channel');
	if (channel !== null) {
		const [party, senderService, name, ...more] = channel.split(':');
		if (party !== '' || name === undefined || more.length > 0) throw new SoapFault('Unable to find a sender agreement for the channel.', 'MS.CHANNEL');
		return { senderService, interface: name, interfaceNamespace: null };
	}
	if (EMPTY_PARTIES.some((name) => (parameters.get(name) ?? '') !== '')) {
		throw new SoapFault('Unable to find a sender agreement: no party and no receiver is known by that name.', 'MS.AGREEMENT');
	}
	const [senderService, interfaceName, interfaceNamespace] = ['senderService', 'interface', 'interfaceNamespace'].map(
		(name) => parameters.get(name) ?? '',
	);
	return { senderService, interface: interfaceName, interfaceNamespace };
}

/** The operations behind an address: several where an interface has several roots, none when it is unknown. */
export function operationsAt(address: Address, operations: readonly SoapOperation[]): SoapOperation[] {
	return operations.filter(
		(operation) =>
			operation.interface === address.interface &&
			(address.interfaceNamespace === null || operation.interfaceNamespace === address.interfaceNamespace),
	);
}

/** The sender service carries the municipality, which must be the certificate's: else HTTP 403. */
export function checkSender({ senderService }: Address, municipality: string | null): string {
	const sent = Object.values(SENDER_SERVICES).find((start) => senderService.startsWith(start));
	if (municipality === null || sent === undefined || senderService !== sent + municipality) {
		throw new ServletRefusal(403, 'You are not authorized to use this sender service.');
	}
	return municipality;
}

/** A sender service speaks for its own interfaces only. */
export function checkService({ senderService }: Address, { service }: SoapOperation): void {
	if (!senderService.startsWith(SENDER_SERVICES[service])) {
		throw new SoapFault('Unable to find a sender agreement for sender service and interface.', 'MS.AGREEMENT');
	}
}
