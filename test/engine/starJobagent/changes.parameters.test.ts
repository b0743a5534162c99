import { describeParameters } from '../support';
import { CATEGORY, change, day, deletion, IDENTIFIER, JobagentBench, NEEDS_WISH, OTHER_IDENTIFIER, TODAY } from './bench';
import { BY_PATH, COMMON, CPR, OPTION, OTHER_CPR, runIn, wish, wishJson } from './parameters';

const jobagent = new JobagentBench();

const ENROLMENT = { clientCategory: String(CATEGORY), enrolmentDate: TODAY, unemploymentDegree: '9201' };

describeParameters({
	node: 'starJobagent',
	resource: 'jobAgent',
	operation: 'update',
	base: change(CPR, OPTION),
	run: runIn(jobagent, 'UpdateJobagent', 'reset-before'),
	cases: {
		...COMMON,
		cpr: { values: [CPR, OTHER_CPR] },
		jobAgentIdentifier: { values: [IDENTIFIER, OTHER_IDENTIFIER] },
		meetingStart: { values: [`${day(4)}T10:30`, `${day(-1)}T10:30`] },
		interviewOptionId: { values: [IDENTIFIER, OTHER_IDENTIFIER], differs: 'sent' },
		interviewForm: { values: ['9301', '9999'] },
		wishesInput: { values: ['form', 'json'], with: { jobWishes: wish(), jobWishesJson: '[]' }, differs: 'sent' },
		jobWishes: { values: [wish(), wish({ monthsOfExperience: '13' })], differs: 'sent' },
		jobWishesJson: { values: [wishJson(), wishJson({ yearLastUsed: 2021 })], with: { wishesInput: 'json' }, differs: 'sent' },
		'additionalFields.caseworkerId': { values: ['CVR:00000000-RID:9501', 'CVR:00000000-RID:9999'] },
		'enrolment.clientCategory': { values: [String(CATEGORY), String(NEEDS_WISH)], with: { enrolment: ENROLMENT } },
		'enrolment.enrolmentDate': { values: [TODAY, day(-11)], with: { enrolment: ENROLMENT } },
		'enrolment.unemploymentDegree': { values: ['9201', '9202'], with: { enrolment: ENROLMENT }, differs: 'sent' },
		'enrolment.email': { values: ['a@b.example', 'c@b.example'], with: { enrolment: ENROLMENT }, differs: 'sent' },
		'enrolment.eventDate': { values: [TODAY, day(-1)], with: { enrolment: ENROLMENT }, differs: 'sent' },
		'enrolment.title': { values: ['a', 'b'], with: { enrolment: ENROLMENT }, differs: 'sent' },
		'options.path': { values: ['', BY_PATH], differs: 'sent' },
		'options.wishesPlace': { values: ['list', 'flat'], with: { jobWishes: wish({ conceptUri: '', jobTargetIdentifier: '' }) } },
		'options.requestIdsKept': { values: [false, true] },
	},
});

describeParameters({
	node: 'starJobagent',
	resource: 'jobAgent',
	operation: 'delete',
	base: deletion(CPR),
	run: runIn(jobagent, 'DeleteJobagent', 'reset-after'),
	cases: {
		...COMMON,
		cpr: { values: [CPR, OTHER_CPR] },
		jobAgentIdentifier: { values: [IDENTIFIER, OTHER_IDENTIFIER] },
		'options.path': { values: ['', BY_PATH], differs: 'sent' },
		'options.readBackPath': { values: ['', '/v2/Jobagent/{jobagentidentifier}'] },
	},
});
