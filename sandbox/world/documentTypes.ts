import type { DocumentType } from './employeeTypes.ts';

/** The document types that the synthetic municipality agreed with the suppliers of its other systems. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
	{ DocumentTypeKey: 'CAP-TIMESEDDEL', SourceSystem: 'CAPITECH', Tekst: 'Timeseddel', Mappe: '81.39.00' },
	{ DocumentTypeKey: 'CAP-AFTALE', SourceSystem: 'CAPITECH', Tekst: 'Arbejdstidsaftale', Mappe: '81.15.00' },
	{ DocumentTypeKey: 'LINA-KONTRAKT', SourceSystem: 'LINA', Tekst: 'Ansættelsesbrev', Mappe: '81.03.00' },
	{ DocumentTypeKey: 'LINA-DOKUMENT', SourceSystem: 'LINA', Tekst: 'Øvrige dokumenter', Mappe: '81.00.00' },
];
