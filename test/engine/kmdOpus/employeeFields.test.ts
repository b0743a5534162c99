import type { IDataObject } from 'n8n-workflow';

import { categoriesOf, useEmployee } from './employee';
import { NUMBER, record, unit } from './employeeRecords';

const { opus, item, records, put, bodies } = useEmployee();

const VALID = { validFrom: '2020-01-01', validTo: '9999-12-31' };

describe('the fields of every area', () => {
	test.each<[string, string, IDataObject, IDataObject]>([
		['activities', '0000', { Aktivitetsart: '81', AktivitetsAarsag: '01', StatusBeskaeftigelse: '3', Ansaettelsesdato: '2020-01-01', Fratraedelsesdato: '31.12.2026' },
			{ activityType: '81', activityReason: '01', employmentStatus: '3', hireDate: '2020-01-01', leaveDate: '2026-12-31' }],
		['organisation', '0001', {
			Medarbejderkreds: '03', Ansaettelsesforhold: '01', Organisationsenhed: '10000001', OrganisationsenhedTekst: 'Æblehaven & Søn', Stilling: '50000001', StillingTekst: 'Pædagog',
			OrganisationAdresse: 'Torvet 1', OrganisationBy: 'Aarhus C', OrganisationPostnr: '8000', OrganisationTelefonnr: '89400000', Ledermarkering: '2', LederOrgEnhed: ['10000001', '10000002'],
			OvenliggendeOrgEnhed: '10000000', OrganisationsenhedTekstKort: 'ÆBL', StillingTekstKort: 'PÆD',
		}, {
			employeeGroup: '03', employmentTerms: '01', organisationUnit: '10000001', organisationUnitText: 'Æblehaven & Søn', position: '50000001', positionText: 'Pædagog',
			organisationAddress: 'Torvet 1', organisationCity: 'Aarhus C', organisationPostalCode: '8000', organisationPhone: '89400000', unitsLed: 2, ledUnits: ['10000001', '10000002'],
			parentUnit: '10000000', organisationUnitShortText: 'ÆBL', positionShortText: 'PÆD',
		}],
		['personalData', '0002', { 'CPR-nummer': '0101575001', Efternavn: 'Holm', Fornavn: '', PersonaleIdentifikator: 'P1' },
			{ cprNumber: '0101575001', lastName: 'Holm', firstName: null, personId: 'P1' }],
		['addresses', '0006', { Adresseart: '1', GadeVejNr: 'Nørregade 1', Postnummer: '8000', By: 'Aarhus C', Land: 'DK' },
			{ addressType: '1', street: 'Nørregade 1', postalCode: '8000', city: 'Aarhus C', country: 'DK' }],
		['workingTime', '0007', { ArbejdstimerAar: '1924.00', TimetalTaeller: '018500', TimetalNaevner: '037000', TimetalTaellerTid: '18:30', TimetalNaevnerTid: '37:00', Reduktionskode: '1' },
			{ annualHours: 1924, hoursNumerator: 18.5, hoursDenominator: 37, hoursNumeratorTime: '18:30', hoursDenominatorTime: '37:00', reductionCode: '1' }],
		['contract', '0016', { FoersteTiltraedelse: '2019-02-01', TiltraedelsesdatoKoncern: '2018-01-01' }, { firstEmployedOn: '2019-02-01', employedInGroupFrom: '2018-01-01' }],
		['communication', '0105', { Sekvensnummer: '000', Kommunikationsart: '0010', KommunikationsID: 'a@b.example' },
			{ sequenceNumber: '000', communicationType: '0010', value: 'a@b.example', deleted: false }],
		['tax', '0765', { Traekprocent: '42', FradragMaaned: '1.234,56' }, { taxPercent: 42, monthlyDeduction: 1234.56 }],
		['payGrade', '9001', { DecentralAnsaettelse: 'true', Loenklassenummer: '1-3011-111' }, { decentralEmployment: true, payClass: '1-3011-111' }],
		['connections', '9013', { Brugernummer: '0536', Tidsadministration: 'true', Vagtplan: 'false', Ekstraciffer: '0' },
			{ userNumber: '0536', timeAdministration: true, dutyRota: false, supplementaryDigit: '0' }],
		['pensions', '9015', { Pensionsart: '1', Pensionskassenummer: '046', Pensionsmedlemsnummer: '04600001', ArbejdsgiverBidragPct: '12,50', EgetBidragPct: '6,25' },
			{ pensionType: '1', pensionFund: '046', pensionMemberNumber: '04600001', employerContributionPercent: 12.5, ownContributionPercent: 6.25 }],
		['workSchedules', 'MTP', { Arbejdstidstype: 'AA', Arbejdstidstypetekst: 'Afvigende', Arbejdstid: '7.40', Starttid: '08:00:00', Sluttid: '15:24:00' },
			{ workTimeType: 'AA', workTimeTypeText: 'Afvigende', hours: 7.4, startTime: '08:00:00', endTime: '15:24:00' }],
		['absences', 'FVNV', { FravaersNaervaersart: 'SY', FravaersNaervaerstekst: 'Sygdom', FravaersNaervaerstimer: '7,40', FravaersNaervaersdage: '1,00', Starttid: '08:00:00', Sluttid: '15:24:00' },
			{ absenceType: 'SY', absenceText: 'Sygdom', absenceHours: 7.4, absenceDays: 1, absenceStartTime: '08:00:00', absenceEndTime: '15:24:00' }],
		['jobFunction', '9039', { Arbejdsfunktion: '00004105', ArbejdsfunktionTekstKort: 'LEDE', ArbejdsfunktionTekst: 'Leder' },
			{ jobFunction: '00004105', jobFunctionShortText: 'LEDE', jobFunctionText: 'Leder' }],
		['rotaPlacement', 'TPI', { Organisationsenhed: '10000001', OrganisationsenhedTekst: 'Æblehaven', OrganisationsenhedTekstKort: 'ÆBL' },
			{ rotaUnit: '10000001', rotaUnitText: 'Æblehaven', rotaUnitShortText: 'ÆBL' }],
	])('%s', async (area, category, wire, fields) => {
		await put(record(category, wire));
		expect(await records(area, { options: { rotaCategory: 'TPI' } })).toEqual([{ ...VALID, ...fields }]);
		expect(categoriesOf((await bodies())[0])).toEqual([category]);
	});

	test('fields that were not bought are null', async () => {
		await put(unit('Æblehaven', { OrganisationBy: 'Aarhus C', Ledermarkering: '2', LederOrgEnhed: ['10000001'] }));
		await opus.control.switches({ 'kmdOpus.boughtFields': 'base' });
		expect(await records('organisation')).toMatchObject([{ organisationUnitText: 'Æblehaven', organisationCity: null, unitsLed: null, ledUnits: [] }]);
	});

	test('areas of which nothing came are empty lists, and only what is asked for is asked', async () => {
		await put(unit('Æblehaven'));
		expect(await item({ simplify: false })).toEqual({
			employeeNumber: NUMBER,
			records: { communication: [], organisation: [expect.objectContaining({ organisationUnitText: 'Æblehaven' })] },
			managers: [],
		});
		expect(categoriesOf((await bodies())[0])).toEqual(['0001', '0105']);
	});
});
