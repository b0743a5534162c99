import type { Chain } from '../chain.ts';
import { capitechAbsenceToOpus } from './capitechAbsenceToOpus.ts';
import { capitechToOpus } from './capitechToOpus.ts';
import { linaToPersonalemappe } from './linaToPersonalemappe.ts';

/** The chains that the demo runs, in this order. */
export const chains: Chain[] = [capitechToOpus, capitechAbsenceToOpus, linaToPersonalemappe];
