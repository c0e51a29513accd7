import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { ClosedToo, Closes } from '../../../../ui/closes';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Fold } from '../../../../ui/report';
import { Note } from '../../../../ui/state';
import { Table } from '../../../../ui/table';
import { counted, Day, DayRange, Lede, PersonName } from '../../../../ui/text';
import type { PlanEdition } from '../../queries/editions';
import type { Plan } from '../../queries/plans';
import type { Closable } from '../../rules/closable';
import { paperOf } from '../../rules/edition';
import { stampLines } from '../../rules/paper';
import { hashOf } from '../../rules/plan-hash';
import { activityForms } from '../plan-words';
import { Purpose } from '../purpose';
import { editionsCrumb, planCrumbs } from './words';

type Props = {
	view: View;
	plan: Plan;
	edition: PlanEdition;
	/** What of the plans it is the end of, the form that says so, and how many lines have just been closed. */
	closable: readonly Closable[];
	closing: { values: Values; problems?: Problems; closes?: readonly string[] };
	closed: number;
};

/** An approved edition as it was frozen: read, printed, taken away as a file; nothing on it can be changed. */
export const EditionPage = ({ view, plan, edition, closable, closing, closed }: Props) => {
	const { contents, paper } = edition;
	const stamps = paper.stamps.flatMap((stamp) => (stamp ? [stampLines(stamp)] : []));
	return (
		<Page
			view={view}
			title={`Редакция № ${edition.number}`}
			crumbs={[...planCrumbs(plan), editionsCrumb(plan)]}
			notice={
				view.saved === 'closed' && (
					<>
						Редакция приложена
						<ClosedToo count={closed} />
					</>
				)
			}
			actions={
				<>
					<LinkButton href={`/editions/${edition.id}/document.docx`} kind="quiet" icon="download" download>
						Word
					</LinkButton>
					<LinkButton href={`/editions/${edition.id}/document.xlsx`} kind="quiet" icon="download" download>
						Excel
					</LinkButton>
					<LinkButton href={`/editions/${edition.id}/print`} kind="quiet" icon="printer">
						Для печати
					</LinkButton>
					<LinkButton href={`/roadmap/${plan.id}/difference?was=${edition.id}&became=now`} kind="quiet" icon="list">
						Отличия от нынешнего плана
					</LinkButton>
				</>
			}
		>
			<Lede>
				{contents.title}. {counted(contents.rows.length, activityForms)}, утверждено приказом от{' '}
				<Day date={edition.orderDay} /> № {edition.orderNumber}.
			</Lede>
			{hashOf(contents) !== edition.sha256 && (
				<Note tone="warm" title="Контрольная сумма не сходится">
					<p>Слова этой редакции изменены в обход программы. Сверьте её с подписанным приложением.</p>
				</Note>
			)}
			{paper.annex && <p>{paper.annex}</p>}
			{stamps.map((lines) => (
				<p>
					{lines.map((line, at) => (
						<>
							{at > 0 && <br />}
							{line}
						</>
					))}
				</p>
			))}
			{contents.period && (
				<p>
					Период: <DayRange from={contents.period.from} to={contents.period.to} />
				</p>
			)}
			<Purpose text={contents.goal} />
			{paperOf(contents).stages.map((stage) => (
				<section class="plan-stage">
					{stage.title && <h2>{stage.number ? `${stage.number}. ${stage.title}` : stage.title}</h2>}
					{stage.goal && <p>Задача этапа: {stage.goal}</p>}
					<Table
						caption={stage.title ?? 'Мероприятия'}
						rows={stage.activities}
						columns={[
							{
								head: 'Мероприятие',
								main: true,
								width: 'wide',
								cell: ({ number, lead, title }) => [number && `${number}.`, lead, title].filter(Boolean).join(' ')
							},
							{ head: 'Срок', cell: ({ deadline }) => deadline },
							{ head: 'Ответственные', cell: ({ responsible }) => responsible.join(', ') },
							{ head: 'Ожидаемый результат', cell: ({ results }) => results.join('; ') }
						]}
					/>
				</section>
			))}
			{closable.length > 0 && (
				<Fold label="Отметить в дорожной карте" open={closing.problems !== undefined}>
					<form method="post" action={`/editions/${edition.id}/closing`} class="one-column">
						<ErrorSummary problems={closing.problems} />
						<FormToken values={closing.values} />
						<Closes closable={closable} chosen={closing.closes ?? []} today={view.now.today} />
						<Buttons>
							<Button kind="secondary" icon="check">
								Отметить выполненным
							</Button>
						</Buttons>
					</form>
				</Fold>
			)}
			<p class="quiet">
				Записал <PersonName name={edition.approvedByName} /> · контрольная сумма слов редакции:{' '}
				<code>{edition.sha256.slice(0, 16)}</code>
			</p>
		</Page>
	);
};
