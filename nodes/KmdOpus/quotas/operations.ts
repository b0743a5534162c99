import { operation } from '../absence/operations';
import { leaves } from '../soap/operation';

/* Neither is published: names and elements are our reading in the style of the absence family (contract, section 1.2). */

export const GetAbsenceQuotas = operation('GetAbsenceQuotas', 'assumed', [{ name: 'KeyDate' }, { name: 'PersonnelNumber', repeats: true }]);

export const GetAbsenceQuotaDetails = operation('GetAbsenceQuotaDetails', 'assumed', leaves('PersonnelNumber', 'QuotaKey'));
