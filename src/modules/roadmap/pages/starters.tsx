import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Closes, ReceivedToo } from '../../../ui/closes';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton, RadioGroup } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { counted, Day, Lede } from '../../../ui/text';
import type { Template, TemplateLine } from '../queries/templates';
import { capabilities } from '../rules/capabilities';
import type { Closable } from '../rules/closable';
import { stageTitleOf } from '../rules/plan-difference/edition';
import { rowsIn, type Starter, schoolYearText } from '../rules/starters/starter';
import { inPaperOrder, type TemplateRow } from '../rules/template';
import type { Period } from '../rules/understanding';
import { roadmapCrumb } from './import-steps';
import { activityForms } from './plan-words';

const startersCrumb = { href: '/roadmap/starters', label: 'Образцы' };

/** Where a plan comes from when there is no file yet. */
export const StartersPage = ({
	view,
	starters,
	above
}: {
	view: View;
	starters: readonly Starter[];
	above: readonly TemplateLine[];
}) => (
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
		{above.length > 0 && (
			<>
				<h2>От организаций выше</h2>
				<Table
					caption="Образцы организаций выше"
					rows={above}
					columns={[
						{
							head: 'Образец',
							main: true,
							width: 'wide',
							cell: ({ id, title }) => <a href={`/roadmap/templates/${id}`}>{title}</a>
						},
						{ head: 'Кто опубликовал', cell: ({ by }) => by },
						{ head: 'Что нового', cell: ({ note }) => note },
						{
							head: 'Версия',
							cell: ({ number, publishedAt }) => (
								<>
									{number}, <Day date={publishedAt.slice(0, 10)} today={view.now.today} />
								</>
							)
						},
						{ head: 'Мероприятий', numeric: true, cell: ({ rows }) => rows }
					]}
				/>
				<h2>Готовые</h2>
			</>
		)}
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

type TemplateProps = {
	view: View;
	template: Template;
	/** What the plans here wait for from above, and how many lines of it have just been closed. */
	awaited: readonly Closable[];
	chosen: readonly string[] | undefined;
	closed: number;
	values: Values;
	problems?: Problems | undefined;
};

/** A template of a level above, read through before it is taken; what was waited for has come with it. */
export const TemplatePage = ({ view, template, awaited, chosen, closed, values, problems }: TemplateProps) => {
	const { id, by, number, publishedAt, note, contents } = template;
	return (
		<Page
			view={view}
			title={contents.title}
			crumbs={[roadmapCrumb, startersCrumb]}
			notice={view.saved === 'receipt' && <ReceivedToo count={closed} />}
		>
			<Lede>
				{counted(contents.rows.length, activityForms)}. Образец{by && ` (${by})`}, версия {number} от{' '}
				<Day date={publishedAt.slice(0, 10)} today={view.now.today} />. Ваш план останется с ним связан: об изменениях
				образца программа скажет.
			</Lede>
			{note && <p>{note}</p>}
			<form method="post" action={`/roadmap/templates/${id}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<Closes closable={awaited} chosen={chosen} today={view.now.today} awaited />
				<Buttons>
					<Button icon="road">Взять за основу</Button>
					{awaited.length > 0 && (
						<Button kind="secondary" formaction={`/roadmap/templates/${id}/receipt`}>
							Только отметить, что получено
						</Button>
					)}
				</Buttons>
			</form>
			<Table
				caption="Мероприятия образца"
				rows={inPaperOrder(contents.rows)}
				columns={[
					{ head: 'Мероприятие', main: true, width: 'wide', cell: ({ title }) => title },
					...(contents.stages.length > 0
						? [{ head: 'Этап', cell: (row: TemplateRow) => stageTitleOf(contents, row) }]
						: []),
					{ head: 'Срок', cell: ({ deadline }) => deadline },
					{ head: 'Отвечает', cell: ({ responsible }) => responsible.join(', ') },
					{ head: 'Результат', cell: ({ results }) => results.join('; ') }
				]}
			/>
		</Page>
	);
};
