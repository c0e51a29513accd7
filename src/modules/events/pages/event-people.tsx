import { Card } from '../../../ui/card';
import { Fold } from '../../../ui/report';
import { Pill, StatePill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, dayText, shortName } from '../../../ui/text';
import { consentKinds } from '../../consents/rules/kinds';
import type { Called } from '../queries/event';
import { acquaintedHow, attendances } from '../rules/event';
import type { EventProps } from './event';
import { people as forms } from './words';

type Given = Pick<EventProps, 'event' | 'people' | 'view'>;

/** Who answered the call, and what of it the register has. */
export const RepliesCard = ({ event, people }: Given) => {
	if (!event.callsMentors) return null;
	const replied = people.filter(({ repliedAt }) => repliedAt);
	return (
		<Card title="Откликнулись">
			{replied.length === 0 ? (
				<p class="quiet">Пока никто. Отклик появится здесь и в банке наставников черновиком предложения.</p>
			) : (
				<ul class="periods">
					{replied.map(({ id, name, reply, consents }) => (
						<li>
							<a href={`/registry/people/${id}`}>{name}</a> {reply && <span>– {reply}</span>}{' '}
							{!consents.includes('mentor') && <Pill icon="alert">нет согласия на участие</Pill>}
						</li>
					))}
				</ul>
			)}
			<p>
				<a href="/registry/mentors/new?filter=everybody">Внести в банк наставников</a> ·{' '}
				<a href="/consents/sheets/mentor?everybody=on">Напечатать согласия</a> ·{' '}
				{event.wave ? (
					<a href={`/surveys/waves/${event.wave.id}`}>{event.wave.title}</a>
				) : (
					<a href="/surveys/questionnaires/library/mentor-offer">Анкета «Чем я могу быть полезен»</a>
				)}
			</p>
		</Card>
	);
};

/** What consents are gathered, and who of those called lacks which. */
export const ConsentsCard = ({ event, people }: Given) => {
	if (event.consents.length === 0 || people.length === 0) return null;
	return (
		<Card title="Согласия">
			<ul class="periods">
				{event.consents.map((kind) => {
					const lacking = people.filter(({ consents }) => !consents.includes(kind));
					return (
						<li>
							{consentKinds[kind].name}:{' '}
							{lacking.length === 0 ? (
								<StatePill state="done" label="есть у всех" />
							) : (
								<>
									нет у {lacking.length} из {people.length}{' '}
									<span class="quiet">
										{lacking
											.slice(0, 8)
											.map(({ name }) => shortName(name))
											.join(', ')}
										{lacking.length > 8 && ` и ещё ${lacking.length - 8}`}
									</span>{' '}
									<a href={`/consents/sheets/${kind}?everybody=on`}>напечатать</a> ·{' '}
									<a href={`/consents/entry/${kind}?everybody=on`}>записать подписанные</a>
								</>
							)}
						</li>
					);
				})}
			</ul>
		</Card>
	);
};

/** Everybody who is called, with what is known of each. */
export const PeopleCard = ({ event, people, view }: Given) => {
	if (people.length === 0) return null;
	const { today } = view.now;
	const columns: Column<Called>[] = [
		{ head: 'Имя', main: true, cell: ({ id, name }) => <a href={`/people/${id}`}>{name}</a> },
		{ head: 'Должность', cell: ({ post }) => post },
		...(event.attendedAt && event.meets
			? [
					{
						head: 'Был',
						cell: ({ attendance }: Called) =>
							attendance &&
							(attendance === 'came' ? (
								<StatePill state="done" label={attendances.came} />
							) : (
								<Pill icon="circle">{attendances[attendance]}</Pill>
							))
					}
				]
			: []),
		...(event.acquaints
			? [
					{
						head: 'Ознакомлен',
						cell: ({ acquaintedOn, acquaintedHow: how }: Called) =>
							acquaintedOn && how ? (
								<StatePill state="done" label={`${dayText(acquaintedOn, today)}, ${acquaintedHow[how]}`} />
							) : (
								<Pill icon="circle">нет</Pill>
							)
					}
				]
			: [])
	];
	return (
		<Fold
			label={`${event.announcedAt ? 'Позваны' : 'Позовём'}: ${counted(people.length, forms)}`}
			open={people.length <= 12}
		>
			<Table caption="Кого позвали" columns={columns} rows={people} />
		</Fold>
	);
};
