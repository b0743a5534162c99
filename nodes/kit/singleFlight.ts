const underWay = new Map<string, Promise<unknown>>();

/** Callers that ask for the same thing while it is under way in this process share one answer, or one failure. */
export async function singleFlight<T>(key: string, start: () => Promise<T>): Promise<T> {
	const running = underWay.get(key) as Promise<T> | undefined;
	if (running) return await running;
	const flight = start().finally(() => underWay.delete(key));
	underWay.set(key, flight);
	return await flight;
}
