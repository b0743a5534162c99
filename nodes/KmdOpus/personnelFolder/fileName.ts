import { badInput } from '../../kit/failure';
import { readSendable } from '../soap/text';

/** The longest title or file name, in characters. Not published; below what SAP's document management takes. */
export const MAX_NAME = 128;

/** What a file name can't hold: a path would be taken for folders. */
const NOT_IN_NAME = /[\\/:*?"<>|\p{Cc}]/u;

/** The name of a file; '' for none. */
export function readFileName(value: unknown): string {
	const name = readSendable('File Name', value, MAX_NAME);
	if (NOT_IN_NAME.test(name)) throw badInput('File Name', 'holds a character that a file name can not have', 'Leave out \\ / : * ? " < > |, tabs and line breaks.');
	return name;
}

const EXTENSION = '.pdf';

/** The name of a PDF that is made of a title: what a file name can't hold is a hyphen in it, and a long one is cut. */
export function fileNameOf(title: string): string {
	const letters = [...title].map((letter) => (NOT_IN_NAME.test(letter) ? '-' : letter));
	while (letters.join('').length > MAX_NAME - EXTENSION.length) letters.pop();
	return letters.join('').trimEnd() + EXTENSION;
}
