/** A line of text and where its first letter stands, in points from the left and the lower edge. */
export interface PlacedLine {
	text: string;
	x: number;
	y: number;
	/** Of the letters, in points. */
	size: number;
}

/** The width of a text, in thousandths of the size of its letters. */
export type Measure = (text: string) => number;

/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89 };

/** 25 mm. */
const MARGIN = 70.87;

/** Sizes of letters and how far lines stand apart, in points. */
const TITLE = { size: 16, leading: 22 };
const BODY = { size: 11, leading: 15 };
const FOOTER = { size: 9, y: 36 };

/** A word in parts that are each no wider than a line. */
function splitWord(word: string, width: number, measure: Measure): string[] {
	const parts: string[] = [];
	let left = 0;
	for (const letter of word) {
		const wide = measure(letter);
		if (parts.length === 0 || wide > left) {
			parts.push('');
			left = width;
		}
		parts[parts.length - 1] += letter;
		left -= wide;
	}
	return parts;
}

/** A paragraph in lines. A line keeps the blanks it is broken at, where they are not seen: no character is lost. */
function wrapParagraph(paragraph: string, width: number, measure: Measure): string[] {
	const lines: string[] = [];
	let left = 0;
	for (const word of paragraph.match(/[^ ]+ *|^ +/g) ?? ['']) {
		const wide = measure(word.replace(/(?<=[^ ]) +$/, ''));
		const [first, ...others] = wide > width ? splitWord(word, width, measure) : [word];
		if (lines.length === 0 || wide > left) {
			lines.push(first);
			left = width;
		} else {
			lines[lines.length - 1] += first;
		}
		lines.push(...others);
		left = others.length ? width - measure(lines[lines.length - 1]) : left - measure(word);
	}
	return lines;
}

/**
 * Breaks a title and a text into the lines of A4 pages, with the page's number at the foot of each. A line break begins a paragraph, an empty line
 * stays one; a word that is wider than the page is broken anywhere.
 */
export function layOut(title: string, text: string, measure: Measure): PlacedLine[][] {
	const pages: PlacedLine[][] = [[]];
	let y = PAGE.height - MARGIN;
	const place = (paragraph: string, { size, leading }: typeof BODY): void => {
		for (const line of wrapParagraph(paragraph, ((PAGE.width - 2 * MARGIN) * 1000) / size, measure)) {
			y -= leading;
			if (y < MARGIN) {
				pages.push([]);
				y = PAGE.height - MARGIN - leading;
			}
			pages[pages.length - 1].push({ text: line, x: MARGIN, y, size });
		}
	};
	place(title, TITLE);
	y -= BODY.leading;
	for (const paragraph of text.split('\n')) place(paragraph, BODY);
	return pages.map((lines, index) => {
		const number = `${index + 1} / ${pages.length}`;
		const x = (PAGE.width - (measure(number) * FOOTER.size) / 1000) / 2;
		return [...lines, { text: number, x, y: FOOTER.y, size: FOOTER.size }];
	});
}
