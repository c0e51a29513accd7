import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, ErrorSummary, Field, FormToken, LinkButton, Select, TextArea } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { counted, Day, Lede, Quiet } from '../../../ui/text';
import { formats } from '../../registry/rules/registers';
import type { Closable } from '../../roadmap/rules/closable';
import type { Unmatched } from '../queries/search';
import { closings, nextFacts, type SearchFact, searchFacts, supportWords } from '../rules/search';
import { pairsCrumb } from './crumb';

type Props = {
	view: View;
	people: readonly Unmatched[];
	closable: readonly Closable[];
	closed: number;
	/** Whose form came back. */
	asked?: string;
	values: Values;
	problems?: Problems;
};

const notices: Record<string, string> = {
	noted: 'Записано',
	asked: 'Запрос отправлен: его видят организации выше, без имени',
	'search-closed': 'Запрос закрыт',
	undone: 'Отменено'
};
const acts: Record<SearchFact, string> = {
	searched: 'Искали, не нашли',
	'support-offered': 'Спросили о поддержке',
	'support-wanted': 'Нужна поддержка',
	'support-declined': 'Поддержка не нужна',
	'support-begun': 'Психолог начал',
	'support-ended': 'Поддержка закончена'
};
const people = ['человек', 'человека', 'человек'] as const;

/** «Без наставника»: why, what has been done, what may be done next. The person is asked about support before anybody else is. */
export const UnmatchedPage = (props: Props) => {
	const { view, people: all, closable, closed, problems = {} } = props;
	const said = notices[view.saved ?? ''];
	return (
		<Page
			view={view}
			title="Без наставника"
			crumbs={[pairsCrumb]}
			notice={
				view.saved === 'closed' ? (
					<>
						Отмечено
						<ClosedToo count={closed} />
					</>
				) : (
					said
				)
			}
		>
			{all.length === 0 ? (
				<Empty title="У всех есть наставник" icon="check">
					<p>Здесь появятся те, кто в банке наставляемых и пока ни с кем не в паре.</p>
				</Empty>
			) : (
				<Lede>
					{counted(all.length, people)} в банке наставляемых пока без наставника. Поиск продолжают, а о поддержке
					сначала спрашивают самого человека.
				</Lede>
			)}
			<ErrorSummary problems={problems} />
			{all.map((one) => (
				<OneCard {...props} one={one} />
			))}
			{all.length > 0 && closable.length > 0 && (
				<form method="post" action="/mentorships/unmatched/closing">
					<FormToken values={{ token: crypto.randomUUID() }} />
					<Closes closable={closable} chosen={problems.closes ? [] : undefined} today={view.now.today} />
					<Button kind="secondary">Отметить в дорожной карте</Button>
				</form>
			)}
		</Page>
	);
};

const OneCard = ({ view: { now }, one, asked, values, problems = {} }: Props & { one: Unmatched }) => {
	const mine = asked === one.personId;
	return (
		<Card
			title={one.name}
			id={`p-${one.personId}`}
			actions={
				<LinkButton href={`/mentorships/new?mentee=${one.personId}`} icon="pair">
					Подобрать наставника
				</LinkButton>
			}
		>
			<Facts
				facts={[
					['Должность', one.post],
					['О чём просит', one.request],
					['В банке с', <Day date={one.since} today={now.today} />],
					['Почему без наставника', one.cause],
					['Поддержка психолога', supportWords[one.support]]
				]}
			/>
			{one.facts.length > 0 && (
				<ul class="periods">
					{one.facts.map(({ id, what, on, note, who }, at) => (
						<li>
							{searchFacts[what]}, <Day date={on} today={now.today} />{' '}
							<Quiet>{[note, who].filter(Boolean).join(', ')}</Quiet>{' '}
							{at === one.facts.length - 1 && (
								<ActionForm
									action={`/search-facts/${id}/undoing`}
									label="Отменить"
									token={crypto.randomUUID()}
									kind="quiet"
								/>
							)}
						</li>
					))}
				</ul>
			)}
			<form method="post" action="/search-facts" class="act">
				<FormToken values={{ token: crypto.randomUUID() }} />
				<input type="hidden" name="person" value={one.personId} />
				<div class="buttons">
					{nextFacts(one.support).map((what) => (
						<Button name="what" value={what} kind="secondary">
							{acts[what]}
						</Button>
					))}
				</div>
			</form>
			{one.search ? (
				<Network search={one.search} today={now.today} />
			) : (
				<Fold label="Спросить сеть наставников района" open={mine}>
					<form method="post" action="/mentor-searches">
						<FormToken values={mine ? values : { token: crypto.randomUUID() }} />
						<input type="hidden" name="person" value={one.personId} />
						<Field
							name="subject"
							label="Кто нужен"
							hint="Без имён: предмет, должность, с чем помочь"
							maxlength={200}
							values={mine ? values : { subject: [one.subjects.join(', '), one.post].filter(Boolean)[0] ?? '' }}
							problems={mine ? problems : {}}
						/>
						<TextArea
							name="words"
							label="Что важно"
							rows={2}
							maxlength={1000}
							optional
							values={mine ? values : {}}
							problems={mine ? problems : {}}
						/>
						<Select
							name="format"
							label="Форма"
							empty="любая"
							options={formats}
							values={mine ? values : {}}
							problems={{}}
						/>
						<Button kind="secondary">Отправить запрос</Button>
					</form>
				</Fold>
			)}
		</Card>
	);
};

const Network = ({ search, today }: { search: NonNullable<Unmatched['search']>; today: string }) => (
	<>
		<p>
			Сеть спрошена <Day date={search.askedOn} today={today} />:{' '}
			{[search.subject, search.words].filter(Boolean).join('; ')}.
		</p>
		{search.answers.map(({ from, words }) => (
			<p>
				<strong>{from}:</strong> {words}
			</p>
		))}
		{search.answers.length === 0 && <p class="quiet">Ответа пока нет.</p>}
		<form method="post" action={`/mentor-searches/${search.id}/closing`} class="act">
			<FormToken values={{ token: crypto.randomUUID() }} />
			<div class="buttons">
				{Object.entries(closings).map(([because, label]) => (
					<Button name="because" value={because} kind="quiet">
						Закрыть: {label}
					</Button>
				))}
			</div>
		</form>
	</>
);
