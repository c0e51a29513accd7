import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { Button, Buttons, ErrorSummary, Field, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Empty, Exports, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Finding } from '../../../ui/report';
import { Pill } from '../../../ui/state';
import { Pager, Table } from '../../../ui/table';
import { counted, Day, Lede, Quiet } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import { formatText, priorities, requestEvents, type Source, sources } from '../rules/registers';
import {
	type Analysis,
	type RequestFilter,
	type RequestOf,
	type RequestsWanted,
	requestFilters,
	requestsAddress,
	requestsPage,
	strongestOf,
	type TopicNeed
} from '../rules/requests';
import type { TopicNames } from '../rules/topics';

type Props = {
	view: View;
	requests: readonly RequestOf[]; // of this page
	counts: Record<RequestFilter, number>;
	bySource: Record<Source, number>;
	all: number; // of this filter, from whichever source
	of: number; // of this source
	wanted: RequestsWanted;
	names: TopicNames;
	analysis: Analysis;
	closable: readonly Closable[];
	chosen?: readonly string[] | undefined;
	closed: number;
	values: Values;
	problems?: Problems | undefined;
};

const forms = ['запрос', 'запроса', 'запросов'] as const;
const peopleForms = ['педагога', 'педагогов', 'педагогов'] as const;

/** Every request, whether it was said, written in a questionnaire, heard in an interview or seen in a lesson. */
export const RequestsPage = (props: Props) => {
	const { view, requests, counts, wanted, analysis, of, closed } = props;
	const none = counts.open + counts.drafts + counts.over === 0 && !wanted.q;
	return (
		<Page
			view={view}
			title="Запросы наставляемых"
			crumbs={[{ href: '/registry', label: 'Банки и запросы' }]}
			notice={
				view.saved === 'filed' && (
					<>
						Анализ приложен
						<ClosedToo count={closed} />.
					</>
				)
			}
		>
			<Lede>
				{analysis.open.length === 0
					? 'Здесь собираются запросы: со слов, из анкет, собеседований и наблюдений.'
					: `${counted(analysis.open.length, forms)} у ${counted(analysis.people, peopleForms)}: ${analysis.sources.map(({ source, count }) => `${sources[source]} – ${count}`).join(', ')}.`}
			</Lede>
			{none ? <Nothing view={view} /> : <List {...props} />}
			{!none && requests.length === 0 && (
				<p>{wanted.q ? `По запросу «${wanted.q}» ничего не нашлось.` : 'Здесь пусто.'}</p>
			)}
			<Pager
				page={wanted.page}
				pages={Math.ceil(of / requestsPage)}
				href={(page) => requestsAddress(wanted, { page })}
			/>
			{analysis.open.length > 0 && <Analysed {...props} />}
		</Page>
	);
};

const Nothing = ({ view }: { view: View }) => (
	<Empty
		title="Запросов пока нет"
		icon="list"
		action={
			<LinkButton href={view.rooms.has('/surveys') ? '/surveys' : '/registry/mentees'} kind="primary">
				{view.rooms.has('/surveys') ? 'Спросить анкетой' : 'К банку наставляемых'}
			</LinkButton>
		}
	>
		<p>Возьмите их из ответов на анкету или запишите в карточке человека: что услышали, что увидели на уроке.</p>
	</Empty>
);

