import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { Sandbox } from '../../../sandbox.ts';
import { envelope, SOAP_HEADERS, toXml } from '../../../testing/soap.ts';
import type { Absence } from '../../../world/hrTypes.ts';
import { SCHEMAS } from './schemas.ts';

const EMPLOYEE = '2001';
const BY_HR = { PersonnelNumber: EMPLOYEE, AbsenceAttendanceType: 'SY', StartDate: '2026-11-02', EndDate: '2026-11-02' };
const BY_CLIENT = { ...BY_HR, StartDate: '2026-11-03', EndDate: '2026-11-03' };

describe('the absence module without what clients wrote', () => {
	const sandbox = new Sandbox();
	const opus = sandbox.service('kmdOpus');
	sandbox.reset({ people: 10, days: 2 });
	const atFirst = opus.state().absences;

	const write = (Operation: string, { StartDate, EndDate, AbsenceAttendanceType }: typeof BY_HR): void => {
		const { interface: name, interfaceNamespace, request } = SCHEMAS.setAbsenceAttendance;
		const fields = toXml({ StartDate, EndDate, Operation, PersonnelNumber: EMPLOYEE, AbsenceAttendanceType });
		const answer = opus.answer(
			{
				method: 'POST',
				path: '/XISOAPAdapter/MessageServlet',
				query: `senderService=KMD_LPT_VACAB_Service_751&interface=${name}&interfaceNamespace=${interfaceNamespace}`,
				headers: SOAP_HEADERS,
				body: envelope(`<r:${request.name} xmlns:r="${request.namespace}">${fields}</r:${request.name}>`),
				form: null,
				remoteAddress: '127.0.0.1',
				certificate: { presented: true, trusted: true, municipality: '751' },
			},
			'SetAbsenceAttendance',
		);
		assert.ok(answer.tookEffect, answer.body);
	};
	const dates = (records: object[]): string[] => {
		const own = (records as Absence[]).filter((of) => of.PersonnelNumber === EMPLOYEE && of.AbsenceAttendanceType === 'SY');
		return own.map((of) => of.StartDate).filter((date) => date > '2026-11-01');
	};

	it('holds what the world and HR put in, and nothing that a client did', () => {
		opus.upsert({ absences: [BY_HR] });
		write('INS', BY_CLIENT);
		assert.deepEqual([dates(opus.state().absences), dates(opus.worldState().absences)], [['2026-11-02', '2026-11-03'], ['2026-11-02']]);
		write('DEL', BY_HR);
		assert.deepEqual([dates(opus.state().absences), dates(opus.worldState().absences)], [['2026-11-03'], ['2026-11-02']]);
		opus.remove({ absences: [BY_CLIENT] });
		assert.deepEqual([dates(opus.state().absences), dates(opus.worldState().absences)], [[], ['2026-11-02']]);
		opus.upsert({ absences: [BY_HR] });
		opus.remove({ absences: [BY_HR] });
		assert.deepEqual(opus.worldState().absences, atFirst);
	});
});
