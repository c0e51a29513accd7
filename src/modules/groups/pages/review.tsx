import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Closes } from '../../../ui/closes';
import { Button, DateField, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { GroupSet } from '../rules/groups';
import type { Finding } from '../rules/sorting';

type Props = {
	view: View;
	set: GroupSet;
	add: readonly Finding[];
	drop: readonly Finding[];
	closable: readonly Closable[];
	chosen?: readonly string[] | undefined;
	values: Values;
	problems?: Problems;
};

/** The yearly look: whom the rules add and drop, each with the reason. The curator decides. */
export const ReviewPage = ({ view, set, add, drop, closable, chosen, values, problems = {} }: Props) => (
	<Page
		view={view}
		title="Пересмотр по правилам"
		crumbs={[
			{ href: '/groups', label: 'Группы' },
			{ href: `/group-sets/${set.id}`, label: set.name }
		]}
	>
		<Lede>
			{add.length + drop.length === 0
				? 'Правила согласны с тем, что решено: менять нечего.'
				: `Правила советуют внести ${add.length} и вывести ${drop.length}. Решаете вы: снимите отметку, где не согласны.`}
		</Lede>
		{add.length + drop.length === 0 ? (
			<Empty
				title="Всё сходится"
				icon="check"
				action={
					<LinkButton href={`/group-sets/${set.id}`} kind="primary">
						К списку
					</LinkButton>
				}
			>
				<p>
					Загляните сюда в сентябре и после каждого приёма на работу.{' '}
					<a href={`/group-sets/${set.id}/summary`}>Итог распределения</a> можно напечатать и отметить в дорожной карте.
				</p>
			</Empty>
		) : (
			<form method="post" action={`/group-sets/${set.id}/review`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<Findings title="Внести" name="add" findings={add} />
				<Findings title="Вывести" name="drop" findings={drop} />
				<DateField name="from" label="С какого дня" required {...{ values, problems }} />
				<Closes {...{ closable, chosen }} today={view.now.today} />
				<div class="buttons">
					<Button>Записать отмеченное</Button>
					<LinkButton href={`/group-sets/${set.id}`} kind="quiet">
						Ничего не менять
					</LinkButton>
				</div>
			</form>
		)}
	</Page>
);

const Findings = ({ title, name, findings }: { title: string; name: 'add' | 'drop'; findings: readonly Finding[] }) =>
	findings.length === 0 ? null : (
		<Card title={`${title}: ${findings.length}`}>
			{findings.map(({ person, group, because, membershipId }) => {
				const value = membershipId ?? `${person.id}.${group.id}`;
				return (
					<div class="choice">
						<input type="checkbox" id={`${name}-${value}`} name={name} value={value} checked />
						<label for={`${name}-${value}`}>
							{person.name} – {group.code}, {group.name}
						</label>
						<p class="hint">{because}</p>
					</div>
				);
			})}
		</Card>
	);
