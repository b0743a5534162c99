import { fieldsOf } from './fieldsOf';

const requestOf = fieldsOf('akasse-opening-hours', 'Request');

test.each([
	[{ 'Preview only': 'No (Nej)' }, false],
	[{ 'Preview only': 'Yes (Ja)' }, true],
	[{ body: {} }, false],
	[{ body: { previewOnly: ' ' } }, false],
	[{ body: { previewOnly: false } }, false],
	[{ body: { previewOnly: 0 } }, false],
	[{ body: { previewOnly: 'nej' } }, false],
	[{ body: { previewOnly: true } }, true],
	[{ body: { previewOnly: 'x' } }, true],
	[{ body: { previewOnly: 'on' } }, true],
	[{ body: { previewOnly: 'preview' } }, true],
	[{ body: { previewOnly: 'nothing is to be sent' } }, true],
])('%j: whatever may ask for a preview is one (%j)', (item, isPreview) => {
	expect(requestOf(item)).toMatchObject({ isPreview });
});
