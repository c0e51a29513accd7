import type { Draft } from '../draft';
import { type Remark, remark, spotsOnce, type Words, wordsOf } from './remark';

type Misquoted = {
	/** What stands wrong, alone: it becomes `right`. */
	wrong: RegExp;
	/** Only where this stands in the same words. */
	beside?: RegExp;
	right: string;
	/** For a word that is declined: what becomes of it as it stands. */
	by?: (written: string) => string;
	/** What it is called, and where that is known from. */
	why: string;
};

/** Acts on mentoring that plans often quote wrongly, and how they read. */
export const misquotedActs: readonly Misquoted[] = [
	{
		wrong: /(?:№\s*|N\s*)?(?<![\dР-])145\s*-\s*р(?![а-яё\d])/giu,
		right: '№ Р-145',
		why: 'так пишется номер распоряжения Минпросвещения России от 25.12.2019'
	},
	{
		wrong: /24\.12\.2019|24\s+декабря\s+2019/giu,
		beside: /Р\s*-\s*145|145\s*-\s*р/iu,
		right: '25.12.2019',
		why: 'день распоряжения Минпросвещения России № Р-145'
	},
	{
		wrong: /(?<=ст(?:\.|ать[яиеюёй]{1,2})\s*)358\.1/giu,
		right: '351.8',
		why: 'о наставничестве говорит статья 351.8 Трудового кодекса'
	},
	{
		wrong: /постановлени[еяюи]м?(?=\s+(?:Министерства\s+просвещения|Минпросвещения))/giu,
		beside: /Р\s*-\s*145/iu,
		right: 'распоряжение',
		by: (written) => written.replace('постановлени', 'распоряжени').replace('Постановлени', 'Распоряжени'),
		why: 'Р-145 – распоряжение Минпросвещения России, а не постановление'
	},
	{
		wrong: /(?<=МР\s*-\s*)42\/20(?!\d)/giu,
		right: '42/02',
		why: 'номер письма Минпросвещения России от 23.01.2020 – МР-42/02'
	}
];

/** A quick first look: every misquotation holds one of these. */
const anyAct = /145|358\.1|42\/20/;

/** An act quoted wrongly, with the right words; in the papers above the table it is said without a button: those lines stay in the file. */
export function misquotes(draft: Draft): Remark[] {
	const inPlan = wordsOf(draft).filter(({ text }) => anyAct.test(text));
	const above: Words[] = (draft.header ?? []).map((text) => ({ text, spot: { at: 'heading', field: 'document' } }));
	return misquotedActs.flatMap(({ wrong, beside, right, by = () => right, why }) => {
		const found = [...inPlan, ...above].flatMap(({ text, spot }) =>
			beside && !beside.test(text) ? [] : [...text.matchAll(wrong)].map(([written]) => ({ written, spot }))
		);
		const first = found[0]?.written;
		if (first === undefined) return [];
		const mendable = found.filter(({ spot }) => !(spot.at === 'heading' && spot.field === 'document'));
		const words = new Map(mendable.map(({ written }) => [written, by(written)] as const));
		return [
			remark('misquoted-act', right, {
				sentence: `Написано «${first}», правильно «${by(first)}»: ${why}.`,
				spots: spotsOnce(found.map(({ spot }) => spot)),
				mend: words.size > 0 ? { act: 'replace', words: [...words] } : null
			})
		];
	});
}

/** Laws named by their title alone, with what a quotation adds. */
const laws: readonly [RegExp, string][] = [
	[/Федеральн(?:ый|ого|ому|ым|ом)\s+закон(?:а|у|ом|е)?(?=\s+«Об\s+образовании\s+в\s+Р)/giu, 'от 29.12.2012 № 273-ФЗ'],
	[/Федеральн(?:ый|ого|ому|ым|ом)\s+закон(?:а|у|ом|е)?(?=\s+«О\s+персональных\s+данных»)/giu, 'от 27.07.2006 № 152-ФЗ']
];

/** A federal law quoted without its day and number, where both are sure. */
export function bareLaws(draft: Draft): Remark[] {
	const inPlan = wordsOf(draft).filter(({ text }) => /федеральн/iu.test(text));
	return laws.flatMap(([law, number]) => {
		const found = inPlan.flatMap(({ text, spot }) =>
			/№\s*\d|\d\s*-\s*ФЗ/.test(text) ? [] : [...text.matchAll(law)].map(([written]) => ({ written, spot }))
		);
		const first = found[0]?.written;
		if (first === undefined) return [];
		return [
			remark('bare-act', number, {
				sentence: `Закон назван без даты и номера; полностью: «${first} ${number}».`,
				spots: spotsOnce(found.map(({ spot }) => spot)),
				mend: {
					act: 'replace',
					words: [...new Map(found.map(({ written }) => [written, `${written} ${number}`] as const))]
				}
			})
		];
	});
}
