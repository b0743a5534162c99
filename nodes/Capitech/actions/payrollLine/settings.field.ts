import type { INodeProperties } from 'n8n-workflow';

/** The settings of the workflow, in one document for all operations of the resource. */
export const settingsField: INodeProperties = {
	displayName: 'Settings',
	name: 'settings',
	type: 'json',
	typeOptions: { rows: 10 },
	default: `{
  "sender": "Capitech",
  "exportedCode": 20,
  "rejectedCode": 90,
  "firms": [
    {
      "clientId": 100,
      "municipalityCode": "751",
      "approval": { "level": 1 },
      "payElements": [
        { "timeCategoryId": 10, "employeeGroup": 1, "payElement": "0310", "serialNumber": 1, "unit": "hours" },
        { "timeCategoryId": 11, "employeeGroup": 2, "doNotExport": true }
      ],
      "confirmedPairs": [],
      "employees": { "source": "sameNumber" },
      "costObjects": [{ "departmentId": 50, "costCenter": "1010500001" }],
      "payPeriod": { "closedThrough": "", "corrections": "humanList", "lineDate": "workDate" }
    }
  ]
}`,
	required: true,
	description: 'Sender, codes and firms, as the documentation of the workflow Capitech to KMD Opus describes them. Take them from one settings node.',
};
