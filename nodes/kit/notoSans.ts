import base64 from './notoSans.ttf';

/**
 * Noto Sans Regular 2.015 under the SIL Open Font License, cut down to its Latin letters (Danish, German, Polish, Turkish, Vietnamese ...), Greek,
 * the Cyrillic of today and the usual signs, without ligatures and kerning.
 */
export const notoSans = (): Buffer => Buffer.from(base64, 'base64');
