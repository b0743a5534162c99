import type { LineContext } from './lineChecks.ts';
import { CODE, type Finding } from './messages.ts';
import type { RequestObject } from './requestBody.ts';
import {
	answerUpdate,
	checkHeader,
	injectedFindings,
	readHeader,
	refuse,
	type UpdateContext,
	type UpdateHeader,
	type UpdateOutcome,
} from './update.ts';

const MOST_LINES = 999;
const SEQUENCE_NUMBER = /^\d{1,3}$/;

/** What a kind of line has of its own. */
export interface LineKind<Line extends { readonly Sekvensnummer: string }> {
	/** The key of the list in the request. */
	readonly list: string;
	/** What a message about a single line begins with. */
	readonly title: string;
	/** What texts call several of them. */
	readonly plural: string;
	/** What a refusal on demand says. */
	readonly refusal: string;
	readonly read: (of: RequestObject) => Line;
	readonly check: (line: Line, context: LineContext) => Finding[];
	readonly register: (line: Line, employeeNumber: string, updateId: string) => void;
}

function checkLines(header: UpdateHeader, lines: readonly { readonly Sekvensnummer: string }[], plural: string): Finding[] {
	const findings = checkHeader(header);
	if (lines.length === 0) findings.push(refuse(CODE.requestInvalid, `Der er ingen ${plural}.`));
	if (lines.length > MOST_LINES) {
		findings.push(refuse(CODE.tooManyLines, `Der må højst sendes ${MOST_LINES} ${plural} ad gangen.`));
	}
	if (lines.some((line) => !SEQUENCE_NUMBER.test(line.Sekvensnummer))) {
		findings.push(refuse(CODE.requestInvalid, 'Sekvensnummer skal være et tal på højst tre cifre.'));
	}
	if (new Set(lines.map((line) => Number(line.Sekvensnummer))).size < lines.length) {
		findings.push(refuse(CODE.sequenceNumberRepeated, 'Et sekvensnummer forekommer mere end én gang.'));
	}
	return findings;
}

/** The lines that may be registered, given all findings. */
function acceptedLines<Line extends { readonly Sekvensnummer: string }>(
	lines: readonly Line[],
	findings: readonly Finding[],
	registersGoodLines: boolean,
): Line[] {
	const errors = findings.filter(({ type }) => type === 'E');
	if (errors.length === 0) return [...lines];
	if (!registersGoodLines || errors.some(({ line }) => line === null)) return [];
	const faulty = new Set(errors.map(({ line }) => Number(line)));
	return lines.filter((line) => !faulty.has(Number(line.Sekvensnummer)));
}

/**
 * An update of lines of one employment: checks all of them, then registers them, all or none (or the good ones, by
 * switch). With Kun_Valider "1" it only checks (kmd-opus.md 1.6, 4.4).
 */
export function updateLines<Line extends { readonly Sekvensnummer: string }>(
	body: RequestObject,
	context: UpdateContext,
	kind: LineKind<Line>,
): UpdateOutcome {
	const header = readHeader(body);
	const employeeNumber = body.object('Medarbejder').text('Medarbejdernummer');
	const lines = body.objects(kind.list).map(kind.read);
	const employment = context.ledger.employment(employeeNumber);

	const findAll = (): Finding[] => {
		const injected = injectedFindings(context, kind.refusal);
		const ofRequest = [...injected.filter(({ line }) => line === null), ...checkLines(header, lines, kind.plural)];
		if (ofRequest.some(({ type }) => type === 'E')) return ofRequest;
		if (employment === undefined) {
			return [...ofRequest, refuse(CODE.employeeUnknown, `Medarbejder ${employeeNumber} findes ikke.`)];
		}
		const ofLines = lines.flatMap((line) => kind.check(line, { ...context, employment }));
		return [...ofRequest, ...injected.filter(({ line }) => line !== null), ...ofLines];
	};
	return answerUpdate(header, context, kind.title, (onlyValidates) => {
		const findings = findAll();
		const accepted = onlyValidates ? [] : acceptedLines(lines, findings, context.registersGoodLines);
		for (const line of accepted) kind.register(line, employment?.Medarbejdernummer ?? '', header.updateId);
		return { employeeNumber, findings, tookEffect: accepted.length > 0 };
	});
}
