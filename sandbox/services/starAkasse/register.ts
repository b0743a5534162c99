import type { Records } from '../../service.ts';
import type { Akasse, AkasseBranch, CodeListLine, StarAkasseWorld } from '../../world/starAkasseTypes.ts';
import { Store } from '../star/store.ts';

/** Members that a closed branch office still had, and that were moved to the a-kasse without a message (star.md 6). */
export interface MemberMove {
	readonly akasseKode: string;
	readonly afdelingskontorKode: string;
	readonly members: number;
	readonly at: string;
}

/** What the A-kasse service keeps: a-kasser, branch offices, code lists, and moves of members. */
export class AkasseRegister {
	readonly akasser = new Store<Akasse>('akasser', ['akasseKode']);
	readonly branches = new Store<AkasseBranch>('branches', ['akasseKode', 'afdelingskontorKode'], { members: 0 });
	readonly codeLists = new Store<CodeListLine>('codeLists', ['name', 'kode']);
	readonly moves: MemberMove[] = [];

	/** Forgets everything and takes over a new world. */
	load({ akasser, branches, codeLists }: StarAkasseWorld): void {
		this.akasser.load(akasser);
		this.branches.load(branches);
		this.codeLists.load(codeLists);
		this.moves.length = 0;
	}

	/** The branch offices of an a-kasse. */
	branchesOf(akasseKode: string): AkasseBranch[] {
		return this.branches.list().filter((branch) => branch.akasseKode === akasseKode);
	}

	/** Closes a branch office; members that are left there are moved to the a-kasse. */
	close(branch: AkasseBranch, at: string): void {
		const { akasseKode, afdelingskontorKode, members } = branch;
		this.branches.delete(branch);
		if (members > 0) this.moves.push({ akasseKode, afdelingskontorKode, members, at });
	}

	/** All it holds. */
	state(): Records {
		return { akasser: this.akasser.list(), branches: this.branches.list(), codeLists: this.codeLists.list(), moves: [...this.moves] };
	}

	/** The same without what clients wrote. */
	worldState(): Records {
		return { akasser: this.akasser.listWorld(), branches: this.branches.listWorld(), codeLists: this.codeLists.listWorld(), moves: [] };
	}
}
