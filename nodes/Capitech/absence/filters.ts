import { readDate } from '../../kit/parameters';
import type { FilterTable } from '../filterValues';
import { integers, located, texts, threeValued } from '../filterValues';
import { ZONE } from '../time/filters';

/** The node's filters of whole absences: their labels, their names on the wire, and how they are read (contract, section 3.3). */
export const ABSENCE_FILTERS: FilterTable = {
	absenceCodes: ['Absence Codes', 'absenceCodeFilter', texts],
	absenceIds: ['Absence IDs', 'absenceIdFilter', integers],
	absenceTypes: ['Absence Types', 'absenceTypeFilter', integers],
	departments: ['Departments', 'departmentIdFilter', located],
	employees: ['Employees', 'employeeIdFilter', located],
	updatedFrom: ['Updated From', 'updateFromDateFilter', (label, value) => readDate(label, value, ZONE)],
};

/** Those of their days. */
export const ABSENCE_DAY_FILTERS: FilterTable = {
	...ABSENCE_FILTERS,
	includeAllDetails: ['Include All Details', 'includeAllDetails', threeValued],
};
