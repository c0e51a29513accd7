import type { View } from '../../../core/view';
import { ActionForm } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, Moment, Quiet } from '../../../ui/text';
import type { HintLine } from '../queries/hints';
import { capabilities } from '../rules/capabilities';
import { importsCrumb, roadmapCrumb } from './import-steps';

type Props = {
	view: View;
	hints: readonly HintLine[];
	tokens: ReadonlyMap<string, string>;
	problem?: string | undefined;
};

/** What is remembered of corrections in earlier plans, each with the way to forget it. */
export const HintsPage = ({ view, hints, tokens, problem }: Props) => (
	<Page
		view={view}
		title="Что программа помнит о ваших планах"
		crumbs={[roadmapCrumb, importsCrumb]}
		notice={view.saved === 'forgotten' ? 'Забыто: в следующем плане программа этого не предложит.' : undefined}
	>
		{problem && (
			<Note tone="lost">
				<p>{problem}</p>
			</Note>
		)}
		{hints.length === 0 ? (
			<Empty title="Пока ничего" icon="help">
				<p>
					Когда вы примете план, программа запомнит, что вы в нём исправили, и в следующем файле предложит сделать так
					же.
				</p>
			</Empty>
		) : (
			<>
				<Lede>
					{counted(hints.length, ['исправление запомнено', 'исправления запомнены', 'исправлений запомнено'])}. В
					следующем файле программа предложит сделать так же, само ничего не изменится.
				</Lede>
				<Table
					caption="Запомненные исправления"
					rows={hints}
					columns={[
						{ head: 'В плане написано', main: true, cell: ({ written }) => `«${written}»` },
						{ head: 'У вас это', cell: meaningOf },
						{
							head: 'Откуда',
							cell: ({ source, learnedAt }) => (
								<>
									{source}{' '}
									<Quiet>
										<Moment at={learnedAt} timeZone={view.actor.timeZone} today={view.now.today} />
									</Quiet>
								</>
							)
						},
						{
							head: 'Забыть',
							cell: ({ id }) => (
								<ActionForm
									action={`/roadmap/hints/${id}/removal`}
									label="Забыть"
									kind="quiet"
									token={tokens.get(id)}
								/>
							)
						}
					]}
				/>
			</>
		)}
	</Page>
);

function meaningOf(hint: HintLine): string {
	if (hint.kind === 'person') return hint.person ?? 'никто из сотрудников';
	if (hint.kind === 'removed') return 'не мероприятие, строку убрать';
	return hint.kind === 'capability'
		? `выполняется через «${capabilities[hint.meaning].name}»`
		: `срок «${hint.meaning}»`;
}
