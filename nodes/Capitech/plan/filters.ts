import type { IDataObject } from 'n8n-workflow';

import type { FilterTable } from '../filterValues';
import { integers, located, readFilterTable } from '../filterValues';

/** The node's filters: their labels, their names on the wire, and how they are read (contract, section 3.7). */
const FILTERS: FilterTable = {
	competences: ['Competences', 'competenceIdFilter', located],
	departments: ['Departments', 'departmentIdFilter', located],
	employees: ['Employees', 'employeeIdFilter', located],
	freeDimension1Ids: ['Free Dimension 1 IDs', 'freeDimension1IdFilter', integers],
	freeDimension2Ids: ['Free Dimension 2 IDs', 'freeDimension2IdFilter', integers],
	orders: ['Orders', 'orderIdFilter', located],
	phaseIds: ['Phase IDs', 'phaseIdFilter', integers],
	projects: ['Projects', 'projectIdFilter', located],
	subProjectIds: ['Subproject IDs', 'subProjectIdFilter', integers],
	substituteProviderIds: ['Substitute Provider IDs', 'substituteProviderIdFilter', integers],
	taskIds: ['Task IDs', 'taskIdFilter', integers],
};

/**
 * The filters of a request from the node's *Filters* collection. A filter that was left empty is left out.
 * @throws Failure naming the filter that can't be read
 */
export const readPlanFilters = (collection: IDataObject): IDataObject => readFilterTable(collection, FILTERS);
