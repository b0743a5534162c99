import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Call, Reply } from './messages.ts';

type ArgumentsOf<F> = F extends (...args: infer Arguments) => unknown ? Arguments : never;
type ResultOf<F> = F extends (...args: never[]) => infer Result ? Awaited<Result> : never;

/** A child process that serves the functions of a module. */
export interface Child<Module> {
	/** Calls one of them; its arguments and its result are copied over. */
	call<Name extends keyof Module>(name: Name, ...args: ArgumentsOf<Module[Name]>): Promise<ResultOf<Module[Name]>>;
	close(): void;
}

/**
 * Starts a process that serves the module, with a memory and a compiler of its own. It ends with its parent.
 * @param module its URL; name its type as the type argument
 */
export function openChild<Module>(module: URL, cwd: string): Child<Module> {
	const script = fileURLToPath(new URL('./child.ts', import.meta.url));
	const child = fork(script, [module.href], { cwd, execArgv: ['--expose-gc'], serialization: 'advanced' });
	const ask = async (call: Call): Promise<unknown> => {
		const { promise, resolve, reject } = Promise.withResolvers<unknown>();
		const ended = () => reject(new Error(`The process for ${module.pathname} ended in '${call.name}'`));
		const came = (reply: unknown) => {
			child.off('exit', ended);
			if ('error' in (reply as Reply)) reject(new Error((reply as { error: string }).error));
			else resolve((reply as { value: unknown }).value);
		};
		child.once('exit', ended).once('message', came);
		child.send(call);
		return await promise;
	};
	return {
		call: async (name, ...args) => (await ask({ name: String(name), args })) as never,
		close: () => void (child.connected && child.disconnect()),
	};
}
