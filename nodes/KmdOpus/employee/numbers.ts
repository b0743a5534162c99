import { badInput } from '../../kit/failure';
import { readList } from '../../kit/parameters';

/** Employee numbers from one to another, both ends inclusive. */
export interface NumberRange {
	from: number;
	to: number;
}

/** The employees that a List asks for: ascending intervals that do not overlap, less some others. */
export interface Numbers {
	ranges: NumberRange[];
	except: NumberRange[];
}

/** The highest number there can be: eight digits. */
const HIGHEST = 99_999_999;

export const EVERYBODY = `1-${HIGHEST}`;

const ENTRY = /^(!?)(\d{1,8})(?:-(\d{1,8}))?$/;

function readEntry(field: string, entry: string): NumberRange & { excluded: boolean } {
	const [, mark, first, last] = ENTRY.exec(entry) ?? [];
	const [from, to] = [Number(first), Number(last ?? first)];
	if (!first || from < 1 || to < from) {
		throw badInput(field, 'holds something that is neither a number of at most 8 digits nor an interval', 'Write it like 35, 10-20, !12-14, where ! takes numbers out.');
	}
	return { from, to, excluded: mark === '!' };
}

/** Puts intervals in order and joins those that overlap, so that nobody is asked for twice. */
function joined(ranges: NumberRange[]): NumberRange[] {
	const result: NumberRange[] = [];
	for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
		const last = result[result.length - 1];
		if (last && from <= last.to) last.to = Math.max(last.to, to);
		else result.push({ from, to });
	}
	return result;
}

/**
 * Reads numbers, intervals and exclusions (`35, 10-20, !12-14`); with exclusions alone everybody else is meant.
 * @throws Failure when an entry can't be read, or there is none
 */
export function readNumbers(field: string, value: unknown): Numbers {
	const entries = readList(value).map((entry) => readEntry(field, entry));
	if (!entries.length) throw badInput(field, 'is empty', `Enter numbers, or ${EVERYBODY} for everybody.`);
	const wanted = entries.filter(({ excluded }) => !excluded);
	return {
		ranges: wanted.length ? joined(wanted) : [{ from: 1, to: HIGHEST }],
		except: joined(entries.filter(({ excluded }) => excluded)),
	};
}

/** The given numbers, each by itself. */
export const theseNumbers = (numbers: readonly string[]): Numbers => ({
	ranges: joined(numbers.map((number) => ({ from: Number(number), to: Number(number) }))),
	except: [],
});

/** Only the exclusions that touch what is asked for. */
const withRanges = (ranges: NumberRange[], except: NumberRange[]): Numbers => ({
	ranges,
	except: except.filter(({ from, to }) => ranges.some((range) => from <= range.to && to >= range.from)),
});

/** Those above a number. */
export const above = ({ ranges, except }: Numbers, number: number): Numbers =>
	withRanges(
		ranges.filter(({ to }) => to > number).map(({ from, to }) => ({ from: Math.max(from, number + 1), to })),
		except,
	);

/** Those that are none of some numbers; undefined when none of these was among them. */
export function without({ ranges, except }: Numbers, numbers: readonly number[]): Numbers | undefined {
	const cut = (number: number) => ({ from, to }: NumberRange): NumberRange[] =>
		number < from || number > to ? [{ from, to }] : [{ from, to: number - 1 }, { from: number + 1, to }].filter((range) => range.from <= range.to);
	const isAmong = ranges.some(({ from, to }) => numbers.some((number) => number >= from && number <= to));
	return isAmong ? withRanges(numbers.reduce((left, number) => left.flatMap(cut(number)), ranges), except) : undefined;
}

export const isSingle = ({ ranges }: Numbers): boolean => ranges.length === 1 && ranges[0].from === ranges[0].to;

export const isNobody = ({ ranges }: Numbers): boolean => ranges.length === 0;

/** The two halves, or undefined when it is a single number. */
export function halves({ ranges, except }: Numbers): Numbers[] | undefined {
	if (ranges.length > 1) {
		const middle = Math.ceil(ranges.length / 2);
		return [withRanges(ranges.slice(0, middle), except), withRanges(ranges.slice(middle), except)];
	}
	const [{ from, to }] = ranges;
	if (from === to) return undefined;
	const middle = Math.floor((from + to) / 2);
	return [withRanges([{ from, to: middle }], except), withRanges([{ from: middle + 1, to }], except)];
}

/** Cuts into pieces of at most so many intervals, in their order. */
export function inPieces({ ranges, except }: Numbers, size: number): Numbers[] {
	const count = Math.ceil(ranges.length / size);
	return Array.from({ length: count }, (_, at) => withRanges(ranges.slice(at * size, (at + 1) * size), except));
}

const wireRange = ({ from, to }: NumberRange): string => (from === to ? String(from) : `${from}-${to}`);

/** As a request names them: numbers and intervals first, then the exclusions (contract, section 1.5). */
export const wireNumbers = ({ ranges, except }: Numbers): string[] => [...ranges.map(wireRange), ...except.map((range) => `!${wireRange(range)}`)];
