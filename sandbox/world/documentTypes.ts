import type { DocumentType } from './employeeTypes.ts';

/** The document types that the synthetic municipality agreed with the suppliers of its other systems. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
	{ DocumentTypeKey: 'CAP-TIMESEDDEL', SourceSystem: 'CAPITECH', Tekst: 'Timeseddel', Mappe: '81.39.00' },
	{ DocumentTypeKey: 'CAP-AFTALE', SourceSystem: 'CAPITECH', Tekst: 'Arbejdstidsaftale', Mappe: '81.15.00' },
	{ DocumentTypeKey: 'LINA-KONTRAKT', SourceSystem: 'LINA', Tekst: 'Ansættelsesbrev', Mappe: '81.03.00' },
	{ DocumentTypeKey: 'LINA-DOKUMENT', SourceSystem: 'LINA', Tekst: 'Øvrige dokumenter', Mappe: '81.00.00' },
	{ DocumentTypeKey: 'LINA-SAMTYKKE', SourceSystem: 'LINA', Tekst: 'Samtykke til videregivelse', Mappe: '81.00.00' },
	{ DocumentTypeKey: 'LINA-TILBAGETRAEKNING', SourceSystem: 'LINA', Tekst: 'Tilbagetrækning af samtykke', Mappe: '81.00.00' },
	{ DocumentTypeKey: 'LINA-KURSUSBEVIS', SourceSystem: 'LINA', Tekst: 'Kursusbevis', Mappe: '81.00.00' },
	{ DocumentTypeKey: 'LINA-VAGTKVITTERING', SourceSystem: 'LINA', Tekst: 'Kvittering for vagt', Mappe: '81.39.00' },
];
