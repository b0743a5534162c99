import type { Records } from '../../service.ts';
import type { OpusWorld } from '../../world/types.ts';
import type { RecordKind } from '../collection.ts';
import type { SoapOperation } from './soap/operation.ts';

/** A module of Opus with what it holds, and its operations behind the SOAP servlet. */
export interface OpusModule {
	readonly operations: readonly SoapOperation[];
	/** Its records for the control API, by kind. */
	readonly kinds: Readonly<Record<string, RecordKind>>;
	/** Forgets everything and takes over a new world. */
	load(world: OpusWorld): void;
	/** All it holds, by kind. */
	state(): Records;
	/** What it would hold had no client written, where something is worked out from that. */
	worldState?(): Records;
}
