import type { CodeMeaning } from '../star/codes';

/** A code of the Jobagent service. */
export interface JobagentCode extends CodeMeaning {
	/** The operations whose table lists it (contract, section 5.1). Any of them may answer it: Get and Delete have no table. */
	listedBy: ReadonlyArray<'Create' | 'Update'>;
}

const CREATE = ['Create'] as const;
const UPDATE = ['Update'] as const;
const BOTH = ['Create', 'Update'] as const;

const CHECK_CODE_LIST = "Look the number up in STAR's own code list; the numbers are not published.";
const ASK_ANOTHER_TIME = 'Read the free times of the interview option again, and book another one.';

/** The codes of the vendor's page, all 37 (contract, section 5.1). Newer numbers may take their place: an unknown code is passed on with its text. */
export const JOBAGENT_CODES: Readonly<Record<string, JobagentCode>> = {
	1001: { text: 'The CPR number has the wrong length, or does not begin with a date', listedBy: BOTH, advice: 'It has ten digits, the first six a date as ddmmyy.' },
	1010: { text: 'STAR does not know the CPR number', listedBy: BOTH, advice: 'Check that it is the number of this citizen, and that the environment (test or production) knows the citizen.' },
	1014: { text: 'The request did not pass the validation', listedBy: UPDATE, advice: 'A field is missing or has a value that the service does not take.' },
	4313: { text: 'The client category does not exist', listedBy: UPDATE, advice: CHECK_CODE_LIST },
	4314: { text: 'The degree of unemployment does not exist', listedBy: UPDATE, advice: CHECK_CODE_LIST },
	4316: { text: 'The enrolment date lies within or before an existing enrolment', listedBy: UPDATE, advice: 'The citizen may be enrolled already: look before sending another date.' },
	4318: { text: 'One or more occupations are not valid', listedBy: UPDATE, advice: 'Check the concept URIs of the job wishes.' },
	4338: { text: 'The enrolment date must be today or at most 10 days back', listedBy: UPDATE },
	4405: { text: 'The citizen is dead', listedBy: BOTH },
	4575: {
		text: 'The caller is not authorised',
		listedBy: CREATE,
		kind: 'credential',
		advice: "By STAR's page only STAR itself may call this service. Check the organisation in the credential, and what your agreement with STAR allows.",
	},
	4589: { text: 'The identifier is not known', listedBy: CREATE, advice: 'Check the job agent identifier, and that it belongs to this citizen.' },
	4641: { text: 'This client category may not be enrolled', listedBy: UPDATE },
	4645: { text: 'An absence registration of the citizen conflicts with the contact group', listedBy: UPDATE },
	4698: { text: 'A number is negative', listedBy: UPDATE },
	4710: { text: 'The year last used is not a valid year', listedBy: UPDATE },
	4720: { text: 'The citizen is abroad and can not be enrolled', listedBy: UPDATE },
	4725: { text: 'The citizen has a temporary foreign address and can not be enrolled', listedBy: UPDATE },
	4750: { text: 'An absence registration of the citizen does not allow an enrolment', listedBy: UPDATE },
	4763: { text: "A citizen aged 65 or more can only be enrolled 'uden ydelse' (without benefit) from Jobnet", listedBy: UPDATE },
	4769: { text: 'The external booking system could not be reached', listedBy: UPDATE, kind: 'unavailable', advice: 'Try again later.' },
	4783: { text: 'The meeting would start before today', listedBy: UPDATE },
	4786: { text: 'The citizen has no CV account in Jobnet', listedBy: UPDATE },
	4819: { text: 'The start of the meeting is no longer free', listedBy: UPDATE, advice: ASK_ANOTHER_TIME },
	4822: { text: 'The caseworker (CVR-RID) was not found', listedBy: UPDATE, advice: 'Check the caseworker ID, or leave it out.' },
	6014: { text: 'Client category and degree of unemployment do not go together', listedBy: UPDATE },
	6033: { text: 'The contact group does not fit the age of the citizen', listedBy: UPDATE },
	7062: { text: 'This client category needs at least one job wish', listedBy: UPDATE },
	8108: { text: 'The interview option is not active, or is not known', listedBy: UPDATE, advice: 'Check the interview option ID.' },
	8109: { text: 'The meeting lies outside the dates of the interview option', listedBy: UPDATE, advice: ASK_ANOTHER_TIME },
	8111: { text: 'The CPR number could not be looked up', listedBy: UPDATE, kind: 'unavailable', advice: 'Try again later.' },
	8273: { text: 'The citizen has a booking of the type Jobsamtale already', listedBy: UPDATE, advice: 'It may be the booking of an earlier request of yours whose answer was lost.' },
	8281: { text: 'The key of an occupation does not exist', listedBy: UPDATE, advice: 'Check the concept URIs and aliases of the job wishes.' },
	8288: { text: 'The meeting is later than the deadline of the same type of interview', listedBy: UPDATE, advice: ASK_ANOTHER_TIME },
	9003: { text: 'The caseworker may not hold meetings of this interview option', listedBy: UPDATE },
	9018: { text: 'The booking failed since the external booking system is not configured', listedBy: UPDATE, advice: 'Only the job centre or STAR can mend this.' },
	9344: { text: 'Data are missing or wrong: the profile can not be retrieved', listedBy: UPDATE },
	9345: { text: 'Data are missing or wrong; the service gives this as a warning only', listedBy: UPDATE },
};
