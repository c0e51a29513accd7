import { type Draft, type DraftActivity, kept, sameWords } from '../draft';
import { inShort } from '../row-values';
import { inRow, type Remark, remark, spotsOnce, times, wordsOf } from './remark';

const sameThing = ({ stage, title, deadline, responsible }: DraftActivity) => {
	const who = responsible.map(({ text }) => sameWords(text)).join(', ');
	return [stage, sameWords(title).replace(/(?<![.;,])[.;,]+$/, ''), sameWords(deadline.text ?? ''), who].join('|');
};

/** The same thing with the same term in the same stage, and nobody else answers for it. */
export function repeated(draft: Draft): Remark[] {
	const groups = Map.groupBy(kept(draft), sameThing);
	return [...groups.values()]
		.filter((rows) => rows.length > 1)
		.map((rows) =>
			remark('repeated', rows[0]?.title ?? '', {
				sentence: `Мероприятие «${inShort(rows[0]?.title ?? '')}» записано ${rows.length === 2 ? 'дважды' : times(rows.length)} с одним сроком.`,
				spots: rows.map((row) => inRow(row, 'title')),
				mend: { act: 'remove-rows', rows: rows.slice(1).map(({ key }) => key) }
			})
		);
}

/** A stage without activities; when all are, the plan's stages are its rows and somebody has to look anyway. */
export function emptyStages(draft: Draft): Remark[] {
	const used = new Set(kept(draft).map(({ stage }) => stage));
	return draft.stages
		.filter(({ key }) => !used.has(key))
		.map(({ key, title }) =>
			remark('empty-stage', title, {
				sentence: `В этапе «${inShort(title)}» нет мероприятий: возможно, они остались в соседнем.`,
				spots: [{ at: 'stage', key, field: 'title' }],
				mend: { act: 'remove-stage', stage: key }
			})
		);
}

/** What a sample leaves to be filled in. A line for a signature is none: it stands outside the table. */
const blanks =
	/_{3,}|\[(?:ФИО|Ф\.\s?И\.\s?О\.|дата|название|наименование|указать)[^\]]*\]|\((?:ФИО|указать|вписать)[^)]*\)|(?<![А-ЯЁа-яё])ХХ\.ХХ(?:\.|\s)|(?<!\d)20(?:__|ХХ|\.\.)|^\s*(?:…|\.{3,})\s*$/iu;

export function blanksLeft(draft: Draft): Remark[] {
	const found = wordsOf(draft).flatMap(({ text, spot }) => {
		const blank = blanks.exec(text)?.[0].trim();
		return blank ? [{ blank, spot }] : [];
	});
	const [first] = found;
	if (!first) return [];
	const places = spotsOnce(found.map(({ spot }) => spot));
	return [
		remark('blank', places.map((spot) => JSON.stringify(spot)).join(), {
			sentence: `Осталось незаполненное место: «${first.blank}»${places.length > 1 ? ' и другие' : ''}. Впишите, что должно там стоять.`,
			spots: places,
			mend: null
		})
	];
}

/** Numbers that skip: a row may have been lost in the file or in the reading of it. Removed rows are no gap. */
export function numberGaps(draft: Draft): Remark[] {
	const numbered = draft.activities.filter(({ number }) => number && /^\d{1,3}$/.test(number));
	const there = new Set(numbered.map(({ stage, number }) => `${stage} ${Number(number)}`));
	return numbered.slice(1).flatMap((row, index) => {
		const above = numbered[index];
		const [was, is] = [Number(above?.number), Number(row.number)];
		if (!above || above.stage !== row.stage || is - was !== 2) return [];
		if (there.has(`${row.stage} ${was + 1}`) || row.removed || above.removed) return [];
		return [
			remark('number-gap', `${row.stage} ${was} ${is}`, {
				sentence: `После № ${was} идёт № ${is}: проверьте, не потерялась ли строка № ${was + 1}.`,
				spots: [inRow(above, 'title'), inRow(row, 'title')],
				mend: null
			})
		];
	});
}
