const endings = /[.;,\s]+$/;
const afterInitial = /(?:^|[\s.])\p{Lu}\.$/u;

/** What somebody typed, to stand within a sentence of ours: without its own stop; the point of an initial stays. */
export function tidy(text: string) {
	const trimmed = text.trim().replace(/[;,\s]+$/, '');
	return afterInitial.test(trimmed) ? trimmed : trimmed.replace(endings, '');
}
