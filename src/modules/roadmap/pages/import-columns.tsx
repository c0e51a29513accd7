import type { Child } from 'hono/jsx';
import { Icon } from '../../../ui/icon';
import type { Column } from '../../../ui/table';
import { Quiet } from '../../../ui/text';
import { capabilities } from '../rules/capabilities';
import { type Draft, type DraftActivity, type DraftStage, kept, type RowDoubt } from '../rules/draft';
import { type RowOrder, rowPage } from '../rules/row-order';
import { type FieldPieces, fieldPieces } from '../rules/source-view';
import { deadlineText } from './deadline-text';
import { sourcePlace } from './import-source-cell';
import { kindNames } from './import-words';

type Fields = readonly (string | null)[];

/** What a plan says nothing about at all has no column: neither «Результат» nor «Ответственные» stands empty all the way down. */
export function columnsOf(here: string, draft: Draft, fields: Fields, order: RowOrder): Column<DraftActivity>[] {
	const rows = kept(draft);
	const inFile = new Map(rows.map(({ key, pieces }) => [key, fieldPieces(pieces, fields)]));
	const place = (row: DraftActivity, field: keyof FieldPieces) => (
		<InFile {...{ here, field }} pieces={inFile.get(row.key)?.[field]} />
	);
	const says = (field: RowDoubt['field'], words: (row: DraftActivity) => boolean) =>
		rows.some((row) => words(row) || row.doubts.some((doubt) => doubt.field === field));
	return [
		{
			head: 'Мероприятие',
			main: true,
			width: 'wide',
			cell: (row) => (
				<>
					{place(row, 'title')}
					<Title {...{ row, here, order }} next={stageAfter(draft, row)} />
				</>
			)
		},
		{
			head: 'Срок',
			cell: (row) => (
				<>
					{place(row, 'deadline')}
					<Term row={row} />
				</>
			)
		},
		...(says('responsible', ({ responsible }) => responsible.length > 0)
			? [{ head: 'Ответственные', cell: (row: DraftActivity) => withWhy(row, ['responsible'], people(row), place) }]
			: []),
		...(says('results', ({ results }) => results.length > 0)
			? [{ head: 'Результат', cell: (row: DraftActivity) => withWhy(row, ['results'], outcome(row), place) }]
			: []),
		{ head: 'Чем выполняется', cell: (row) => withWhy(row, ['capability'], means(row)) }
	];
}

const stageAfter = ({ stages }: Draft, { stage }: DraftActivity) =>
	stages[stages.findIndex(({ key }) => key === stage) + 1];

type TitleProps = { row: DraftActivity; here: string; order: RowOrder; next: DraftStage | undefined };

/** Where a stage's title may have slid, one step leads to its border, set above this very row. */
const Title = ({ row: { key, number, lead, title, doubts }, here, order, next }: TitleProps) => (
	<>
		{lead && <Quiet>{lead} </Quiet>}
		<a class="row-title" href={rowPage(here, key, order)}>
			{number && `${number}. `}
			{title}
		</a>
		<Why doubts={doubts} of={['title', 'stage']} />
		{next && doubts.some(({ field }) => field === 'stage') && (
			<a class="mend" href={`${here}/stages/${next.key}?first=${key}`}>
				Начать следующий этап отсюда
			</a>
		)}
	</>
);

/** Only letters and digits, without «г.», «года»: the words of the plan beside ours. */
const letters = (text: string) =>
	text
		.toLocaleLowerCase('ru')
		.replace(/(?<=\d)\s*(гг?\.|года?)(?![а-яё])/g, '')
		.replace(/[^а-яё\d]/g, '');

/** The words of the plan, and what they were taken to mean unless that is the same. */
const Term = ({ row: { deadline, doubts } }: { row: DraftActivity }) => {
	const understood = deadlineText(deadline);
	const same = deadline.text !== null && letters(deadline.text) === letters(understood);
	return (
		<>
			{deadline.text && <span class="written">{deadline.text}</span>}
			{!same && <span class="as-understood">{understood}</span>}
			<Why doubts={doubts} of={['deadline']} />
		</>
	);
};

const people = ({ responsible }: DraftActivity) =>
	responsible.length > 0 && (
		<ul class="plain">
			{responsible.map(({ text, kind }) => (
				<li>
					{text} <Quiet>{kindNames[kind]}</Quiet>
				</li>
			))}
		</ul>
	);

const outcome = ({ results }: DraftActivity) => (results.length > 1 ? <Items items={results} /> : results[0]);

const means = ({ capability, capabilityBecause }: DraftActivity) =>
	capability && (
		<span title={capabilityBecause ? `По слову «${capabilityBecause}»` : undefined}>
			{capabilities[capability].name}
		</span>
	);

/** Nothing at all when there is neither a word nor a doubt: an empty cell is left out on a phone. */
function withWhy(row: DraftActivity, of: [RowDoubt['field']], words: Child, place?: Place): Child {
	if (!words && !row.doubts.some(({ field }) => of.includes(field))) return null;
	return (
		<>
			{words && place?.(row, of[0])}
			{words}
			<Why doubts={row.doubts} of={of} />
		</>
	);
}

type Place = (row: DraftActivity, field: keyof FieldPieces) => Child;

const fieldWords = {
	title: 'мероприятие',
	deadline: 'срок',
	responsible: 'ответственные',
	results: 'результат',
	stage: 'этап'
};

type InFileProps = { here: string; field: keyof FieldPieces; pieces: readonly number[] | undefined };

/** The way from what was understood to its place in the file, and to where it goes on. By Tab one stops at a row once; its fields are a click away. */
const InFile = ({ here, field, pieces: [first, ...more] = [] }: InFileProps) =>
	first === undefined || field === 'capability' ? null : (
		<a
			class="in-file"
			href={sourcePlace(here, first)}
			data-more={more.join(' ') || undefined}
			tabindex={field === 'title' ? undefined : -1}
		>
			<Icon name="document" />
			<span class="unseen">{fieldWords[field]} в файле</span>
		</a>
	);

const Items = ({ items }: { items: readonly string[] }) => (
	<ul class="plain">
		{items.map((item) => (
			<li>{item}</li>
		))}
	</ul>
);

/** The reason stands beside the doubtful cell, with an icon and a word, never colour alone. */
const Why = ({ doubts, of }: { doubts: readonly RowDoubt[]; of: readonly RowDoubt['field'][] }): Child =>
	doubts
		.filter(({ field }) => of.includes(field))
		.map(({ why, field }) => (
			<span class="doubt" data-field={field}>
				<Icon name="help" />
				<span>
					<span class="unseen">Проверьте: </span>
					{why}
				</span>
			</span>
		));
