import type { Call, Reply } from './messages.ts';

/** A process of its own for one side of a comparison: it calls the functions of one module when its parent asks, one at a time. */
const side = (await import(process.argv[2])) as Record<string, (...args: unknown[]) => unknown>;

const answer = async ({ name, args }: Call): Promise<Reply> => {
	try {
		return { value: await side[name](...args) };
	} catch (error) {
		return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
};

process.on('message', (call) => {
	void answer(call as Call).then((reply) => process.send?.(reply));
});
process.once('disconnect', () => process.exit());
