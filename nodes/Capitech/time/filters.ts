import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readDate, readIntegerList, readList, readWallClock } from '../../kit/parameters';
import type { TimeFilters } from './read';

/** Capitech writes local time in Norway, without an offset (contract, section 4, point 13). */
export const ZONE = 'Europe/Oslo';

/** `yyyy-mm-dd hh:mm:ss.000`, a 24-hour clock (contract, section 3.1). */
const STAMP = 'yyyy-MM-dd HH:mm:ss.SSS';

type Reader = (label: string, value: unknown) => unknown;

/** The entries of a list whose entries are resource locators. */
const located: Reader = (label, value) => {
	const { entries = [] } = (value ?? {}) as { entries?: IDataObject[] };
	return readIntegerList(label, entries.map(({ entry }) => entry));
};

const integers: Reader = (label, value) => readIntegerList(label, value);

const texts: Reader = (_label, value) => readList(value);

const types: Reader = (label, value) =>
	readList(value).map((type) => {
		if (!/^[OTPS]$/.test(type)) throw badInput(label, `holds "${type}"`, 'Use O, T, P or S.');
		return type;
	});

const levels: Reader = (label, value) =>
	readIntegerList(label, value).map((level) => {
		if (level < 1 || level > 4) throw badInput(label, `holds ${level}`, 'Approval levels go from 1 to 4.');
		return level;
	});

/** Yes, no, or left to the service. */
const threeValued: Reader = (label, value) => {
	if (value === 'yes' || value === true) return true;
	if (value === 'no' || value === false) return false;
	if (value === 'any' || value === '' || value === null) return null;
	throw badInput(label, 'is none of its three values', 'Use yes, no or any.');
};

/** The node's filters: their labels, their names on the wire, and how they are read (contract, section 3.1). */
const FILTERS: Record<string, readonly [label: string, wire: string, read: Reader]> = {
	approvedLevels: ['Approved Levels', 'approvedLevelFilter', levels],
	employees: ['Employees', 'employeeIdFilter', located],
	departments: ['Departments', 'departmentIdFilter', located],
	taskIds: ['Task IDs', 'taskIdFilter', integers],
	orderIds: ['Order IDs', 'orderIdFilter', integers],
	dutyIds: ['Duty IDs', 'dutyIdFilter', integers],
	projects: ['Projects', 'projectIdFilter', located],
	subProjectIds: ['Subproject IDs', 'subProjectIdFilter', integers],
	projectPhaseIds: ['Project Phase IDs', 'projectPhaseIdFilter', integers],
	freeDimension1Ids: ['Free Dimension 1 IDs', 'freeDimension1Filter', integers],
	freeDimension2Ids: ['Free Dimension 2 IDs', 'freeDimension2Filter', integers],
	timeCategories: ['Time Categories', 'timeCategoryIdFilter', located],
	timeCategoryTypes: ['Time Category Types', 'timeCategoryTypeIdFilter', types],
	payable: ['Payable', 'includePayableCategory', threeValued],
	externalStatusCodes: ['External Status Codes', 'externalStatusCodeFilter', integers],
	withoutExternalStatus: ['Without External Status', 'includeElementsWithExternalStatusCodeNull', threeValued],
	lastUpdatedFrom: ['Last Updated From', 'lastUpdatedGreaterThanOrEqualToFilter', (label, value) => readDate(label, value, ZONE)],
	lastApprovedOrUpdatedFrom: ['Last Approved or Updated From', 'lastApprovedOrUpdatedFilter', (label, value) => readWallClock(label, value, ZONE, STAMP)],
	projectCodes: ['Project Codes', 'projectAlphanumericCodeFilter', texts],
	subProjectCodes: ['Subproject Codes', 'subProjectAlphanumericCodeFilter', texts],
	phaseCodes: ['Phase Codes', 'phaseAlphanumericCodeFilter', texts],
};

const isUnset = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * The filters of a request from the node's *Filters* collection. A filter that was left empty is left out.
 * @throws Failure naming the filter that can't be read
 */
export function readFilters(collection: IDataObject): TimeFilters {
	const filters: IDataObject = {};
	for (const [name, [label, wire, read]] of Object.entries(FILTERS)) {
		const value = collection[name];
		if (isUnset(value)) continue;
		const filter = read(label, value);
		if (!isUnset(filter)) filters[wire] = filter as IDataObject[string];
	}
	return filters;
}
