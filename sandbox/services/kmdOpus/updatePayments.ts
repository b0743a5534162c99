import type { BusinessError } from '../../service.ts';
import type { OpusLedger } from './ledger.ts';
import { checkLine, plainDateOf } from './lineChecks.ts';
import { CODE, toMessage, type Finding, type MessageType } from './messages.ts';
import { readLine, type PaymentLine } from './paymentLine.ts';
import type { RequestObject } from './requestBody.ts';

const MOST_LINES = 999;
const UPDATE_ID = /^[0-9A-F]{32}$/;
const SEQUENCE_NUMBER = /^\d{1,3}$/;

/** What an update works with. */
export interface UpdateContext {
	readonly ledger: OpusLedger;
	/** Answers already given, by OpdateringsID. */
	readonly answersGiven: Map<string, object>;
	readonly honoursRepeats: boolean;
	readonly registersGoodLines: boolean;
	readonly refusesClosedPeriods: boolean;
	readonly remarkLength: number;
	readonly today: string;
	readonly timestamp: string;
	readonly businessError?: BusinessError;
}

interface UpdateRequest {
	readonly updateId: string;
	readonly onlyValidates: string;
	readonly employeeNumber: string;
	readonly lines: readonly PaymentLine[];
}

function readRequest(request: RequestObject): UpdateRequest {
	const header = request.object('Header');
	return {
		updateId: header.text('OpdateringsID'),
		onlyValidates: header.text('Kun_Valider'),
		employeeNumber: request.object('Medarbejder').text('Medarbejdernummer'),
		lines: request.objects('Engangsydelser').map(readLine),
	};
}

const refuse = (code: number, text: string): Finding => ({ code, type: 'E', text, line: null });

/** What is wrong with the request as a whole. */
function checkRequest({ updateId, onlyValidates, lines }: UpdateRequest): Finding[] {
	const findings: Finding[] = [];
	if (!UPDATE_ID.test(updateId)) {
		findings.push(refuse(CODE.requestInvalid, 'OpdateringsID skal være 32 hexadecimale cifre med store bogstaver.'));
	}
	if (!['', '1'].includes(onlyValidates)) {
		findings.push(refuse(CODE.requestInvalid, 'Kun_Valider skal være "1" eller udelades.'));
	}
	if (lines.length === 0) findings.push(refuse(CODE.requestInvalid, 'Der er ingen engangsydelser.'));
	if (lines.length > MOST_LINES) {
		findings.push(refuse(CODE.tooManyLines, `Der må højst sendes ${MOST_LINES} engangsydelser ad gangen.`));
	}
	if (lines.some((line) => !SEQUENCE_NUMBER.test(line.Sekvensnummer))) {
		findings.push(refuse(CODE.requestInvalid, 'Sekvensnummer skal være et tal på højst tre cifre.'));
	}
	if (new Set(lines.map((line) => Number(line.Sekvensnummer))).size < lines.length) {
		findings.push(refuse(CODE.sequenceNumberRepeated, 'Et sekvensnummer forekommer mere end én gang.'));
	}
	return findings;
}

function toFinding({ code, type, text, line }: BusinessError): Finding {
	return {
		code: code ?? CODE.employeeLocked,
		type: (type ?? 'E') as MessageType,
		text: text ?? 'Engangsydelsen kan ikke registreres.',
		line: line === undefined ? null : String(line),
	};
}

function findAll(request: UpdateRequest, context: UpdateContext): Finding[] {
	const injected = context.businessError === undefined ? [] : [toFinding(context.businessError)];
	const ofRequest = [...injected.filter(({ line }) => line === null), ...checkRequest(request)];
	if (ofRequest.some(({ type }) => type === 'E')) return ofRequest;
	const employment = context.ledger.employment(request.employeeNumber);
	if (employment === undefined) {
		return [...ofRequest, refuse(CODE.employeeUnknown, `Medarbejder ${request.employeeNumber} findes ikke.`)];
	}
	const ofLines = request.lines.flatMap((line) => checkLine(line, { ...context, employment }));
	return [...ofRequest, ...injected.filter(({ line }) => line !== null), ...ofLines];
}

/** The lines that may be registered, given all findings. */
function acceptedLines(request: UpdateRequest, findings: readonly Finding[], registersGoodLines: boolean): PaymentLine[] {
	const errors = findings.filter(({ type }) => type === 'E');
	if (errors.length === 0) return [...request.lines];
	if (!registersGoodLines || errors.some(({ line }) => line === null)) return [];
	const faulty = new Set(errors.map(({ line }) => Number(line)));
	return request.lines.filter((line) => !faulty.has(Number(line.Sekvensnummer)));
}

function register(line: PaymentLine, request: UpdateRequest, ledger: OpusLedger): void {
	ledger.register({
		Medarbejdernummer: ledger.employment(request.employeeNumber)?.Medarbejdernummer ?? '',
		Startdato: plainDateOf(line.Startdato) ?? '',
		Loenart: line.Loenart,
		Loebenummer: line.Loebenummer,
		Antal: Number(line.Antal),
		Beloeb: Number(line.Beloeb),
		Afv_Timeloen: Number(line.Afv_Timeloen),
		Afv_Omkostningssted: line.Afv_Omkostningssted,
		Afv_PSP_Element: line.Afv_PSP_Element,
		Indv_Bemaerkning_1: line.Afsendelses_System,
		Indv_Bemaerkning_2: line.Indv_Bemaerkning,
		OpdateringsID: request.updateId,
	});
}

/**
 * update-onetime-payments: checks all lines, then registers them, all or none of them (or the good ones, by switch).
 * With Kun_Valider "1" it only checks. A repeated OpdateringsID gets the answer that was given before, be it a
 * refusal, and registers nothing (by switch) (kmd-opus.md 1.6, 4.4, 4.5).
 */
export function updatePayments(body: RequestObject, context: UpdateContext): { answer: object; tookEffect: boolean } {
	const request = readRequest(body);
	const onlyValidates = request.onlyValidates === '1';
	const given = context.answersGiven.get(request.updateId);
	if (given !== undefined && context.honoursRepeats && !onlyValidates) return { answer: given, tookEffect: false };

	const findings = findAll(request, context);
	const accepted = onlyValidates ? [] : acceptedLines(request, findings, context.registersGoodLines);
	for (const line of accepted) register(line, request, context.ledger);
	const answer = {
		Header: {
			Timestamp: context.timestamp,
			OpdateringsID: request.updateId,
			Status: findings.some(({ type }) => type === 'E') ? 'Error' : 'OK',
		},
		Medarbejder: { Medarbejdernummer: request.employeeNumber },
		Meddelelse: findings.map((finding) => toMessage(finding, context.timestamp)),
	};
	if (!onlyValidates && UPDATE_ID.test(request.updateId)) context.answersGiven.set(request.updateId, answer);
	return { answer, tookEffect: accepted.length > 0 };
}
