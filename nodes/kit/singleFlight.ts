import { now } from './clock';

interface Flight {
	promise: Promise<unknown>;
	/** Milliseconds since 1970; none while it is under way. */
	keptUntil?: number;
}

const flights = new Map<string, Flight>();

const isOver = ({ keptUntil }: Flight): boolean => keptUntil !== undefined && keptUntil <= now().getTime();

/**
 * Callers that ask for the same thing while it is under way in this process share one answer, or one failure.
 * @param keepMs for how long an answer, never a failure, is handed out afterwards: for what can be had only once
 */
export async function singleFlight<T>(key: string, start: () => Promise<T>, keepMs = 0): Promise<T> {
	for (const [other, flight] of flights) if (isOver(flight)) flights.delete(other);
	const running = flights.get(key);
	if (running) return (await running.promise) as T;
	const promise = start();
	const flight: Flight = { promise };
	flights.set(key, flight);
	try {
		const answer = await promise;
		flight.keptUntil = now().getTime() + keepMs;
		return answer;
	} finally {
		if (!keepMs || flight.keptUntil === undefined) flights.delete(key);
	}
}
