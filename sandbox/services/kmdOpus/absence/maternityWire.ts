import type { MaternityCase } from '../../../world/hrTypes.ts';
import type { HrOffice } from './hrOffice.ts';
import { numberText } from './wire.ts';

/** Texts of the maternity types; the sandbox's own table (kmd-opus.md 7). */
export const MATERNITY_TYPES: Readonly<Record<string, string>> = {
	BM: 'Barsel, mor',
	BF: 'Barsel, far eller medmor',
	AD: 'Adoption',
};

type Named = Readonly<Record<string, string>>;

const datesOfCase = (of: MaternityCase): Named => ({
	NotificationDate: of.NotificationDate,
	ExpectedDeliveryDate: of.ExpectedDeliveryDate,
	ActualDeliveryDate: of.ActualDeliveryDate,
	AuthorityReportDate: of.AuthorityReportDate,
	MaternityType: of.MaternityType,
	MaternityTypeText: MATERNITY_TYPES[of.MaternityType] ?? '',
});

/** What an absence tells of its case; the validity is called StartDate and EndDate there. */
export function maternityGroup(of: MaternityCase): Named {
	const { MaternityCaseKey, ValidStartDate, ValidEndDate } = of;
	return { MaternityCaseKey, StartDate: ValidStartDate, EndDate: ValidEndDate, ...datesOfCase(of) };
}

/** The leaves of a case in the order of GetMaternityCases, whose validity ends before it starts (kmd-opus.md 1.1). */
export function caseLeaves(of: MaternityCase, office: HrOffice): Named {
	return {
		PersonnelNumber: numberText(of.PersonnelNumber, office.settings),
		MaternityCaseKey: of.MaternityCaseKey,
		ValidEndDate: of.ValidEndDate,
		ValidStartDate: of.ValidStartDate,
		...datesOfCase(of),
	};
}
