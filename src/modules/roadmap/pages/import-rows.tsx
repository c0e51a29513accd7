import type { Child } from 'hono/jsx';
import { Select } from '../../../ui/form';
import { Icon } from '../../../ui/icon';
import { BulkButton, BulkForm } from '../../../ui/list';
import { Fold } from '../../../ui/report';
import { type Column, Table } from '../../../ui/table';
import { counted, Quiet } from '../../../ui/text';
import { capabilities } from '../rules/capabilities';
import { type Draft, type DraftActivity, type DraftStage, kept, type RowDoubt, sections } from '../rules/draft';
import { deadlineText } from './deadline-text';
import { kindNames, rowForms } from './import-words';

type Props = { draft: Draft; here: string; token: string };

/** All rows stage by stage, with boxes to correct several at once. */
export const RowsForm = ({ draft, here, token }: Props) => {
	const parts = sections(draft);
	const removed = draft.activities.filter((row) => row.removed);
	return (
		<>
			{parts.length > 2 && <Contents draft={draft} />}
			<BulkForm action={`${here}/selection`} token={token} bar={<Bar draft={draft} removed={removed.length > 0} />}>
				{parts.map(({ stage, rows }) => (
					<StageRows {...{ stage, here }} rows={rows.filter((row) => !row.removed)} />
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

const Contents = ({ draft }: { draft: Draft }) => (
	<nav class="contents" aria-label="Этапы">
		<ol>
			{draft.stages.map(({ key, title, number }) => (
				<li>
					<a href={`#${key}`}>
						{number && `${number}. `}
						{title}
					</a>{' '}
					<Quiet>{kept(draft).filter(({ stage }) => stage === key).length}</Quiet>
				</li>
			))}
		</ol>
	</nav>
);

const chooser = ({ key, title }: DraftActivity) => ({ name: 'row', value: key, label: title });

const StageRows = ({ stage, rows, here }: { stage: DraftStage | null; rows: DraftActivity[]; here: string }) => {
	const name = stage ? `${stage.number ? `${stage.number}. ` : ''}${stage.title}` : 'Мероприятия';
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
				<Table
					caption={`${name}: мероприятия`}
					rows={rows}
					rowId={({ key }) => key}
					choose={chooser}
					columns={columns(here)}
				/>
			)}
		</section>
	);
};

const columns = (here: string): Column<DraftActivity>[] => [
	{
		head: 'Мероприятие',
		main: true,
		width: 'wide',
		cell: ({ key, number, lead, title, doubts }) => (
			<>
				{lead && <Quiet>{lead} </Quiet>}
				<a class="row-title" href={`${here}/activities/${key}`}>
					{number && `${number}. `}
					{title}
				</a>
				<Why doubts={doubts} of={['title', 'stage']} />
			</>
		)
	},
	{
		head: 'Срок',
		cell: ({ deadline, doubts }) => (
			<>
				{deadline.text && <span class="written">{deadline.text}</span>}
				<span class="as-understood">{deadlineText(deadline)}</span>
				<Why doubts={doubts} of={['deadline']} />
			</>
		)
	},
	{
		head: 'Ответственные',
		cell: ({ responsible, doubts }) => (
			<>
				{responsible.length > 0 && (
					<ul class="plain">
						{responsible.map(({ text, kind }) => (
							<li>
								{text} <Quiet>{kindNames[kind]}</Quiet>
							</li>
						))}
					</ul>
				)}
				<Why doubts={doubts} of={['responsible']} />
			</>
		)
	},
	{
		head: 'Результат',
		cell: ({ results, doubts }) => (
			<>
				{results.length === 1 ? results[0] : results.length > 1 && <Items items={results} />}
				<Why doubts={doubts} of={['results']} />
			</>
		)
	},
	{
		head: 'Чем выполняется',
		cell: ({ capability, capabilityBecause, doubts }) => (
			<>
				{capability && (
					<span title={capabilityBecause ? `По слову «${capabilityBecause}»` : undefined}>
						{capabilities[capability].name}
					</span>
				)}
				<Why doubts={doubts} of={['capability']} />
			</>
		)
	}
];

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
		.map(({ why }) => (
			<span class="doubt">
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
					options={Object.fromEntries(
						draft.stages.map(({ key, number, title }) => [key, `${number ? `${number}. ` : ''}${title}`])
					)}
				/>
				<BulkButton value="move" icon="arrow">
					Перенести в этап
				</BulkButton>
			</>
		)}
	</>
);
