/** A request that API management turns away before it reaches the payroll system (kmd-opus.md 2.2, 4.1). */
export class ApiFault extends Error {
	readonly status: number;
	readonly errorCode: string;
	readonly retryAfter: number | null;

	constructor(status: number, message: string, errorCode: string, retryAfter: number | null = null) {
		super(message);
		this.status = status;
		this.errorCode = errorCode;
		this.retryAfter = retryAfter;
	}
}

/** The JSON error of SAP API Management. */
export function faultBody(message: string, errorCode: string): string {
	return JSON.stringify({ fault: { faultstring: message, detail: { errorcode: errorCode } } });
}

/** A request whose JSON has not the contract's shape. */
export function malformed(message: string): ApiFault {
	return new ApiFault(400, message, 'messaging.runtime.InvalidRequest');
}
