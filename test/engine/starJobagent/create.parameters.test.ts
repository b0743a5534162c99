import { describeParameters } from '../support';
import { CATEGORY, creation, day, IDENTIFIER, JobagentBench, OTHER_IDENTIFIER, OTHER_OCCUPATION, TODAY } from './bench';
import { BY_PATH, COMMON, CPR, OTHER_CPR, runIn, wish, wishJson } from './parameters';

const jobagent = new JobagentBench();

describeParameters({
	node: 'starJobagent',
	resource: 'jobAgent',
	operation: 'create',
	base: { ...creation(CPR), jobAgentIdentifier: IDENTIFIER },
	run: runIn(jobagent, 'CreateJobagent', 'reset-before'),
	cases: {
		...COMMON,
		cpr: { values: [CPR, OTHER_CPR], differs: 'sent' },
		clientCategory: { values: [String(CATEGORY), '9999'] },
		enrolmentDate: { values: [TODAY, day(-11)] },
		unemploymentDegree: { values: ['9201', '9202'], differs: 'sent' },
		identifierMode: { values: ['own', 'assigned'] },
		jobAgentIdentifier: { values: [IDENTIFIER, OTHER_IDENTIFIER] },
		wishesInput: { values: ['form', 'json'], with: { jobWishes: wish(), jobWishesJson: '[]' }, differs: 'sent' },
		jobWishes: { values: [wish(), wish({ conceptUri: OTHER_OCCUPATION })], differs: 'sent' },
		jobWishesJson: { values: [wishJson(), wishJson({ hasEducation: false })], with: { wishesInput: 'json' }, differs: 'sent' },
		'additionalFields.email': { values: ['a@b.example', 'c@b.example'], differs: 'sent' },
		'additionalFields.eventDate': { values: [TODAY, day(-1)], differs: 'sent' },
		'additionalFields.title': { values: ['a', 'b'], differs: 'sent' },
		'options.path': { values: ['/v1/Jobagent', '/v2/Jobagent'] },
		'options.readBackPath': { values: ['', BY_PATH], differs: 'sent' },
		'options.requestIdsKept': { values: [false, true] },
	},
});
