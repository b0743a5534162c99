import type { SoapCaller } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import { EmployeeRefusal } from './wire.ts';

const EMPLOYEE = /^urn:(?:oio:kmd:lpe:(?:medarbejder|medarbejdernummer):)?(!?)(\d{1,8})(?:-(\d{1,8}))?$/i;
const RECEIVER = /^urn:oio:kmd:lpe:modtager:(\d{3})$/i;

/** Employee numbers from one to another, both included; taken in or left out. */
export interface NumberRange {
	readonly from: number;
	readonly to: number;
	readonly isExclusion: boolean;
}

/** ModtagerRef names the municipality, which must be the caller's (kmd-opus.md 1.5, 6). */
export function checkReceiver(request: SoapRequest, { municipality }: SoapCaller): void {
	const receiver = RECEIVER.exec(request.child('ModtagerRef')?.text('URNIdentifikator') ?? '')?.[1];
	if (receiver === undefined) throw new EmployeeRefusal('ModtagerRef mangler eller er ugyldig.');
	if (receiver !== municipality) throw new EmployeeRefusal('ModtagerRef svarer ikke til afsenderens kommune.');
}

/** The MedarbejderRef elements, in any of the three forms that clients send: a number, `10-20`, `!12-14`. */
export function readRanges(request: SoapRequest): NumberRange[] {
	return request.children('MedarbejderRef').map((reference) => {
		const parts = EMPLOYEE.exec(reference.text('URNIdentifikator'));
		if (parts === null) throw new EmployeeRefusal('MedarbejderRef er ugyldig.');
		const range = { from: Number(parts[2]), to: Number(parts[3] ?? parts[2]), isExclusion: parts[1] === '!' };
		if (range.from > range.to) throw new EmployeeRefusal('MedarbejderRef har et interval, der slutter før det begynder.');
		return range;
	});
}

/** The one employee that Laes and Ret are about. */
export function readNumber(request: SoapRequest): string {
	const [range] = readRanges(request);
	if (range === undefined) throw new EmployeeRefusal('MedarbejderRef mangler.');
	if (range.isExclusion || range.from !== range.to) throw new EmployeeRefusal('MedarbejderRef skal være ét medarbejdernummer.');
	return String(range.from);
}

/** Whether the ranges of a List take a number in. */
export function takesIn(ranges: readonly NumberRange[], number: string): boolean {
	const value = Number(number);
	const holds = (isExclusion: boolean): boolean =>
		ranges.some((range) => range.isExclusion === isExclusion && range.from <= value && value <= range.to);
	return holds(false) && !holds(true);
}
