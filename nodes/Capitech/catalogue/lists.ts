import type { Field, ReadValue } from '../fields';
import { asDate, asKnownFlag, asNumber, asText } from '../fields';
import type { Catalogue } from './catalogue';
import { asClockTime } from './clockTime';

/** The lists of the catalogue, as the contract has them in section 3.6; each element tells `isActive`, whichever way the service says it. */

const DESCRIPTION: Field = ['description', asText];
const IS_ACTIVE: Field = ['isActive', asKnownFlag];

/** AK is active; PA passive, AV finished and IP not started are not. */
const asActiveStatus: ReadValue = (status) => (status === null || status === undefined ? null : status === 'AK');

/** What projects, subprojects and phases have in common. */
const PROJECT_PART: readonly Field[] = [
	DESCRIPTION,
	['description2', asText],
	['alphanumericCode', asText],
	['status', asText],
	['isActive', asActiveStatus, 'status'],
	['startDate', asDate],
	['plannedFinishDate', asDate],
	['finishDate', asDate],
	['hourlyRate', asNumber],
	['uniqueId', asText],
];

const SIMPLE_PROJECT_PART = ['description', 'alphanumericCode', 'status', 'isActive', 'startDate', 'finishDate'];

export const COMPETENCES: Catalogue = {
	operation: 'Catalogue/getCompetences',
	fields: [['competenceId', asNumber], ['name', asText], DESCRIPTION, IS_ACTIVE, ['sortNumber', asNumber]],
};

export const DEPARTMENTS: Catalogue = {
	operation: 'Catalogue/getDepartments',
	fields: [['departmentId', asNumber], DESCRIPTION, IS_ACTIVE],
};

export const DUTY_DEFINITIONS: Catalogue = {
	operation: 'Catalogue/getDutyDefinitions',
	fields: [
		['dutyDefinitionId', asNumber],
		['name', asText],
		DESCRIPTION,
		IS_ACTIVE,
		['start', asClockTime],
		['end', asClockTime],
		['breakStart', asClockTime],
		['breakEnd', asClockTime],
		['hours', asNumber],
		['dutyTypeId', asNumber],
		['competenceId', asNumber],
		['sortNumber', asNumber],
	],
	simple: ['dutyDefinitionId', 'name', 'description', 'isActive', 'start', 'end', 'hours', 'dutyTypeId'],
};

export const DUTY_TYPES: Catalogue = {
	operation: 'Catalogue/getDutyTypes',
	fields: [['dutyTypeId', asNumber], ['name', asText], DESCRIPTION, IS_ACTIVE, ['sortNumber', asNumber]],
};

export const FREE_DIMENSION_1: Catalogue = {
	operation: 'Catalogue/getFreeDimension1s',
	fields: [['freeDimension1Id', asNumber], DESCRIPTION, IS_ACTIVE, ['uniqueId', asText]],
};

export const FREE_DIMENSION_2: Catalogue = {
	operation: 'Catalogue/getFreeDimension2s',
	fields: [['freeDimension2Id', asNumber], DESCRIPTION, IS_ACTIVE, ['uniqueId', asText]],
};

export const ORDERS: Catalogue = {
	operation: 'Catalogue/getOrders',
	fields: [['orderId', asNumber], DESCRIPTION, IS_ACTIVE],
};

/** Their numbers are unique only in a project and subproject. */
export const PHASES: Catalogue = {
	operation: 'Catalogue/getPhases',
	fields: [['phaseId', asNumber], ['projectId', asNumber], ['subProjectId', asNumber], ...PROJECT_PART, ['percentagePart', asNumber]],
	simple: ['phaseId', 'projectId', 'subProjectId', ...SIMPLE_PROJECT_PART],
};

export const PROJECTS: Catalogue = {
	operation: 'Catalogue/getProjects',
	fields: [['projectId', asNumber], ...PROJECT_PART, ['usesSubProjects', asKnownFlag], ['projectCustomer', asText], ['projectLeader', asText]],
	simple: ['projectId', ...SIMPLE_PROJECT_PART, 'usesSubProjects'],
};

/** Their numbers are unique only in a project. */
export const SUBPROJECTS: Catalogue = {
	operation: 'Catalogue/getSubProjects',
	fields: [
		['subProjectId', asNumber],
		['projectId', asNumber],
		...PROJECT_PART,
		['usesSubProjects', asKnownFlag],
		['usesPhases', asKnownFlag],
		['percentagePart', asNumber],
		['projectCustomer', asText],
		['projectLeader', asText],
	],
	simple: ['subProjectId', 'projectId', ...SIMPLE_PROJECT_PART, 'usesPhases'],
};

/** Their numbers are unique only in a department. */
export const TASKS: Catalogue = {
	operation: 'Catalogue/getTasks',
	fields: [
		['taskId', asNumber],
		['departmentId', asNumber],
		['description', asText, 'taskDescription'],
		/* 1 active, 0 disabled */
		['isActive', asKnownFlag, 'taskStatus'],
		['costCarrierId', asNumber],
	],
};
