/** What must be undone at the end, however the end comes; undone once, the latest first. */
export class CleanUp {
	private readonly tasks: Array<() => Promise<void>> = [];

	add(task: () => Promise<void>): void {
		this.tasks.push(task);
	}

	/** Undoes all that was added so far; a failure is printed and does not stop the rest. */
	async run(): Promise<void> {
		for (let task = this.tasks.pop(); task; task = this.tasks.pop()) {
			await task().catch((error: unknown) => console.error(error));
		}
	}
}
