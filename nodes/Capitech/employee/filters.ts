import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import type { FilterTable, ReadFilter } from '../filterValues';
import { integers, located, oneOf, readFilterTable } from '../filterValues';

const flag: ReadFilter = (label, value) => {
	if (typeof value !== 'boolean') throw badInput(label, 'is neither true nor false', 'Switch it on or off.');
	return value;
};

/** The node's filters: their labels, their names on the wire, and how they are read (contract, section 3.4). */
const FILTERS: FilterTable = {
	departments: ['Departments', 'departmentIdFilter', located],
	employees: ['Employees', 'employeeIdFilter', located],
	gender: ['Gender', 'genderFilter', oneOf('K', 'M')],
	wageGroupIds: ['Wage Group IDs', 'wageGroupIdFilter', integers],
	costCarrierIds: ['Cost Carrier IDs', 'costCarrierIdFilter', integers],
	statisticsGroupCode: ['Statistics Group', 'statisticsGroupCodeFilter', oneOf('A', 'F')],
	includeTimeActive: ['Include Time Active', 'includeTimeActive', flag],
	includeTimePassive: ['Include Time Passive', 'includeTimePassive', flag],
	includeAbsenceActive: ['Include Absence Active', 'includeAbsenceActive', flag],
	includeAbsencePassive: ['Include Absence Passive', 'includeAbsencePassive', flag],
	includePlanActive: ['Include Plan Active', 'includePlanActive', flag],
	includePlanPassive: ['Include Plan Passive', 'includePlanPassive', flag],
};

/** Those who have left too, whom the service leaves out unless it is asked for them: their hours may lie in the period. */
export const EVERYONE = {
	includeTimeActive: true,
	includeTimePassive: true,
	includeAbsenceActive: true,
	includeAbsencePassive: true,
	includePlanActive: true,
	includePlanPassive: true,
};

/**
 * The filters of Employee/getPersonalInformation from the node's *Filters* collection. What is not said about active and passive employees includes them.
 * @throws Failure naming the filter that can't be read
 */
export const readEmployeeFilters = (collection: IDataObject): IDataObject => ({ ...EVERYONE, ...readFilterTable(collection, FILTERS) });
