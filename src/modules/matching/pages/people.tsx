import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ActionForm, Button, ErrorSummary, Field, FormToken, RadioGroup, Select } from '../../../ui/form';
import { Empty, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { Lede, PersonName, Quiet } from '../../../ui/text';
import type { KeptTie } from '../queries/details';
import { hours } from '../rules/score/hours';
import { type MenteeFacts, type MentorFacts, queues } from '../rules/score/people';
import { crumb } from './words';

export type Told = {
	id: string;
	name: string;
	mentee: MenteeFacts | undefined;
	mentor: MentorFacts | undefined;
};
type Props = {
	view: View;
	people: readonly Told[];
	found: readonly Told[];
	q: string;
	ties: readonly KeptTie[];
	gone: KeptTie | undefined;
	values: Values;
	problems?: Problems;
};

/** What the matching keeps in mind of each, and what was decided of pairs beforehand. */
export const MatchingPeoplePage = ({ view, people, found, q, ties, gone, values, problems = {} }: Props) => (
	<Page
		view={view}
		title="О людях и парах"
		crumbs={[crumb]}
		notice={
			gone ? (
				<>
					<span>Решение о паре отменено.</span>{' '}
					<ActionForm
						action={`/matching/ties/${gone.id}/restoration`}
						label="Вернуть"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				</>
			) : (
				view.saved && <span>{view.saved === 'tie' ? 'Решение о паре записано.' : 'Сведения записаны.'}</span>
			)
		}
	>
		<Lede>
			{`Людей ${people.length}, решений о парах ${ties.length}. Чего не знаем, то никому не мешает: считается за половину.`}
		</Lede>
		{people.length === 0 ? (
			<Empty title="В банках пока никого нет" icon="person">
				<p>
					Внесите людей в <a href="/registry">банки</a>: здесь появится, что о них учитывает подбор.
				</p>
			</Empty>
		) : (
			<>
				<Ties {...{ people, ties, values, problems }} />
				<h2>Что учитываем о каждом</h2>
				<Toolbar>
					<QuickFilter action="/matching/people" value={q} label="Найти по имени" />
				</Toolbar>
				<Table
					caption="Что учитываем о каждом"
					columns={[
						{
							head: 'Кто',
							main: true,
							cell: ({ id, name }: Told) => (
								<a href={`/matching/people/${id}`}>
									<PersonName name={name} />
								</a>
							)
						},
						{
							head: 'В каком банке',
							cell: ({ mentor, mentee }) =>
								[mentor && `наставник, мест ${mentor.capacity}`, mentee && 'наставляемый'].filter(Boolean).join('; ')
						},
						{ head: 'Очередь', cell: ({ mentee }) => mentee && queues[mentee.queue] },
						{ head: 'Здание', cell: ({ mentor, mentee }) => mentor?.building || mentee?.building },
						{
							head: 'Удобное время',
							cell: ({ mentor, mentee }) =>
								Object.entries(hours)
									.flatMap(([hour, words]) => ((mentor ?? mentee)?.hours.includes(hour) ? [words] : []))
									.slice(0, 4)
									.join(', ')
						}
					]}
					rows={found}
				/>
			</>
		)}
	</Page>
);

const tieNames = { lock: 'закреплена', apart: 'не ставить вместе' } as const;

const Ties = ({
	people,
	ties,
	values,
	problems
}: Pick<Props, 'people' | 'ties' | 'values'> & { problems: Problems }) => {
	const given = { values, problems };
	const options = (list: readonly Told[]) => Object.fromEntries(list.map(({ id, name }) => [id, name]));
	return (
		<Card title="Решено о парах">
			<p class="quiet">
				Это видите только вы. Закреплённая пара стоит, чего бы это ни стоило; двое, которых не ставят вместе, не
				окажутся в паре ни в какой роли.
			</p>
			{ties.length > 0 && (
				<Table
					caption="Решено о парах"
					columns={[
						{ head: 'Наставляемый', main: true, cell: ({ menteeName }: KeptTie) => <PersonName name={menteeName} /> },
						{ head: 'Наставник', cell: ({ mentorName }) => <PersonName name={mentorName} /> },
						{
							head: 'Решение',
							cell: ({ kind, reason }) => (
								<>
									<Pill tone={kind === 'lock' ? 'accent' : 'warm'}>{tieNames[kind]}</Pill> <Quiet>{reason}</Quiet>
								</>
							)
						},
						{
							head: 'Отменить',
							unseen: true,
							cell: ({ id }) => (
								<ActionForm
									action={`/matching/ties/${id}/undoing`}
									label="Отменить"
									token={crypto.randomUUID()}
									kind="quiet"
								/>
							)
						}
					]}
					rows={ties}
				/>
			)}
			<form method="post" action="/matching/ties">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<Select
					name="mentee"
					label="Наставляемый"
					empty="выберите"
					options={options(people.filter(({ mentee }) => mentee))}
					{...given}
				/>
				<Select
					name="mentor"
					label="Наставник"
					empty="выберите"
					options={options(people.filter(({ mentor }) => mentor))}
					{...given}
				/>
				<RadioGroup
					name="kind"
					label="Что решено"
					options={{ lock: 'Закрепить пару', apart: 'Не ставить вместе' }}
					{...given}
				/>
				<Field name="reason" label="Почему" maxlength={500} optional {...given} />
				<div class="buttons">
					<Button>Записать решение о паре</Button>
				</div>
			</form>
		</Card>
	);
};
