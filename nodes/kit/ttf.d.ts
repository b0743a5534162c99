/** A font file, in base64: the build puts it into the file that imports it. */
declare module '*.ttf' {
	const base64: string;
	export default base64;
}
