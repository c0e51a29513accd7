import { rolesText } from '../../../core/actor';
import { acts } from '../../../core/acts';
import type { Problems } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { View } from '../../../core/view';
import { Card, Facts, History } from '../../../ui/card';
import { ActionForm, ErrorSummary, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note, Pill } from '../../../ui/state';
import { Day, DayRange, Quiet } from '../../../ui/text';
import { canMakeDocuments } from '../../documents/rules/documents';
import type { JournalLine } from '../../journal/queries';
import type { Guest } from '../../mentorships/queries/guests';
import type { PairLine } from '../../mentorships/rules/wanted';
import { canKeepData } from '../../personal-data/rules/erasure';
import type { DuplicatePair } from '../queries/duplicates';
import type { Person, PrivateCard } from '../queries/person';
import { canKeepPeople, employmentKinds, isBeginner, isUnder35 } from '../rules/person';
import { PersonPairs } from './person-pairs';
import { Tenure } from './words';

type Props = {
	view: View;
	person: Person;
	history: readonly JournalLine[];
	/** Entries that may be the same person, when this one has just been added or changed. */
	twins?: readonly DuplicatePair[];
	/** Of somebody whose pairs the reader may see. */
	pairs?: readonly PairLine[];
	guest?: Guest | undefined; // a mentor of another organisation
	problems?: Problems;
};

const notices: Record<string, string> = {
	added: 'Сотрудник добавлен',
	changed: 'Сведения сохранены',
	returned: 'Увольнение отменено: работа, должности и роли продолжаются',
	restored: 'Запись возвращена',
	post: 'Должность добавлена',
	'post-ended': 'Последний день в должности записан',
	'post-corrected': 'Должность исправлена',
	'post-withdrawn': 'Ошибочная должность убрана',
	employment: 'Приём на работу отмечен',
	'employment-corrected': 'Даты работы исправлены'
};

/** Who it is, what they do here, since when; what is private only for those who may see it. */
export const PersonPage = ({ view, person, history, twins = [], pairs, guest, problems = {} }: Props) => {
	const { saved, actor, now } = view;
	const keeps = canKeepPeople(actor);
	return (
		<Page
			view={view}
			title={fullName(person)}
			crumbs={[{ href: '/people', label: 'Люди' }]}
			notice={saved === 'left' ? <Left person={person} /> : notices[saved ?? '']}
			actions={keeps && !person.removed && <Actions person={person} actor={actor} />}
		>
			<ErrorSummary problems={problems} />
			{person.removed && <RemovedNote id={person.id} />}
			{twins.length > 0 && <Twins person={person} twins={twins} />}
			<Work person={person} view={view} keeps={keeps} />
			{canMakeDocuments(actor) && !person.removed && (
				<p>
					<a href={`/people/${person.id}/name-forms`}>Как имя склоняется в документах</a>
				</p>
			)}
			{pairs && <PersonPairs {...{ view, person, pairs, guest }} />}
			{person.private && <Private own={person.private} person={person} view={view} />}
			{keeps && !person.removed && <Mistake person={person} />}
			{keeps && (
				<History
					timeZone={actor.timeZone}
					today={now.today}
					entries={history.map(({ at, act, who }) => ({ at, who: who || 'программа', what: acts[act] }))}
				/>
			)}
		</Page>
	);
};

const Actions = ({ person, actor }: { person: Person; actor: View['actor'] }) => (
	<>
		<LinkButton href={`/people/${person.id}/edit`} icon="pencil">
			Изменить
		</LinkButton>
		{person.here && person.id !== actor.personId && (
			<LinkButton href={`/people/${person.id}/leaving`} kind="quiet" icon="exit">
				Отметить увольнение
			</LinkButton>
		)}
		{!person.here && canKeepData(actor) && (
			<LinkButton href={`/people/${person.id}/erasure`} kind="quiet" icon="lock">
				Удаление данных
			</LinkButton>
		)}
		{!person.here && (
			<LinkButton href={`/people/${person.id}/employments/new`} kind="primary">
				Принять снова
			</LinkButton>
		)}
	</>
);

const Left = ({ person }: { person: Person }) => (
	<>
		<span>Увольнение отмечено.</span>{' '}
		<ActionForm
			action={`/people/${person.id}/leaving/undoing`}
			label="Отменить"
			token={crypto.randomUUID()}
			kind="quiet"
		/>
	</>
);

const Twins = ({ person, twins }: { person: Person; twins: readonly DuplicatePair[] }) => (
	<Note tone="warm" title="Похоже, этот человек уже есть в списке">
		{twins.map(({ one, other, reasons }) => {
			const twin = one.id === person.id ? other : one;
			return (
				<p>
					{fullName(twin)}: {reasons.join(', ')}.{' '}
					<a href={`/people/${person.id}/merging/${twin.id}`}>Сравнить записи</a>
				</p>
			);
		})}
	</Note>
);

