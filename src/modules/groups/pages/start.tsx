import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, ErrorSummary, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { type GroupSet, type PresetName, presets } from '../rules/groups';
import { ruleText } from '../rules/rule';

/** The sets that are there, and ours to begin from. */
export const GroupsStartPage = ({
	view,
	sets,
	problems = {}
}: {
	view: View;
	sets: readonly GroupSet[];
	problems?: Problems;
}) => (
	<Page view={view} title="Группы педагогов" crumbs={[{ href: '/people', label: 'Люди' }]}>
		<Lede>
			{sets.length === 0
				? 'Выберите, по какому признаку распределять педагогов. Названия, описания и правила потом меняются.'
				: 'Наборы групп, по которым у вас распределяют педагогов.'}
		</Lede>
		<ErrorSummary problems={problems} />
		{sets.map((set) => (
			<Card
				title={set.name}
				actions={
					<LinkButton href={`/group-sets/${set.id}`} kind="primary">
						Открыть
					</LinkButton>
				}
			>
				<ul class="periods">
					{set.groups.map(({ id, code, name, rule }) => (
						<li>
							<strong>{code}</strong> {name} <span class="quiet">{ruleText(rule)}</span>{' '}
							<a href={`/staff-groups/${id}`}>изменить</a>
						</li>
					))}
				</ul>
			</Card>
		))}
		{(Object.keys(presets) as PresetName[])
			.filter((preset) => !sets.some(({ name }) => name === presets[preset].name))
			.map((preset) => (
				<Card title={presets[preset].name}>
					<p>{presets[preset].about}</p>
					<ul class="periods">
						{presets[preset].groups.map(({ code, name, about }) => (
							<li>
								<strong>{code}</strong> {name}. <span class="quiet">{about}</span>
							</li>
						))}
					</ul>
					<ActionForm action="/group-sets" label="Взять эти группы" token={crypto.randomUUID()}>
						<input type="hidden" name="preset" value={preset} />
					</ActionForm>
				</Card>
			))}
	</Page>
);
