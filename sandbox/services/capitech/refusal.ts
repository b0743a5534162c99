/**
 * A request that Capitech does not carry out: HTTP 200 with `success:false`, unless another status is given
 * (capitech.md 1.1).
 */
export class Refusal extends Error {
	/** The technical text (`serverErrorMessage`). */
	readonly serverMessage: string | null;
	readonly status: number;

	constructor(displayMessage: string, serverMessage: string | null = null, status = 200) {
		super(displayMessage);
		this.serverMessage = serverMessage;
		this.status = status;
	}
}