const List = ({ view, requests, counts, bySource, all, wanted, names }: Props) => {
	const { today } = view.now;
	return (
		<>
			<Toolbar>
				<Filters
					filters={(Object.keys(requestFilters) as RequestFilter[]).map((filter) => ({
						href: requestsAddress(wanted, { filter, source: '' }),
						label: requestFilters[filter],
						count: counts[filter],
						current: filter === wanted.filter
					}))}
				/>
				<QuickFilter action="/registry/requests" value={wanted.q} label="Имя или слова" />
			</Toolbar>
			{all > 0 && (
				<Filters
					label="Откуда"
					filters={[
						{ href: requestsAddress(wanted, { source: '' }), label: 'отовсюду', count: all, current: !wanted.source },
						...(Object.keys(sources) as Source[])
							.filter((source) => bySource[source] > 0)
							.map((source) => ({
								href: requestsAddress(wanted, { source }),
								label: sources[source],
								count: bySource[source],
								current: source === wanted.source
							}))
					]}
				/>
			)}
			{requests.length > 0 && (
				<Table
					caption="Запросы"
					columns={[
						{
							head: 'Имя',
							main: true,
							cell: ({ personId, name, post, inBank }: RequestOf) => (
								<>
									<a href={`/registry/people/${personId}`}>{name}</a> <Quiet>{post}</Quiet>
									{!inBank && <span class="result">в банке наставляемых ещё нет</span>}
								</>
							)
						},
						{
							head: 'Запрос',
							width: 'wide',
							cell: ({ words, format }) => (
								<>
									{words} {format && <Quiet>{formatText(format)}</Quiet>}
								</>
							)
						},
						{
							head: 'Затруднения',
							cell: ({ deficits }) =>
								strongestOf(deficits)
									.map(({ topic, level }) => `${names.get(topic) ?? topic} – ${level}`)
									.join(', ')
						},
						{ head: 'Насколько срочно', cell: ({ priority }) => priorities[priority] },
						{
							head: 'Откуда',
							cell: ({ source, sourceNote, saidOn }) => (
								<>
									{sources[source]}, <Day date={saidOn} today={today} /> {sourceNote && <Quiet>{sourceNote}</Quiet>}
								</>
							)
						},
						{
							head: 'Что с ним',
							cell: ({ last, confirmed }) =>
								last ? <Pill>{requestEvents[last]}</Pill> : !confirmed && <Pill tone="warm">ждёт вашего взгляда</Pill>
						}
					]}
					rows={requests}
				/>
			)}
		</>
	);
};

const level = (value: number) => value > 0 && value;

const Analysed = ({ view, analysis, closable, chosen, values, problems }: Props) => (
	<>
		{analysis.topics.length > 0 && (
			<Finding
				title="Что затрудняет"
				sentence="Наибольший уровень от 0 до 3, как сказал сам человек, наставник и куратор."
			>
				<Table
					caption="Что затрудняет"
					columns={[
						{ head: 'Направление', main: true, cell: ({ name }: TopicNeed) => name },
						{ head: 'Сколько человек', numeric: true, cell: ({ people }) => people },
						{ head: 'Сам', numeric: true, cell: ({ self }) => level(self) },
						{ head: 'Наставник', numeric: true, cell: ({ mentor }) => level(mentor) },
						{ head: 'Куратор', numeric: true, cell: ({ curator }) => level(curator) }
					]}
					rows={analysis.topics}
				/>
			</Finding>
		)}
		<Card title="Отчёт: анализ и база запросов">
			<form method="post" action="/registry/requests" class="one-column">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<TextArea
					name="conclusion"
					label="Вывод"
					rows={6}
					maxlength={5000}
					hint="Черновик составлен из чисел. Допишите, что показали наблюдения и беседы."
					{...{ values, problems }}
				/>
				<Field
					name="pupils"
					label="Запросов обучающихся, собранных отдельно"
					hint="Программа ведёт наставничество педагогов. Спрашивали и обучающихся – впишите, сколько запросов: число войдёт в отчёт, а их список приложите к мероприятию файлом"
					inputmode="numeric"
					maxlength={5}
					class="short"
					optional
					{...{ values, problems }}
				/>
				<Closes {...{ closable, chosen, today: view.now.today }} />
				{closable.length > 0 && (
					<Buttons>
						<Button>Отметить выполненным с этим анализом</Button>
					</Buttons>
				)}
			</form>
			<Exports files={[{ href: '/registry/requests/document.docx', label: 'Анализ и база запросов, Word' }]} />
		</Card>
	</>
);
