import { linaToPersonalemappe } from '../../../scripts/demo/chains/linaToPersonalemappe.ts';
import type { Sandbox } from '../../../scripts/sandbox.ts';

type Call = [method: string, path: string, body?: unknown];

const { events, unheard, found } = linaToPersonalemappe.live!;
const [, withdrawal] = events;

const user = (userUuid: string, mainStore = 'Laden 1') => ({ userUuid, mainStore });
const document = (DocumentTypeKey: string, SourceSystem = 'LINA') => ({ DocumentTypeKey, SourceSystem });

/** A sandbox that holds these, and keeps what it is told to do. */
function tinySandbox(consentEvents: Array<{ userUuid: string }> = []): { sandbox: Sandbox; told: Call[] } {
	const told: Call[] = [];
	const holds: Record<string, unknown> = {
		'/state/lina': { users: [user('a'), user('elsewhere', 'Laden 2'), user('b'), user('c'), user('d'), user('e')], consents: [{ userUuid: 'a' }], consentEvents },
		'/expected/lina-to-personalemappe': { human: [{ userUuid: 'b' }] },
		'/state/kmdOpus': { documents: [document('LINA-SAMTYKKE'), document('LINA-SAMTYKKE'), document('LINA-TILBAGETRAEKNING'), document('LINA-SAMTYKKE', 'CAPITECH'), document('LINA-KURSUSBEVIS')] },
	};
	const control = async (...call: Call) => {
		if (call[0] === 'GET') return holds[call[1]];
		told.push(call);
		return undefined;
	};
	return { sandbox: { control } as unknown as Sandbox, told };
}

describe("what happens in the demo's LINA", () => {
	it('is first that three consent, who may here and were never asked', async () => {
		const { sandbox, told } = tinySandbox([{ userUuid: 'c' }]);
		await events[0].happens(sandbox);
		expect(told).toEqual([['POST', '/world/lina', { consents: [{ userUuid: 'b' }, { userUuid: 'd' }, { userUuid: 'e' }] }]]);
	});

	it('is then that one of them withdraws, of whom a document was filed', async () => {
		const { sandbox, told } = tinySandbox([{ userUuid: 'b' }, { userUuid: 'c' }]);
		await withdrawal.happens(sandbox);
		expect(told).toEqual([['DELETE', '/world/lina', { consents: [{ userUuid: 'c' }] }]]);
	});

	it('can not be a withdrawal where nobody has a folder', async () => {
		await expect(withdrawal.happens(tinySandbox([{ userUuid: 'b' }]).sandbox)).rejects.toThrow('Nobody who consented has a personnel folder');
	});

	it('is at last that one consents whose push is lost, and that only', async () => {
		const { sandbox, told } = tinySandbox();
		await unheard(sandbox);
		expect(told.map(([method, path]) => `${method} ${path}`)).toEqual(['PUT /switches', 'POST /world/lina', 'PUT /switches']);
		expect(told.map(([, , body]) => body)).toEqual([{ 'lina.pushes': 'lost' }, { consents: [{ userUuid: 'b' }] }, { 'lina.pushes': 'once' }]);
	});

	it('is counted by the documents of LINA that stand in the folders, and by the last run’s list', async () => {
		expect(await found(tinySandbox().sandbox, { consents: 8, human: 3, filed: 1, withdrawn: 0 })).toEqual({ consents: 8, human: 3, filed: 2, withdrawn: 1 });
	});
});
