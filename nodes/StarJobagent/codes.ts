import type { CodeTable } from '../star/codes';

/** The codes of the job agent service (contract, section 5.1). */
export const JOBAGENT_CODES: CodeTable = {};
