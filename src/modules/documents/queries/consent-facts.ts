import type { ConsentText } from '../../consents/queries/texts';
import type { ConsentKind } from '../../consents/rules/kinds';
import { libraryOf } from '../../consents/rules/library';
import type { ConsentFacts } from '../engine/consent-values';
import type { DocumentSettings } from '../rules/documents';

/** The texts the school has published; until then the program's own, with what the school has said of itself. */
export function consentFacts(
	texts: ReadonlyMap<ConsentKind, Pick<ConsentText, 'parts'>>,
	fullName: string,
	{ address, taxNumber, site }: Pick<DocumentSettings, 'address' | 'taxNumber' | 'site'>
): ConsentFacts {
	const blank = '______________';
	const operator = `${fullName}, адрес: ${address || blank}, ИНН ${taxNumber || blank}, ОГРН ${blank}`;
	const of = (kind: 'processing' | 'publication') =>
		texts.get(kind)?.parts ?? {
			...libraryOf(kind, fullName),
			operator,
			...(site && kind === 'publication' && { resources: `раздел «Наставничество» на сайте ${site}` })
		};
	return { processing: of('processing'), publication: of('publication') };
}
