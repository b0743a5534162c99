import { describeParameters } from '../support';
import { CapitechBench } from './capitech';

const capitech = new CapitechBench();
const standing = async (parameters: Parameters<typeof capitech.observe>[0]) => {
	await capitech.control.reset();
	await capitech.control.switches({ 'capitech.alphanumericCodes': true });
	const { sent, got } = await capitech.observe(parameters);
	const { projects } = await capitech.control.state('capitech');
	return { sent, got: [got, projects] };
};

describeParameters({
	node: 'capitech',
	resource: 'project',
	operation: 'getMany',
	base: { clientId: 100, returnAll: true },
	run: capitech.observer(),
	cases: {
		clientId: { values: [100, 200] },
		includePassive: { values: [false, true] },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		onlyActive: { values: [false, true] },
		returnAll: { values: [false, true], with: { limit: 1 }, differs: 'got' },
		simplify: { values: [false, true], differs: 'got' },
	},
});

describeParameters({
	node: 'capitech',
	resource: 'project',
	operation: 'upsert',
	base: { clientId: 100, identifyBy: 'number', projectNumber: 1001, projectCode: 'B400', description: 'Bergtoppen', status: 'AK' },
	run: standing,
	cases: {
		clientId: { values: [100, 200] },
		identifyBy: { values: ['number', 'code'], with: { projectCode: 'NY1' } },
		projectNumber: { values: [1001, 5001] },
		projectCode: { values: ['B400', 'NY1'], with: { identifyBy: 'code', description: 'Ny' } },
		description: { values: ['Bergtoppen', 'Bergtoppen II'] },
		status: { values: ['AK', 'AV'] },
		'additionalFields.startDate': { values: ['2026-01-01', '2026-02-01'] },
		'additionalFields.plannedFinishDate': { values: ['2026-12-01', '2026-12-31'] },
		'additionalFields.finishDate': { values: ['2026-12-01', ''] },
		'additionalFields.hourlyRate': { values: ['1250.50', '950'] },
		'options.extraBody': { values: ['{}', '{"projectLeader": "Kari"}'] },
	},
});
