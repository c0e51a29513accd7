import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, Buttons, ErrorSummary, Field, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Day, Lede, Moment } from '../../../ui/text';
import type { Candidate } from '../queries/erasure';
import { erasureOf, goes, stays, type Verdict } from '../rules/erasure';

const years = ['год', 'года', 'лет'] as const;
const notices: Record<string, string> = {
	erased: 'Имя и слова этого человека удалены',
	refused: 'Ответ записан: человек прочитает его на своей странице',
	years: 'Срок хранения изменён'
};

type ListProps = {
	view: View;
	people: readonly Candidate[];
	retention: { years: number; version: number };
	values?: Values;
	problems?: Problems;
};

/** Whose data may or must go: requests first, then those whose time is over. */
export const ErasuresPage = ({ view, people, retention, values, problems = {} }: ListProps) => {
	const asked = people.filter((one) => one.asked).length;
	const due = people.filter((one) => !one.asked && erasureOf(one, retention.years, view.now.today).may);
	const shown = people.filter((one) => one.asked || due.includes(one));
	return (
		<Page
			view={view}
			title="Удаление данных"
			crumbs={[{ href: '/people', label: 'Люди' }]}
			notice={notices[view.saved ?? '']}
		>
			<Lede>
				{asked === 0 ? 'Просьб нет' : `Ждут ответа: ${asked}`};{' '}
				{due.length === 0 ? 'ни у кого не кончился срок хранения.' : `срок хранения кончился: ${due.length}.`}
			</Lede>
			{shown.length === 0 ? (
				<Empty title="Удалять нечего">
					Здесь появятся те, кто попросит удалить свои данные, и те, кто уволился больше{' '}
					{counted(retention.years, years)} назад.
				</Empty>
			) : (
				<Table
					caption="Чьи данные можно удалить"
					rows={shown}
					columns={[
						{ head: 'Кто', main: true, cell: ({ id, name }) => <a href={`/people/${id}/erasure`}>{name}</a> },
						{ head: 'Последний день', cell: ({ lastDay }) => lastDay && <Day date={lastDay} today={view.now.today} /> },
						{
							head: 'Почему',
							width: 'wide',
							cell: (one) => (
								<>
									{one.askedAt && (
										<>
											просьба от <Moment at={one.askedAt} timeZone={view.actor.timeZone} today={view.now.today} />.{' '}
										</>
									)}
									{erasureOf(one, retention.years, view.now.today).because}
								</>
							)
						}
					]}
				/>
			)}
			<Card title="Сколько хранить">
				<ErrorSummary problems={problems} />
				<form method="post" action="/people/erasure/retention">
					<FormToken values={{ token: values?.token ?? crypto.randomUUID() }} />
					<input type="hidden" name="version" value={String(retention.version)} />
					<Field
						name="years"
						label="Лет после увольнения"
						hint="Обычно три года: столько хранят и согласия. Сверьте с положением о персональных данных вашей организации"
						values={values ?? { years: String(retention.years) }}
						problems={problems}
						inputmode="numeric"
					/>
					<Buttons>
						<Button kind="secondary">Изменить срок</Button>
					</Buttons>
				</form>
			</Card>
		</Page>
	);
};

type PersonProps = {
	view: View;
	person: Candidate;
	verdict: Verdict;
	values?: Values;
	problems?: Problems;
	refusal?: { values: Values; problems: Problems };
};

/** What would go and what would stay, before it is done for good. */
export const ErasurePage = ({ view, person, verdict, values, problems = {}, refusal }: PersonProps) => (
	<Page
		view={view}
		title={`Удалить данные: ${person.name}`}
		crumbs={[
			{ href: '/people', label: 'Люди' },
			{ href: '/people/erasure', label: 'Удаление данных' }
		]}
		actions={
			<LinkButton href={`/people/${person.id}/data`} icon="download">
				Выдать все данные файлом
			</LinkButton>
		}
	>
		<Lede>{verdict.because}</Lede>
		<ErrorSummary problems={problems} />
		{person.asked && <Asked {...{ view, person }} {...(refusal && { refusal })} />}
		<Card title="Что исчезнет">
			<ul>
				{goes.map((what) => (
					<li>{what}</li>
				))}
				{verdict.consents === 'go' && <li>согласия, отзывы и сканы: срок их хранения кончился</li>}
			</ul>
		</Card>
		<Card title="Что останется и почему">
			<ul>
				{verdict.consents === 'stay' && verdict.until && (
					<li>
						согласия и сканы до <Day date={verdict.until} />: ими доказывают, что согласие было
					</li>
				)}
				{stays.map(({ what, why }) => (
					<li>
						{what}: {why}
					</li>
				))}
			</ul>
		</Card>
		{verdict.may && (
			<form method="post" action={`/people/${person.id}/erasure`}>
				<FormToken values={{ token: values?.token ?? crypto.randomUUID() }} />
				<Note tone="warm" title="Вернуть будет нельзя">
					<p>
						Имя пропадёт и из резервных копий – по мере того как старые копии сменятся новыми. Скачайте данные файлом,
						если они ещё понадобятся.
					</p>
				</Note>
				<Field
					name="familyName"
					label="Фамилия этого человека"
					hint="Наберите её, чтобы не удалить другого"
					values={values ?? {}}
					problems={problems}
				/>
				<Buttons>
					<Button kind="danger">Удалить имя и слова</Button>
				</Buttons>
			</form>
		)}
	</Page>
);

const Asked = ({ view, person, refusal }: Pick<PersonProps, 'view' | 'person' | 'refusal'>) => (
	<Card title="Просьба">
		<p>
			{person.askedBy}, <Moment at={person.askedAt ?? ''} timeZone={view.actor.timeZone} today={view.now.today} />
			{person.words && `: «${person.words}»`}
		</p>
		<p class="quiet">Ответьте в течение десяти рабочих дней (ст. 20 152-ФЗ).</p>
		<Fold label="Отказать" open={refusal !== undefined}>
			<form method="post" action={`/people/${person.id}/erasure/refusal`}>
				<FormToken values={{ token: refusal?.values.token ?? crypto.randomUUID() }} />
				<TextArea
					name="reason"
					label="Причина"
					hint="Её прочитает тот, кто просил"
					values={refusal?.values ?? {}}
					problems={refusal?.problems ?? {}}
				/>
				<Buttons>
					<Button kind="secondary">Ответить отказом</Button>
				</Buttons>
			</form>
		</Fold>
	</Card>
);
