import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readDate, readIntegerList, readList, readWallClock } from '../../kit/parameters';
import type { FilterTable, ReadFilter } from '../filterValues';
import { integers, located, readFilterTable, texts, threeValued } from '../filterValues';
import type { TimeFilters } from './read';

/** Capitech writes local time in Norway, without an offset (contract, section 4, point 13). */
export const ZONE = 'Europe/Oslo';

/** `yyyy-mm-dd hh:mm:ss.000`, a 24-hour clock (contract, section 3.1). */
const STAMP = 'yyyy-MM-dd HH:mm:ss.SSS';

const types: ReadFilter = (label, value) =>
	readList(value).map((type) => {
		if (!/^[OTPS]$/.test(type)) throw badInput(label, `holds "${type}"`, 'Use O, T, P or S.');
		return type;
	});

const levels: ReadFilter = (label, value) =>
	readIntegerList(label, value).map((level) => {
		if (level < 1 || level > 4) throw badInput(label, `holds ${level}`, 'Approval levels go from 1 to 4.');
		return level;
	});

/** The node's filters: their labels, their names on the wire, and how they are read (contract, section 3.1). */
const FILTERS: FilterTable = {
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

/**
 * The filters of a request from the node's *Filters* collection. A filter that was left empty is left out.
 * @throws Failure naming the filter that can't be read
 */
export const readFilters = (collection: IDataObject): TimeFilters => readFilterTable(collection, FILTERS);
