import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton, RadioGroup } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import { capabilities } from '../rules/capabilities';
import { rowsIn, type Starter, schoolYearText } from '../rules/starters/starter';
import type { Period } from '../rules/understanding';
import { roadmapCrumb } from './import-steps';
import { activityForms } from './plan-words';

const startersCrumb = { href: '/roadmap/starters', label: 'Образцы' };

/** Where a plan comes from when there is no file yet. */
export const StartersPage = ({ view, starters }: { view: View; starters: readonly Starter[] }) => (
	<Page
		view={view}
		title="Начать с образца"
		crumbs={[roadmapCrumb]}
		actions={
			<LinkButton href="/roadmap/comparison" kind="quiet" icon="table">
				Сравнить
			</LinkButton>
		}
	>
		<Lede>
			Образцы написаны словами вашей организации. Выберите ближайший, посмотрите его целиком и возьмите за основу:
			дальше всё можно изменить. Свой файл лучше <a href="/roadmap/imports/new">загрузить</a>.
		</Lede>
		<Table
			caption="Образцы дорожных карт"
			rows={starters}
			columns={[
				{
					head: 'Образец',
					main: true,
					cell: ({ code, name }) => <a href={`/roadmap/starters/${code}`}>{name}</a>
				},
				{ head: 'Кому подойдёт', width: 'wide', cell: ({ about }) => about },
				{ head: 'Мероприятий', numeric: true, cell: rowsIn }
			]}
		/>
	</Page>
);

type Props = { view: View; starter: Starter; years: readonly Period[]; values: Values; problems?: Problems };

/** A starter read through before it is taken. */
export const StarterPage = ({ view, starter, years, values, problems }: Props) => (
	<Page view={view} title={starter.name} crumbs={[roadmapCrumb, startersCrumb]}>
		<Lede>
			{counted(rowsIn(starter), activityForms)}. {starter.about}
		</Lede>
		<form method="post" action={`/roadmap/starters/${starter.code}`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<RadioGroup
				name="year"
				label="На какой учебный год"
				options={Object.fromEntries(years.map((year) => [year.from, schoolYearText(year)]))}
				{...{ values, problems }}
			/>
			<Buttons>
				<Button icon="road">Взять за основу</Button>
				<span class="quiet">Сначала вы всё проверите: план начнёт работать, когда вы его примете.</span>
			</Buttons>
		</form>
		{starter.stages.map(({ title, rows }, index) => (
			<section>
				{title && (
					<h2>
						{index + 1}. {title}
					</h2>
				)}
				<Table
					caption={title || 'Мероприятия'}
					rows={rows}
					columns={[
						{ head: 'Мероприятие', main: true, width: 'wide', cell: ([name]) => name },
						{ head: 'Срок', cell: ([, deadline]) => deadline },
						{ head: 'Отвечает', cell: ([, , responsible]) => responsible },
						{ head: 'Результат', cell: ([, , , result]) => result },
						{ head: 'Чем выполняется', cell: ([, , , , code]) => capabilities[code].name }
					]}
				/>
			</section>
		))}
	</Page>
);
