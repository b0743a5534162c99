import type { INodeParameters } from 'n8n-workflow';

import type { ParameterCase } from '../support';
import { describeParameters } from '../support';
import { useOpus } from './opus';

const opus = useOpus();

const locator = (value: string) => ({ __rl: true, mode: 'id', value });

async function run(parameters: INodeParameters) {
	await opus.reset();
	const standing = (PersonnelNumber: string, MaternityCaseKey: string, MaternityType: string) => ({
		PersonnelNumber,
		MaternityCaseKey,
		ValidStartDate: '2026-11-01',
		ValidEndDate: '2027-06-30',
		ExpectedDeliveryDate: '2026-12-30',
		MaternityType,
	});
	await opus.control.put('kmdOpus', { maternityCases: [standing('7001', 'BS09000001', 'BM'), standing('7001', 'BS09000002', 'BF')] });
	return await opus.observe(parameters);
}

/* The request differs; whether it was accepted under other names is for the service to say. */
const names: Record<string, ParameterCase> = {
	'assumedNames.interface': { values: ['', 'Barselssag_OS_SI'] },
	'assumedNames.interfaceNamespace': { values: ['', 'urn:kmd.dk:BARSEL:external'] },
	'assumedNames.requestRoot': { values: ['', 'BarselssagRequest_MT'] },
	'assumedNames.elementNames': { values: ['{}', '{"PersonnelNumber": "Medarbejdernummer"}'] },
};

const dates = (collection: string): Record<string, ParameterCase> =>
	Object.fromEntries(
		['actualDeliveryDate', 'authorityReportDate', 'expectedDeliveryDate', 'notificationDate'].map((name) => [
			`${collection}.${name}`,
			{ values: ['2026-12-20', '2026-12-21'], differs: 'sent' },
		]),
	);

describeParameters({
	node: 'kmdOpus',
	resource: 'maternityCase',
	operation: 'create',
	base: { employeeNumber: '7002', maternityType: 'BM', validStartDate: '2026-11-01', validEndDate: '2027-06-30', additionalFields: { expectedDeliveryDate: '2026-12-30' } },
	run,
	cases: {
		employeeNumber: { values: ['7002', '7001'] },
		maternityType: { values: ['BM', 'XX'] },
		validStartDate: { values: ['2026-11-01', '2026-11-02'], differs: 'sent' },
		validEndDate: { values: ['2027-06-30', '2027-07-01'], differs: 'sent' },
		...dates('additionalFields'),
		...names,
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'maternityCase',
	operation: 'update',
	base: { employeeNumber: '7001', maternityCase: locator('BS09000001'), updateFields: { notificationDate: '2026-06-01' } },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		maternityCase: { values: [locator('BS09000001'), locator('BS09000002')] },
		'updateFields.maternityType': { values: ['BM', 'AD'], differs: 'sent' },
		'updateFields.validStartDate': { values: ['2026-11-01', '2026-11-02'], differs: 'sent' },
		'updateFields.validEndDate': { values: ['2027-06-30', '2027-07-01'], differs: 'sent' },
		...dates('updateFields'),
		...names,
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'maternityCase',
	operation: 'delete',
	base: { employeeNumber: '7001', maternityCase: locator('BS09000001') },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		maternityCase: { values: [locator('BS09000001'), locator('BS09000002')] },
		...names,
	},
});
