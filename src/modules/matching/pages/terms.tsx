import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, Checkbox, ErrorSummary, FormToken, LinkButton, RadioGroup } from '../../../ui/form';
import { Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { Lede, PersonName } from '../../../ui/text';
import type { Format } from '../../registry/rules/registers';
import type { Comparison, Shift } from '../rules/score/compare';
import { allParts, kindNames, mostWeight, type Part, parts } from '../rules/score/terms';
import { briefIn, crumb, type Names, nameIn } from './words';

type Props = {
	view: View;
	kind: Format;
	values: Values;
	problems?: Problems;
	/** What the weights in the form would change in today's best pairs; a sentence where nothing can be reckoned. */
	change: Comparison | string;
	names: Names;
};

/** What counts how much and what may not be, with what it would change at once. */
export const TermsPage = ({ view, kind, values, problems = {}, change, names }: Props) => {
	const given = { values, problems };
	return (
		<Page
			view={view}
			title="Что важнее и чего быть не может"
			crumbs={[crumb]}
			notice={view.saved === 'terms' && <span>Сохранено. Прежние подборы остались при своём.</span>}
		>
			<Lede>Чем больше число, тем важнее. Важно только, как числа стоят друг к другу.</Lede>
			<Filters
				label="Вид наставничества"
				filters={Object.entries(kindNames).map(([of, label]) => ({
					href: `/matching/terms?kind=${of}`,
					label,
					current: of === kind
				}))}
			/>
			<form method="post" action="/matching/terms">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<input type="hidden" name="kind" value={kind} />
				<weight-sliders data-part="changes">
					<Card title="Что важнее">
						{allParts.map((part) => (
							<Slider {...{ part, ...given }} />
						))}
						<p>
							<a href={`/matching/terms?kind=${kind}&preset=on`}>Взять, как предложила программа</a>
						</p>
					</Card>
					<Card title="Чего быть не может">
						<RadioGroup
							name="ownManager"
							label="Наставник – руководитель"
							options={{
								warn: {
									label: 'Предупредить',
									hint: 'В маленькой школе завуч может быть единственным наставником. То же правило – в разделе «Пары», «Порядок назначения»'
								},
								forbid: 'Не ставить'
							}}
							{...given}
						/>
						<Checkbox name="sameBuilding" label="Только в одном здании" hint="Если здание указано у обоих" {...given} />
						<Checkbox name="sharedTime" label="Только с общим временем" hint="Если время указано у обоих" {...given} />
						<Checkbox name="network" label="Можно наставников из других организаций" {...given} />
						<p class="quiet">
							Согласия спрашиваются, если в вашей организации строгий порядок. Кого решено не ставить вместе, не
							окажутся в паре никогда.
						</p>
					</Card>
					<Card title="Что изменится" id="changes">
						<div role="status">
							<Changes {...{ change, names }} />
						</div>
					</Card>
				</weight-sliders>
				<div class="buttons">
					<Button>Сохранить, что важнее</Button>
					<Button kind="secondary" formmethod="get" formnovalidate>
						Посмотреть, что изменится
					</Button>
					<LinkButton href="/matching" kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
			<script type="module" src="/sliders.js" />
		</Page>
	);
};

const Slider = ({ part, values, problems }: { part: Part; values: Values; problems: Problems }) => (
	<div class={problems[part] ? 'field wrong' : 'field'}>
		<label for={part}>
			{parts[part]}: <output for={part}>{values[part]}</output>
		</label>
		{problems[part] && <p class="problem">{problems[part]}</p>}
		<input type="range" id={part} name={part} min="0" max={mostWeight} step="1" value={values[part]} />
	</div>
);

const Changes = ({ change, names }: Pick<Props, 'change' | 'names'>) => {
	if (typeof change === 'string') return <Note tone="warm" title={change} />;
	const { pairs, alone, shifts } = change;
	const list = (ids: readonly string[]) =>
		ids.length === 0 ? 'без наставника' : ids.map((id) => briefIn(names, id)).join(', ');
	return (
		<>
			<p>
				{shifts.length === 0
					? 'Пары остались бы те же.'
					: `Другой наставник был бы у ${shifts.length} из тех, для кого подбирают.`}{' '}
				Пар: {pairs[0]} → {pairs[1]}, не хватило: {alone[0]} → {alone[1]}.
			</p>
			{shifts.length > 0 && (
				<Table
					caption="Кто к кому перешёл бы"
					columns={[
						{
							head: 'Наставляемый',
							main: true,
							cell: ({ mentee }: Shift) => <PersonName name={nameIn(names, mentee)} />
						},
						{ head: 'Сейчас', cell: ({ from }) => list(from) },
						{ head: 'Станет', cell: ({ to }) => list(to) }
					]}
					rows={shifts}
				/>
			)}
		</>
	);
};
