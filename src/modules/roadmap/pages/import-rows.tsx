import type { Child } from 'hono/jsx';
import { Select } from '../../../ui/form';
import { Icon } from '../../../ui/icon';
import { BulkButton, BulkForm } from '../../../ui/list';
import { Fold } from '../../../ui/report';
import { type Column, Table } from '../../../ui/table';
import { counted, Quiet } from '../../../ui/text';
import { capabilities } from '../rules/capabilities';
import { type Draft, type DraftActivity, type DraftStage, kept, type RowDoubt } from '../rules/draft';
import { type RowOrder, type RowsPart, rowPage, wayTo } from '../rules/row-order';
import { type FieldPieces, fieldPieces } from '../rules/source-view';
import { deadlineText } from './deadline-text';
import { sourcePlace } from './import-source-cell';
import { kindNames, rowForms } from './import-words';

type Props = {
	draft: Draft;
	here: string;
	token: string;
	shown: RowsPart;
	/** Of every piece of the file, the field it was read as. */
	fields: readonly (string | null)[];
};

/** Doubtful rows, then the others stage by stage, with boxes to correct several at once. */
export const RowsForm = ({ draft, here, token, shown, fields }: Props) => {
	const removed = shown.part === shown.parts ? draft.activities.filter((row) => row.removed) : [];
	const columns = columnsOf(here, draft, fields, shown.order);
	return (
		<>
			{draft.stages.length > 2 && <Contents draft={draft} way={wayTo(here, shown)} />}
			<BulkForm action={`${here}/selection`} token={token} bar={<Bar draft={draft} removed={removed.length > 0} />}>
				{shown.doubtful.length > 0 && (
					<section class="stage-rows" aria-labelledby="doubtful">
						<header>
							<h2 id="doubtful">Неясные</h2>
						</header>
						<Rows caption="Неясные мероприятия" rows={shown.doubtful} columns={columns} />
					</section>
				)}
				{shown.sections.map(({ stage, rows }) => (
					<StageRows {...{ stage, rows, here, columns }} rest={shown.doubtful.length > 0} />
				))}
				{removed.length > 0 && (
					<Fold label={`Убрано: ${counted(removed.length, rowForms)}`}>
						<Table
							caption="Убранные мероприятия"
							rows={removed}
							choose={chooser}
							columns={[{ head: 'Мероприятие', main: true, cell: ({ title }) => title }]}
						/>
					</Fold>
				)}
			</BulkForm>
		</>
	);
};

const Contents = ({ draft, way }: { draft: Draft; way: (key: string) => string }) => (
	<Fold label={`Этапы: ${draft.stages.length}`}>
		<ul class="contents">
			{draft.stages.map((stage) => (
				<li>
					<a href={way(stage.key)}>{stageName(stage)}</a>{' '}
					<Quiet>{kept(draft).filter((row) => row.stage === stage.key).length}</Quiet>
				</li>
			))}
		</ul>
	</Fold>
);

const chooser = ({ key, title }: DraftActivity) => ({ name: 'row', value: key, label: title });

type Part = {
	stage: DraftStage | null;
	rows: DraftActivity[];
	here: string;
	columns: readonly Column<DraftActivity>[];
	/** Doubtful rows stand above. */
	rest: boolean;
};

const Rows = ({ caption, rows, columns }: Pick<Part, 'rows' | 'columns'> & { caption: string }) => (
	<Table {...{ caption, rows, columns }} rowId={({ key }) => key} choose={chooser} />
);

const stageName = ({ number, title }: DraftStage) => `${number ? `${number}. ` : ''}${title}`;

const StageRows = ({ stage, rows, here, columns, rest }: Part) => {
	const name = stage ? stageName(stage) : rest ? 'Остальные мероприятия' : 'Мероприятия';
	return (
		<section class="stage-rows" aria-labelledby={stage?.key ?? 'loose'}>
			<header>
				<h2 id={stage?.key ?? 'loose'}>{name}</h2>
				{stage?.goal && <p class="quiet">{stage.goal}</p>}
				<p class="tools">
					{stage && <a href={`${here}/stages/${stage.key}`}>Исправить этап</a>}
					<a href={`${here}/activities/new${stage ? `?stage=${stage.key}` : ''}`}>Добавить мероприятие</a>
				</p>
			</header>
			{rows.length === 0 ? (
				<p class="quiet">В этом этапе нет мероприятий.</p>
			) : (
				<Rows caption={`${name}: мероприятия`} {...{ rows, columns }} />
			)}
		</section>
	);
};

/** What a plan says nothing about at all has no column: neither «Результат» nor «Ответственные» stands empty all the way down. */
function columnsOf(here: string, draft: Draft, fields: Props['fields'], order: RowOrder): Column<DraftActivity>[] {
	const rows = kept(draft);
	const inFile = new Map(rows.map(({ key, pieces }) => [key, fieldPieces(pieces, fields)]));
	const place = (row: DraftActivity, field: keyof FieldPieces) => (
		<InFile {...{ here, field }} index={inFile.get(row.key)?.[field]} />
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

/** The way from what was understood to its place in the file. By Tab one stops at a row once; its fields are a click away. */
const InFile = ({ here, field, index }: { here: string; field: keyof FieldPieces; index: number | undefined }) =>
	index === undefined || field === 'capability' ? null : (
		<a class="in-file" href={sourcePlace(here, index)} tabindex={field === 'title' ? undefined : -1}>
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

/** What can be done with the chosen rows. */
const Bar = ({ draft, removed }: { draft: Draft; removed: boolean }) => (
	<>
		<BulkButton value="merge" icon="link">
			Объединить
		</BulkButton>
		<BulkButton value="remove" icon="cross">
			Убрать
		</BulkButton>
		{removed && <BulkButton value="put-back">Вернуть</BulkButton>}
		{draft.stages.length > 0 && (
			<>
				<Select
					name="stage"
					label="Этап"
					options={Object.fromEntries(draft.stages.map((stage) => [stage.key, stageName(stage)]))}
				/>
				<BulkButton value="move" icon="arrow">
					Перенести в этап
				</BulkButton>
			</>
		)}
	</>
);
