import { acts } from '../../../core/acts';
import type { View } from '../../../core/view';
import { Card, Facts, History } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { Day, DayRange, Lede, Quiet } from '../../../ui/text';
import { type ConsentKind, consentKinds } from '../../consents/rules/kinds';
import type { JournalLine } from '../../journal/queries';
import { tenure, tenureText } from '../../people/rules/tenure';
import type { EntryLine, RegistryPerson } from '../queries/person';
import { formatText, leavingReasons, programmeOutcomes, registers } from '../rules/registers';
import type { TopicNames } from '../rules/topics';
import { OfferCard } from './offer-card';
import { RequestCard } from './request-card';

type Props = {
	view: View;
	person: RegistryPerson;
	names: TopicNames;
	/** Of the consents the school asks, those that are not there. */
	lacks: readonly ConsentKind[];
	history: readonly JournalLine[];
};

const notices: Record<string, string> = {
	request: 'Запрос записан',
	'request-moved': 'Отметка о запросе записана',
	'request-back': 'Отметка о запросе отменена',
	'request-restored': 'Запрос возвращён',
	offer: 'Предложение записано',
	'offer-withdrawn': 'Предложение снято',
	'offer-restored': 'Предложение возвращено',
	programme: 'Вхождение в программу записано',
	'programme-changed': 'Записано, с кем и как идёт программа',
	'programme-ended': 'Завершение программы записано',
	'programme-reopened': 'Завершение отменено: программа идёт',
	'programme-removed': 'Ошибочная запись о программе убрана',
	interview: 'Собеседование записано'
};

const isNow = ({ from, to, withdrawn }: EntryLine, today: string) =>
	!withdrawn && from <= today && (!to || to >= today);

/** Everything about one person in this programme. */
export const RegistryPersonPage = ({ view, person, names, lacks, history }: Props) => {
	const { today } = view.now;
	const now = person.entries.filter((entry) => isNow(entry, today));
	return (
		<Page
			view={view}
			title={person.name}
			crumbs={[
				{ href: '/registry', label: 'Банки и запросы' },
				...now.slice(0, 1).map(({ register }) => ({ href: `/registry/${register}`, label: registers[register].name }))
			]}
			notice={
				view.saved?.startsWith('request-removed.') ? (
					<>
						<span>Запрос убран.</span>{' '}
						<ActionForm
							action={`/mentee-requests/${view.saved.slice('request-removed.'.length)}/restoration`}
							label="Отменить"
							token={crypto.randomUUID()}
							kind="quiet"
						/>
					</>
				) : (
					notices[view.saved ?? '']
				)
			}
			actions={
				<LinkButton href={`/people/${person.id}`} kind="quiet" icon="person">
					Личная карточка
				</LinkButton>
			}
		>
			<Lede>
				{now.length === 0
					? 'Сейчас не в банках.'
					: `${now.map(({ register }) => registers[register].name).join(', ')}: ${person.post || 'должность не указана'}.`}
			</Lede>
			<Card title="О человеке">
				<Facts
					facts={[
						['Должность', person.post],
						['Предметы', person.subjects.join(', ')],
						['Педагогический стаж', person.teachingSince && tenureText(tenure(person.teachingSince, today))],
						['Стаж здесь', person.employedSince && tenureText(tenure(person.employedSince, today))],
						['Группы', person.groups.map(({ code, name }) => `${code} – ${name}`).join('; ')],
						[
							'Согласия',
							<a href={`/consents/people/${person.id}`}>
								{lacks.length === 0
									? 'есть все, о которых спрашивают'
									: `нет: ${lacks.map((kind) => consentKinds[kind].brief.toLocaleLowerCase('ru')).join(', ')}`}
							</a>
						]
					]}
				/>
			</Card>
			<RequestCard {...{ view, person, names }} />
			<OfferCard {...{ view, person, names }} />
			<Card title="Путь в программе">
				{person.entries.length === 0 && <p class="quiet">В банки ещё не вносили.</p>}
				<ul class="periods">
					{person.entries.map((entry) => (
						<li>
							<Entry {...{ entry, today }} />
						</li>
					))}
				</ul>
			</Card>
			{person.decisions.length > 0 && (
				<Card title="Решения об отборе">
					<ul class="periods">
						{person.decisions.map(({ decision, reason, on, undone, who, register }) => (
							<li>
								<strong>{decisionWords[decision]}</strong> {undone && <Pill>отменено</Pill>}{' '}
								<Quiet>
									{registers[register].name}, <Day date={on} today={today} />
									{reason && `; ${reason}`}; {who}
								</Quiet>
							</li>
						))}
					</ul>
				</Card>
			)}
			<History
				timeZone={view.actor.timeZone}
				today={today}
				entries={history.map(({ at, act, who }) => ({ at, who: who || 'программа', what: acts[act] }))}
			/>
		</Page>
	);
};

export const decisionWords = { yes: 'Отобран', no: 'Не отобран', later: 'Решить позже' } as const;

const Entry = ({ entry, today }: { entry: EntryLine; today: string }) => (
	<>
		<strong>{registers[entry.register].name}</strong> {entry.withdrawn && <Pill>внесён по ошибке, отменено</Pill>}{' '}
		<Quiet>
			<DayRange from={entry.from} to={entry.to} today={today} />
			{entry.basis && `; ${entry.basis}`}
			{entry.leftReason && `; выбыл: ${[leavingReasons[entry.leftReason], entry.leftNote].filter(Boolean).join(', ')}`};{' '}
			{entry.who}
		</Quiet>{' '}
		{!entry.withdrawn && !entry.leftReason && (
			<LinkButton href={`/register-entries/${entry.id}/programme`} kind="quiet" icon="plus">
				Вошёл в программу
			</LinkButton>
		)}
		{entry.programmes.length > 0 && (
			<ul>
				{entry.programmes.map((one) => (
					<li>
						Программа: <DayRange from={one.from} to={one.to} today={today} />
						<Quiet>
							{one.partner && `; ${entry.register === 'mentees' ? 'наставник' : 'наставляемый'}: ${one.partner}`}
							{one.form && `; ${formatText(one.form)}`}
							{one.outcome && `; ${programmeOutcomes[one.outcome]}`}
							{one.results && `; ${one.results}`}
						</Quiet>{' '}
						{one.caseUrl && (
							<a href={one.caseUrl} rel="noreferrer">
								кейс
							</a>
						)}{' '}
						{!one.mirrored && (
							<>
								{one.outcome === 'completed' && (
									<LinkButton href={`/practices/new?programme=${one.id}`} kind="quiet">
										Описать практику
									</LinkButton>
								)}{' '}
								<LinkButton
									href={one.mentorship ? `/mentorships/${one.mentorship}` : `/programme-periods/${one.id}`}
									kind="quiet"
								>
									{one.mentorship ? 'Открыть пару' : 'С кем'}
								</LinkButton>{' '}
								{(one.outcome || !one.mentorship) && (
									<LinkButton href={`/programme-periods/${one.id}/ending`} kind="quiet">
										{one.outcome ? 'Исправить итог' : 'Завершил'}
									</LinkButton>
								)}{' '}
								{!(one.outcome && entry.to) && !one.mentorship && (
									<ActionForm
										action={`/programme-periods/${one.id}/${one.outcome ? 'reopening' : 'removal'}`}
										label={one.outcome ? 'Отменить завершение' : 'Убрать ошибочную запись'}
										token={crypto.randomUUID()}
										kind="quiet"
									/>
								)}
							</>
						)}
					</li>
				))}
			</ul>
		)}
	</>
);
