import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { loadPack } from '../support';
import { communication, record, unit } from './employeeRecords';
import { EmployeeTriggerBench, told } from './employeeTrigger';

const bench = new EmployeeTriggerBench();

const ANNA = { Medarbejdernummer: '90000001' };
const BENT = { Medarbejdernummer: '90000002' };

/** What the service is asked for, and what is told, by a poll ten minutes after the first one, with changes in between. */
async function observe(parameters: INodeParameters) {
	await bench.control.reset();
	await bench.setTime('2026-11-02T09:00');
	await bench.put(unit('Æblehaven', { ...ANNA, Registreret: '2026-10-15T10:00:00' }), record('TPI', { ...ANNA, Organisationsenhed: '10000001' }));
	const trigger = await bench.trigger(parameters);
	const first = await told(trigger);
	await bench.pass(10);
	for (const entry of [communication('0010', 'a@b.example', ANNA), unit('Bøgehaven', ANNA), unit('Egehaven', BENT), record('TPI', { ...ANNA, Organisationsenhed: '10000002' })]) {
		await bench.put({ ...entry, Registreret: '2026-11-02T09:05:00' });
	}
	const second = await told(trigger);
	return { sent: (await bench.requests()).map(({ body }) => body), got: [first, second] };
}

const CASES: Record<string, { values: readonly [unknown, unknown]; with?: INodeParameters; differs?: 'sent' }> = {
	areas: { values: [['organisation'], ['communication']] },
	employeeNumbers: { values: ['90000001-90000002', '90000001-90000002 !90000002'] },
	simplify: { values: [true, false] },
	startFrom: { values: ['', '2026-10-01'] },
	'options.numberForm': { values: ['employee', 'bare'], differs: 'sent' },
	'options.overlapMinutes': { values: [0, 60], differs: 'sent' },
	'options.rotaCategory': { values: ['TPI', '0105'], with: { areas: ['rotaPlacement'] } },
	'options.senderUrn': { values: ['urn:a:{code}', 'urn:b:{code}'], differs: 'sent' },
};

const isOwn = ({ type, name }: INodeProperties) => type !== 'notice' && name !== 'pollTimes';

test('every field of the trigger has a case', async () => {
	const { nodes } = await loadPack();
	const fields = (nodes.get('n8n-nodes-nordic-workforce.kmdOpusTrigger')?.description.properties ?? []).filter(isOwn);
	const names = fields.flatMap(({ name, type, options = [] }) => (type === 'collection' ? options.map((option) => `${name}.${option.name}`) : [name]));
	expect(Object.keys(CASES).sort()).toEqual(names.sort());
});

test.each(Object.entries(CASES))('%s counts', async (path, { values, with: others, differs }) => {
	const [name, option] = path.split('.');
	const withValue = (value: unknown) => ({ ...others, [name]: option ? { [option]: value } : value }) as INodeParameters;
	const one = await observe(withValue(values[0]));
	const other = await observe(withValue(values[1]));
	expect(one.sent).not.toEqual(other.sent);
	if (differs !== 'sent') expect(one.got).not.toEqual(other.got);
});
