import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { Pill } from '../../../ui/state';
import { Day, Quiet } from '../../../ui/text';
import type { OfferLine, RegistryPerson } from '../queries/person';
import { categories, formatText, sources } from '../rules/registers';
import type { TopicNames } from '../rules/topics';

type Props = { view: View; person: RegistryPerson; names: TopicNames };

const stands = ({ withdrawnOn, until }: OfferLine, today: string) =>
	(!withdrawnOn || withdrawnOn > today) && (!until || until >= today);

/** What somebody can give as a mentor: the offer that stands, and those before it. */
export const OfferCard = ({ view, person, names }: Props) => {
	const { today } = view.now;
	const [current] = person.offers.filter((offer) => stands(offer, today));
	const former = person.offers.filter((offer) => offer !== current);
	return (
		<Card
			title="Чем может помочь как наставник"
			actions={
				<LinkButton href={`/registry/people/${person.id}/offer`} icon={current ? 'pencil' : 'plus'} kind="quiet">
					{current ? 'Изменить предложение' : 'Записать предложение'}
				</LinkButton>
			}
		>
			{current ? (
				<>
					{!current.confirmed && (
						<p>
							<Pill tone="warm" icon="help">
								из анкеты: посмотрите и сохраните
							</Pill>
						</p>
					)}
					<Words {...{ offer: current, names, today }} />
					<div class="buttons">
						<LinkButton href={`/mentor-offers/${current.id}/withdrawal`} kind="quiet">
							Больше не может
						</LinkButton>
					</div>
				</>
			) : (
				<p class="quiet">Предложения пока нет.</p>
			)}
			{former.length > 0 && (
				<Fold label="Прежние предложения">
					{former.map((offer) => (
						<>
							<Words {...{ offer, names, today }} />
							{offer.withdrawnOn && (
								<ActionForm
									action={`/mentor-offers/${offer.id}/restoration`}
									label="Вернуть это предложение"
									token={crypto.randomUUID()}
									kind="quiet"
								/>
							)}
						</>
					))}
				</Fold>
			)}
		</Card>
	);
};

const Words = ({ offer, names, today }: { offer: OfferLine; names: TopicNames; today: string }) => (
	<Facts
		facts={[
			[
				'Компетенции',
				[...offer.competences.map((topic) => names.get(topic) ?? topic), offer.otherCompetences]
					.filter(Boolean)
					.join(', ')
			],
			['Достижения', offer.achievements],
			['Интересы', offer.interests],
			['Формы', offer.formats.map(formatText).join(', ')],
			['Наставляемых', `не больше ${offer.capacity}`],
			['Свободное время', offer.freeTime],
			['Пожелания', offer.wishes],
			['Категория', offer.category && categories[offer.category]],
			[
				'Откуда',
				<>
					{sources[offer.source]}
					{offer.sourceNote && `, ${offer.sourceNote}`}, <Day date={offer.saidOn} today={today} />
					<Quiet> {offer.who}</Quiet>
				</>
			],
			['До какого дня', offer.until && <Day date={offer.until} today={today} />],
			[
				'Снято',
				offer.withdrawnOn && (
					<>
						<Day date={offer.withdrawnOn} today={today} /> {offer.withdrawnNote}
					</>
				)
			]
		]}
	/>
);
