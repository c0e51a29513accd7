import { showDate } from '../../../core/dates';
import { paperInWord, type WordPaper } from '../../../core/paper-in-word';
import type { Practice } from '../queries/practice';
import { allParts, authorsOutside, formName, parts } from '../rules/practice';

type Given = Pick<Practice, 'title' | 'form' | 'authors' | 'spreads' | 'files'> &
	Record<(typeof allParts)[number], string>;

const spreading = (spreads: boolean) =>
	spreads
		? 'Авторы согласны на распространение.'
		: 'Только внутри организации: согласия авторов на распространение нет.';

/** What was and what is, side by side; every other part under its own heading; what is empty is left out. */
function partsOf(practice: Given): WordPaper['parts'] {
	const { before, after, authors, form, spreads, files } = practice;
	return [
		{ line: `Авторы: ${authorsOutside(authors) || 'не указаны'}` },
		{ line: `Форма: ${formName(form).toLocaleLowerCase('ru')}` },
		...allParts.flatMap((part): WordPaper['parts'] => {
			if (part === 'after') return [];
			if (part === 'before')
				return before || after
					? [
							{ line: 'Было – стало', bold: true, before: 120 },
							{ headings: ['Было', 'Стало'], rows: [[before || '–', after || '–']], widths: [1, 1] }
						]
					: [];
			const lines = practice[part].split(/\r?\n/).filter((line) => line.trim() !== '');
			const numbered = part === 'steps' && lines.length > 1 && !/^\s*\d/.test(lines[0] ?? '');
			return lines.length === 0
				? []
				: [
						{ line: parts[part].name, bold: true, before: 120 },
						...lines.map((line, at) => ({ line: numbered ? `${at + 1}. ${line}` : line, align: 'both' as const }))
					];
		}),
		...(files.length > 0
			? [{ line: 'Материалы', bold: true, before: 120 } as const, { line: files.map(({ name }) => name).join('\n') }]
			: []),
		{ line: spreading(spreads), before: 120 }
	];
}

/** One case as a paper. Nobody is named without a consent to publication. */
export const practiceInWord = ({ organisation, practice }: { organisation: string; practice: Given }) =>
	paperInWord({ title: practice.title, head: [organisation], upright: true, parts: partsOf(practice) });

/** The whole bank as one paper: a list of what is in it, then case after case. */
export const bankInWord = ({
	organisation,
	practices,
	on
}: {
	organisation: string;
	practices: readonly Given[];
	on: string;
}) =>
	paperInWord({
		title: 'Банк практик наставничества',
		head: [organisation],
		upright: true,
		parts: [
			{ line: `На ${showDate(on)}. Практик: ${practices.length}.`, align: 'center' },
			{
				headings: ['№', 'Практика', 'Форма', 'Авторы', 'Распространение'],
				widths: [1, 6, 4, 5, 4],
				rows: practices.map(({ title, form, authors, spreads }, at) => [
					String(at + 1),
					title,
					formName(form),
					authorsOutside(authors),
					spreads ? 'можно' : 'внутри организации'
				])
			},
			...practices.flatMap((practice, at) => [
				{ line: `${at + 1}. ${practice.title}`, bold: true, align: 'center' as const, before: 480 },
				...partsOf(practice)
			])
		]
	});