const RemovedNote = ({ id }: { id: string }) => (
	<Note tone="warm" title="Эта запись убрана как ошибочная">
		<p>Её не видно в списках.</p>
		<ActionForm action={`/people/${id}/restoration`} label="Вернуть запись" token={crypto.randomUUID()} />
	</Note>
);

const Work = ({ person, view, keeps }: { person: Person; view: View; keeps: boolean }) => {
	const { today } = view.now;
	const [current] = person.employments.filter(({ from, to }) => from <= today && (!to || to >= today));
	return (
		<Card
			title="Работа"
			state={
				!person.here && (
					<Pill icon="exit">
						{person.private?.leaving ? (
							<>
								последний день – <Day date={person.private.leaving.lastDay} />
							</>
						) : (
							'не работает'
						)}
					</Pill>
				)
			}
			actions={
				keeps &&
				person.here && (
					<LinkButton href={`/people/${person.id}/posts/new`} icon="plus" kind="quiet">
						Добавить должность
					</LinkButton>
				)
			}
		>
			<ul class="periods">
				{person.posts.map((post) => (
					<li>
						<strong>{post.title}</strong>
						{!post.main && <Quiet> (дополнительно)</Quiet>}{' '}
						<Quiet>
							<DayRange from={post.from} to={post.to} today={today} />
							{person.private && !post.to && (
								<>
									, стаж в должности: <Tenure since={post.heldSince ?? post.from} on={today} />
								</>
							)}
						</Quiet>{' '}
						{keeps && <a href={`/people/${person.id}/posts/${post.id}`}>изменить</a>}
					</li>
				))}
			</ul>
			<Facts
				facts={[
					['Предметы', person.subjects.join(', ')],
					[
						'Стаж педагогический',
						person.private?.teachingSince && <Tenure since={person.private.teachingSince} on={today} />
					],
					[`Стаж: ${view.actor.organisation.name}`, current && <Tenure since={current.from} on={today} />]
				]}
			/>
			{keeps && person.here && person.employments.length === 0 && (
				<LinkButton href={`/people/${person.id}/employments/new`} kind="quiet" icon="calendar">
					Отметить, с какого дня работает
				</LinkButton>
			)}
			{person.employments.length > 0 && (
				<Fold label="Периоды работы">
					<ul class="periods">
						{person.employments.map((work) => (
							<li>
								<DayRange from={work.from} to={work.to} today={today} /> <Quiet>{employmentKinds[work.kind]}</Quiet>{' '}
								{keeps && <a href={`/people/${person.id}/employments/${work.id}`}>исправить</a>}
							</li>
						))}
					</ul>
				</Fold>
			)}
		</Card>
	);
};

const Private = ({ own, person, view }: { own: PrivateCard; person: Person; view: View }) => {
	const { today } = view.now;
	const held = own.roles.filter(({ from, to }) => from <= today && (!to || to >= today));
	return (
		<Card
			title="Личное и контакты"
			actions={
				view.rooms.has('/accounts') && canKeepPeople(view.actor) && !person.removed ? (
					<LinkButton href={`/accounts/${person.id}`} kind="quiet" icon="key">
						Доступ и роли
					</LinkButton>
				) : undefined
			}
		>
			<p class="quiet">Видят сам человек, куратор, директор, кадры и администратор; кто смотрел, записывается.</p>
			<Facts
				facts={[
					['Электронная почта', own.email && <a href={`mailto:${own.email}`}>{own.email}</a>],
					['Телефон', own.phone && <a href={`tel:${own.phone.replace(/[^\d+]/g, '')}`}>{own.phone}</a>],
					['Дата рождения', own.bornOn && <Day date={own.bornOn} />],
					['Возраст', isUnder35(own.bornOn, today) && 'до 35 лет'],
					['Начинающий', isBeginner(own.teachingSince, today) && 'педагогический стаж до 3 лет'],
					[
						'Роли',
						rolesText(
							held.map(({ role }) => role),
							view.actor.organisation.kind
						) || 'нет'
					],
					['Вход в программу', own.hasAccount ? 'есть' : 'нет'],
					['Заметка', own.note]
				]}
			/>
		</Card>
	);
};

const Mistake = ({ person }: { person: Person }) => (
	<Fold label="Запись появилась по ошибке">
		<p>
			Если такого человека нет или он внесён дважды, уберите запись. Её можно вернуть. Уволенных не убирают: увольнение
			отмечают.
		</p>
		<ActionForm
			action={`/people/${person.id}/removal`}
			label="Убрать ошибочную запись"
			token={crypto.randomUUID()}
			kind="danger"
		/>
	</Fold>
);
