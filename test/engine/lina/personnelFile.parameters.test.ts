import { describeParameters } from '../support';
import { LinaBench } from './lina';
import { bytes, held, item } from './personnelFile';

const lina = new LinaBench();

/** One call is free, and two files are to be sent. */
const ONE_CALL = { callLimit: 11 };

describeParameters({
	node: 'lina',
	resource: 'personnelFile',
	operation: 'upload',
	base: { userUuid: '={{ $json.userUuid }}', binaryPropertyName: 'data' },
	run: async (parameters) => {
		await lina.reset();
		const [person, colleague] = await lina.consenting();
		const items = [person, colleague].map((userUuid, at) => {
			const { json, binary } = item(userUuid, held(bytes(100)), { other: [colleague, person][at] });
			return { json, binary: { ...binary, other: held(bytes(200)) } };
		});
		return await lina.observe(parameters, { items });
	},
	cases: {
		userUuid: { values: ['={{ $json.userUuid }}', '={{ $json.other }}'], differs: 'sent' },
		binaryPropertyName: { values: ['data', 'other'] },
		'additionalFields.fileName': { values: ['', 'other.pdf'] },
		'options.callLimit': { values: [100, 11], with: { options: { onRateLimit: 'stop' } } },
		'options.filePartName': { values: ['file', 'certificate'], differs: 'sent' },
		'options.longestWait': { values: [20, 0], with: { options: ONE_CALL } },
		'options.onRateLimit': { values: ['wait', 'stop'], with: { options: ONE_CALL } },
		'options.recordedState': { values: ['', 'uploaded'] },
		'options.reserve': { values: [10, 99], with: { options: { onRateLimit: 'stop' } } },
	},
});
