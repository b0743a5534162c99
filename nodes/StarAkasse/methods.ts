import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../kit/failure';
import { StarClient } from '../star/client';
import { readRelations } from './branchOffice/read';
import type { RelatedAkasse } from './branchOffice/relation';
import { AKASSE } from './client';
import { mayBeCode, readAkasseCode } from './code';

const matches = (filter?: string) => {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return ({ name }: INodeListSearchItems) => name.toLowerCase().includes(wanted);
};

const labelled = (code: string, name: string | null): INodeListSearchItems => ({ name: [code, name].filter(Boolean).join(' · '), value: code });

const byCode = (a: INodeListSearchItems, b: INodeListSearchItems): number => String(a.value).localeCompare(String(b.value));

type List = (akasser: RelatedAkasse[], context: ILoadOptionsFunctions) => INodeListSearchItems[];

/** Both lists come of one read: the list of a-kasser leaves out those without an address (contract, section 6). */
const search = (list: List) =>
	async function (this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		try {
			const entries = list(await readRelations(await StarClient.open(this, AKASSE)), this);
			return { results: entries.filter(matches(filter)).sort(byCode) };
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

export const listSearch = {
	searchAkasser: search((akasser) => akasser.map(({ akasseCode, name }) => labelled(akasseCode, name))),
	searchBranchOffices: search((akasser, context) => {
		const ofAkasse = readAkasseCode(context.getCurrentNodeParameter('akasseCode', { extractValue: true }));
		return akasser.filter(({ akasseCode }) => mayBeCode(akasseCode, ofAkasse)).flatMap(({ branches }) => branches.map(({ branchCode, name }) => labelled(branchCode, name)));
	}),
};
