import type { SandboxClock } from './clock.ts';
import type { SwitchBoard, SwitchTable } from './switches.ts';
import type { World } from './world/types.ts';

/** What TLS tells of the caller's certificate. */
export interface ClientCertificate {
	readonly presented: boolean;
	/** Signed by the sandbox's CA and valid today. */
	readonly trusted: boolean;
	/** The certificate's organisational unit: the municipality it stands for. */
	readonly municipality: string | null;
}

/** A part of a form: a text, or a file when it came with a file name. */
export type FormPart =
	| { readonly name: string; readonly text: string }
	| { readonly name: string; readonly fileName: string; readonly mimeType: string; readonly bytes: Buffer };

/** A request as it came over the wire. */
export interface WireRequest {
	readonly method: string;
	/** Path without the query. */
	readonly path: string;
	/** What follows the question mark; empty when there is none. */
	readonly query: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/** As text; that of a form with files has a character a byte (latin1), so that nothing of it is lost. */
	readonly body: string;
	/** The parts of a multipart/form-data body; null when it is none, or is broken. */
	readonly form: readonly FormPart[] | null;
	/** The caller's IP address. */
	readonly remoteAddress: string;
	readonly certificate: ClientCertificate;
}

/** An answer as it goes over the wire. */
export interface WireAnswer {
	readonly status: number;
	readonly body: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** Whether the request changed what the service holds. */
	readonly tookEffect: boolean;
}

/** What a service says when its platform fails, with its content type. */
export type Failure = Pick<WireAnswer, 'body' | 'headers'>;

/** A refusal (or, with type W or I, a remark) of the contract, to be given once on demand of a fault rule. */
export interface BusinessError {
	readonly code?: number;
	readonly type?: string;
	readonly text?: string;
	/** The line it is about, where the service speaks of lines. */
	readonly line?: number;
}

/** Records by kind (`payments`, `transactions`, …), in the shape that the control API's state gives. */
export type Records = Record<string, object[]>;

/** What every service is given to work with. */
export interface ServiceContext {
	readonly clock: SandboxClock;
	readonly switches: SwitchBoard;
}

/** One simulated system. A further one is a folder under `services/` and a line in `registry.ts`. */
export interface SandboxService {
	/** Its name in the control API. */
	readonly name: string;
	/** Starts of its paths, lower case. */
	readonly prefixes: readonly string[];
	/** The open questions of its contract; names without the service's own. */
	readonly switches: SwitchTable;
	/** The wire operation a request names, for the journal and the fault rules. */
	operationOf(request: WireRequest): string;
	/** Carries a request out. */
	answer(request: WireRequest, operation: string, businessError?: BusinessError): WireAnswer;
	/** What comes with an HTTP failure of its platform. */
	failure(status: number, request: WireRequest): Failure;
	/** A SOAP fault of its platform, where the service speaks SOAP; `text` as the fault rule gives it. */
	soapFault?(text?: string): WireAnswer;
	/** Ends every session, where the service has sessions. */
	expireTokens?(): void;
	/** Forgets everything and takes over a new world. */
	load(world: World): void;
	/** All it holds. */
	state(): Records;
	/** All it would hold had no client written anything: the world and what the control API changed in it. */
	worldState(): Records;
	/** Puts records in, by key; throws `ControlError` when one is not understood. */
	upsert(records: Records): void;
	/** Takes records out, by key. */
	remove(keys: Records): void;
}

/** A control request that cannot be carried out; its message goes to whoever asked. */
export class ControlError extends Error {}
