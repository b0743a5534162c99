import type { Mutant } from '../mutant.ts';
import { unit } from '../mutant.ts';

const KIT = 'nodes/kit';

const pdf = unit('kit/pdf');

/** What goes wrong where a title and a text are written as a PDF, and with what a message says of persons. */
export const documents: Mutant[] = [
	{
		name: 'a character that the font has not is left out of a document in silence',
		file: `${KIT}/pdf.ts`,
		find: 'if (foreign !== undefined) {',
		replace: "if (foreign === '?') {",
		tests: pdf,
	},
	{
		name: 'the last part of a word that is wider than the page is lost',
		file: `${KIT}/pdfLayout.ts`,
		find: 'lines.push(...others);',
		replace: 'lines.push(...others.slice(0, -1));',
		tests: pdf,
	},
	{
		name: 'lines run through the foot of the page',
		file: `${KIT}/pdfLayout.ts`,
		find: 'if (y < MARGIN)',
		replace: 'if (y < -MARGIN)',
		tests: pdf,
	},
	{
		name: 'a letter is drawn without its accent',
		file: `${KIT}/trueType.ts`,
		find: 'kept.add(part);',
		replace: 'kept.delete(part);',
		tests: pdf,
	},
	{
		name: 'characters are drawn by the outlines of others',
		file: `${KIT}/pdfFont.ts`,
		find: 'Buffer.from([0, ...glyphs]',
		replace: 'Buffer.from([...glyphs]',
		tests: pdf,
	},
	{
		name: 'an e-mail address in a service’s own text is shown',
		file: `${KIT}/mask.ts`,
		find: '.replace(ADDRESS, (found) => (keep.includes(found) ? found : MASK))',
		replace: '.replace(ADDRESS, (found) => found)',
		tests: unit('kit/mask'),
	},
];
