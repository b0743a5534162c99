import type { IDataObject } from 'n8n-workflow';

/** The sample answers of the vendor's page, word for word; not pairs of a request and its answer (contract, section 5, point 12). */
export const PER_HOUR =
	'{ "eff": { "12": 1, "13": 1, "14": 1, "15": 1, "19": 1, "20": 1, "21": 1, "22": 1, "23": 1, "0": 1, "1": 1 }, "kost": { "12": 11.09, "13": 11.09, "14": 11.09, "15": 11.09, "19": 11.09, "20": 0, "21": 0, "22": 0, "23": 0, "0": 0, "1": 0 }, "kostUser": { "12": [ 11.09 ], "13": [ 11.09 ], "14": [ 11.09 ], "15": [ 11.09 ], "19": [ 11.09 ], "20": [ 0 ], "21": [ 0 ], "22": [ 0 ], "23": [ 0 ], "0": [ 0 ], "1": [ 0 ] } }';
export const PER_DAY = '[ { "h_brutto": 9, "h_zuschl_25": 4, "h_zuschl_40": 1, "h_zuschl_50": 0, "brutto": 82.71, "lohnkosten": 300.66 } ]';
export const ACCEPTED = '[ { "von": 1606474800, "bis": 1606485600, "von2": 1606500000, "bis2": 1606521600, "pause": 0, "tage": 0, "bereich": 1 } ]';
export const FULL_DAY =
	'[ { "von": 1606476600, "bis": 1606485600, "von2": 1606500000, "bis2": 1606523400, "pause": 0, "tage": 0, "bereich": 1, "h_brutto": 9, "h_zuschl_25": 4, "h_zuschl_40": 1.5, "h_zuschl_50": 0, "brutto": 82.71, "lohnkosten": 111.22, "stundenkosten": { "12": 5.54, "13": 11.09, "14": 11.09, "15": 11.09, "19": 11.09, "20": 13.39, "21": 13.39, "22": 13.39, "23": 13.39, "0": 12.01, "1": 6 } } ]';
export const CHANGES =
	'[ { "datum": "21.06.2021", "schichten": [ { "von": 0, "bis": 0, "von2": 1624262400, "bis2": 1624293000, "pause": 30, "tage": 0, "bereich": 0, "h_brutto": 8, "h_zuschl_25": 0, "h_zuschl_40": 0, "h_zuschl_50": 0, "h_zuschl_51": 0, "brutto": 9.6, "lohnkosten": 13.47, "stundenkosten": { "10": 1.58, "11": 1.58, "12": 1.58, "13": 1.58, "14": 1.58, "15": 1.58, "16": 1.58, "17": 1.58, "18": 0.79 } } ] }, { "datum": "13.04.2020", "schichten": [] } ]';
export const PEOPLE =
	'[ { "userUuid": "4647b780-a4ab-4ca7-a977-2e00d78a8a28", "userVorname": "vyhpboqL", "userName": "hSRHIvca", "userEmail": "te@gastro-mis.de", "bereich": "Service" }, { "userUuid": "196b3002-a8ae-4e2c-9de5-a317ef5c893c", "userVorname": "Joe", "userName": "Test", "userEmail": "j@gastro-mis.de", "bereich": "Küche" } ]';

export const rowsOf = (answer: string): IDataObject[] => JSON.parse(answer) as IDataObject[];

/** A row of a full day, with some of its fields changed. */
export const fullRow = (changes: IDataObject = {}): IDataObject => ({ ...rowsOf(FULL_DAY)[0], ...changes });
