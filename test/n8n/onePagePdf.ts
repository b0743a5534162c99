/** The bytes of a PDF of one page that tells a text, filled up to a size. */
export function makePdf(text: string, size = 0): Buffer {
	const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	];
	const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
	const bytes = Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R >>\n%%EOF\n`, 'latin1');
	return Buffer.concat([bytes, Buffer.alloc(Math.max(0, size - bytes.length), '%')]);
}
