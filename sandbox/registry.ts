import type { SandboxService, ServiceContext } from './service.ts';
import { makeCapitech } from './services/capitech/index.ts';
import { makeKmdOpus } from './services/kmdOpus/index.ts';
import { makeLina } from './services/lina/index.ts';
import { makeStarAkasse } from './services/starAkasse/index.ts';
import { makeStarJobagent } from './services/starJobagent/index.ts';

/** Every simulated system; a further one is one line here. */
export const SERVICES: readonly ((context: ServiceContext) => SandboxService)[] = [
	makeCapitech,
	makeKmdOpus,
	makeLina,
	makeStarAkasse,
	makeStarJobagent,
];
