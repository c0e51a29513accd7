import { Select } from '../../../ui/form';
import { BulkButton, BulkForm } from '../../../ui/list';
import { Fold } from '../../../ui/report';
import { type Column, Table } from '../../../ui/table';
import { counted, Quiet } from '../../../ui/text';
import { type Draft, type DraftActivity, type DraftStage, kept } from '../rules/draft';
import { type RowsPart, wayTo } from '../rules/row-order';
import { columnsOf } from './import-columns';
import { rowForms } from './import-words';

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
					<Fold label={`Убрано: ${counted(removed.length, rowForms)}`} class="screen-only">
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
	<Fold label={`Этапы: ${draft.stages.length}`} class="screen-only">
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
