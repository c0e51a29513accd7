import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Closes } from '../../../ui/closes';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { Day, Lede } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { Sorted } from '../queries/staff';
import type { GroupSet } from '../rules/groups';
import { type Summary, summaryWords } from '../rules/summary';

type Props = {
	view: View;
	set: GroupSet;
	summary: Summary;
	closable: readonly Closable[];
	chosen?: readonly string[] | undefined;
	values: Values;
	problems?: Problems | undefined;
};

/** Who is in which group today, to print, to take away and to mark in the plan. */
export const SummaryPage = ({ view, set, summary, closable, chosen, values, problems }: Props) => (
	<Page
		view={view}
		title="Итог распределения"
		crumbs={[
			{ href: '/groups', label: 'Группы' },
			{ href: `/group-sets/${set.id}`, label: set.name }
		]}
		actions={
			<>
				{view.rooms.has('/surveys') && (
					<LinkButton href={`/surveys/rounds/new?set=${set.id}`}>Спросить каждую группу её анкетой</LinkButton>
				)}
				<LinkButton href={`/group-sets/${set.id}/summary.docx`} kind="quiet" icon="download" download>
					Word
				</LinkButton>
			</>
		}
	>
		<Lede>
			{summaryWords(summary)}.
			{summary.undecided.length > 0 && (
				<>
					{' '}
					<a href={`/group-sets/${set.id}?filter=undecided`}>Решения нет о {summary.undecided.length}</a>.
				</>
			)}
		</Lede>
		{closable.length > 0 && (
			<Card>
				<form method="post" action={`/group-sets/${set.id}/closing`} class="one-column">
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<Closes
						closable={closable}
						chosen={chosen ?? (summary.undecided.length > 0 ? [] : undefined)}
						today={view.now.today}
					/>
					<Buttons>
						<Button icon="check">Отметить выполненным</Button>
					</Buttons>
				</form>
			</Card>
		)}
		{summary.groups.map(({ group, people }) => (
			<Part title={`${group.code} – ${group.name}: ${people.length}`} {...{ set, people, view }} groupId={group.id} />
		))}
		<Part title={`Решения нет: ${summary.undecided.length}`} people={summary.undecided} {...{ set, view }} groupId="" />
	</Page>
);

type PartProps = { title: string; people: readonly Sorted[]; set: GroupSet; view: View; groupId: string };

const Part = ({ title, people, set, view, groupId }: PartProps) =>
	people.length === 0 ? null : (
		<section>
			<h2>{title}</h2>
			<Table
				caption={title}
				rows={people}
				columns={[
					{
						head: 'Имя',
						main: true,
						cell: ({ id, name }) => <a href={`/group-sets/${set.id}/people/${id}`}>{name}</a>
					},
					{ head: 'Должность', cell: ({ post }) => post },
					{
						head: 'С какого дня',
						cell: ({ member }) => {
							const decision = member.find((one) => one.groupId === groupId);
							return decision && <Day date={decision.from} today={view.now.today} />;
						}
					},
					{ head: 'Основание', cell: ({ member }) => member.find((one) => one.groupId === groupId)?.basis }
				]}
			/>
		</section>
	);
