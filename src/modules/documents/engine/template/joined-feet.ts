const footer = 'word/footer1.xml';
const picture = 'word/media/check.png';
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/**
 * What stands at the foot of the first page of each joined paper: every paper has its own code there, so its foot and its picture come along
 * under names of their own. The first paper's are those of the file it all goes into.
 */
export function joinedFeet() {
	const parts: Record<string, Uint8Array> = {};
	const numbers: number[] = [];
	return {
		/** @returns the properties of the section, leading to the paper's own foot */
		take(files: Readonly<Record<string, Uint8Array>>, properties: string): string {
			const [foot, shown] = [files[footer], files[picture]];
			if (!foot || !shown) return properties;
			const number = numbers.length + 1;
			numbers.push(number);
			if (number === 1) return properties;
			const relations = text(files['word/_rels/footer1.xml.rels']).replace('check.png', `check${number}.png`);
			parts[`word/footer${number}.xml`] = foot;
			parts[`word/_rels/footer${number}.xml.rels`] = Buffer.from(relations);
			parts[`word/media/check${number}.png`] = shown;
			return properties.replace(/(<w:footerReference [^>]*r:id=")[^"]*/, `$1foot${number}`);
		},
		parts,
		/** A list of contents or of relations of the first paper, with the feet of the others after its own. */
		listed: (list: string) =>
			numbers
				.slice(1)
				.reduce(
					(whole, number) =>
						whole.replace(/<(Override|Relationship)\s[^>]*footer1\.xml"[^>]*>/, (own) =>
							[
								own.replace('footer1.xml', `footer${number}.xml`).replace(/ Id="[^"]*"/, ` Id="foot${number}"`),
								own
							].join('')
						),
					list
				)
	};
}
