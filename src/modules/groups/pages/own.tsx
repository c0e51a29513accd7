import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, ErrorSummary, FormToken } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { GroupSet } from '../rules/groups';
import { OpinionFields } from './person';
import { groupOf } from './sorting';

type Props = {
	view: View;
	sets: readonly { set: GroupSet; self: { groupId: string | null; note: string } | null }[];
	wrong?: { set: string; values: Values; problems: Problems };
};

/** Where somebody sees themselves. What the curator decides, they talk over together. */
export const OwnGroupsPage = ({ view, sets, wrong }: Props) => (
	<Page view={view} title="Моя самооценка" notice={view.saved ? 'Спасибо, самооценка записана' : undefined}>
		<Lede>Отметьте, где вы видите себя. Это увидят куратор и директор; передумать можно в любой день.</Lede>
		{sets.length === 0 && (
			<Empty title="Пока отмечать нечего" icon="list">
				<p>Куратор ещё не выбрал, по каким группам распределять педагогов.</p>
			</Empty>
		)}
		{sets.map(({ set, self }) => {
			const mine = wrong?.set === set.id ? wrong : undefined;
			const name = `mine-${set.id}`;
			const said = groupOf(set, self?.groupId ?? null);
			return (
				<Card title={set.name}>
					{self && <p class="quiet">Сейчас: {said ? `${said.code} – ${said.name}` : 'ни одна'}.</p>}
					<form method="post" action={`/my-groups/${set.id}`}>
						<ErrorSummary problems={mine?.problems} />
						<FormToken values={{ token: crypto.randomUUID() }} />
						<OpinionFields
							{...{ set, name }}
							values={
								mine?.values ?? { [name]: self ? (self.groupId ?? 'none') : '', [`${name}-note`]: self?.note ?? '' }
							}
							problems={mine?.problems ?? {}}
						/>
						<div class="buttons">
							<Button kind="secondary">Записать самооценку</Button>
						</div>
					</form>
				</Card>
			);
		})}
	</Page>
);
