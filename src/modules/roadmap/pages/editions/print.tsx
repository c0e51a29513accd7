import { LinkButton } from '../../../../ui/form';
import { SimpleLayout } from '../../../../ui/layout';
import { type Column, Table } from '../../../../ui/table';
import { DayRange } from '../../../../ui/text';
import type { PlanEdition } from '../../queries/editions';
import { paperOf, usualAnnex } from '../../rules/edition';
import { columnHeads, type PaperActivity, type PaperColumn, paperLayouts, stampLines } from '../../rules/paper';
import { Purpose } from '../purpose';

/** An approved edition as it was signed: its annex line, its stamps in their places, its own order of columns; nothing of the work since. */
export const EditionPrintPage = ({ edition }: { edition: PlanEdition }) => {
	const { contents, paper } = edition;
	const staged = paperLayouts[paper.layout].filter((column) => column !== 'stage');
	return (
		<SimpleLayout title={contents.title} wide above={<Above edition={edition} />}>
			{contents.period && (
				<p>
					Период: <DayRange from={contents.period.from} to={contents.period.to} />
				</p>
			)}
			<Purpose text={contents.goal} />
			{paperOf(contents).stages.map((stage) => (
				<section>
					{stage.title && <h2>{stage.number ? `${stage.number}. ${stage.title}` : stage.title}</h2>}
					{stage.goal && <p>Задача этапа: {stage.goal}</p>}
					<Table caption={stage.title ?? 'Мероприятия'} rows={stage.activities} columns={staged.map(columnOf)} />
				</section>
			))}
			<p class="screen-only">
				<LinkButton href={`/editions/${edition.id}`} kind="quiet" icon="back">
					К редакции № {edition.number}
				</LinkButton>{' '}
				<span class="quiet">Печать – Ctrl+P.</span>
			</p>
		</SimpleLayout>
	);
};

const Above = ({ edition }: { edition: PlanEdition }) => {
	const { stamps, annex } = edition.paper;
	return (
		<>
			<p class="annex">{annex || usualAnnex(edition)}</p>
			<div class="stamps">
				{stamps.map((stamp) => (
					<p>{stamp && stampLines(stamp).join('\n')}</p>
				))}
			</div>
		</>
	);
};

const cells: Record<PaperColumn, (activity: PaperActivity) => string | null> = {
	number: ({ number }) => number,
	stage: () => null,
	activity: ({ lead, title }) => [lead, title].filter(Boolean).join(' '),
	deadline: ({ deadline }) => deadline,
	responsible: ({ responsible }) => responsible.join(', '),
	results: ({ results }) => results.join('; '),
	mark: () => null
};

const columnOf = (column: PaperColumn): Column<PaperActivity> => ({
	head: columnHeads[column],
	...(column === 'activity' && { main: true, width: 'wide' }),
	...(column === 'number' && { width: 'narrow' }),
	cell: cells[column]
});
