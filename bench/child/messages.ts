/** A call of a function of the module that a child process serves. */
export interface Call {
	name: string;
	args: unknown[];
}

/** What came of it. */
export type Reply = { value: unknown } | { error: string };
