import type { IDataObject } from 'n8n-workflow';

import { readDate } from '../../kit/parameters';
import type { FilterTable } from '../filterValues';
import { integers, located, readFilterTable, texts, threeValued } from '../filterValues';
import { ZONE } from '../time/filters';

/** The node's filters: their labels, their names on the wire, and how they are read (contract, section 3.3). */
const FILTERS: FilterTable = {
	absenceCodes: ['Absence Codes', 'absenceCodeFilter', texts],
	absenceIds: ['Absence IDs', 'absenceIdFilter', integers],
	absenceTypes: ['Absence Types', 'absenceTypeFilter', integers],
	departments: ['Departments', 'departmentIdFilter', located],
	employees: ['Employees', 'employeeIdFilter', located],
	updatedFrom: ['Updated From', 'updateFromDateFilter', (label, value) => readDate(label, value, ZONE)],
	includeAllDetails: ['Include All Details', 'includeAllDetails', threeValued],
};

/**
 * The filters of a request from the node's *Filters* collection. A filter that was left empty is left out.
 * @throws Failure naming the filter that can't be read
 */
export const readAbsenceFilters = (collection: IDataObject): IDataObject => readFilterTable(collection, FILTERS);
