import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { LinkButton } from '../../../ui/form';
import { StandingPill } from '../../../ui/pair-standing';
import { DayRange, Quiet } from '../../../ui/text';
import { UndoGuest } from '../../../ui/undo-guest';
import type { Guest } from '../../mentorships/queries/guests';
import { isLiving } from '../../mentorships/rules/life';
import type { PairLine } from '../../mentorships/rules/wanted';
import { canKeepMentorships, canReadMentorships } from '../../mentorships/rules/words';

type Props = {
	view: View;
	person: { id: string; here: boolean; removed: boolean };
	pairs: readonly PairLine[];
	guest?: Guest | undefined;
};

/** Somebody's mentorships, as a mentor and as a mentee, and the short way to a new one. */
export const PersonPairs = ({ view: { actor, now }, person, pairs, guest }: Props) => {
	const offers = canKeepMentorships(actor) && person.here && !person.removed && !guest;
	const led = pairs.some(
		({ life, pairs: all }) => isLiving(life.state) && all.some(({ mentee }) => mentee.id === person.id)
	);
	if (pairs.length === 0 && !offers && !guest) return null;
	return (
		<Card
			title="Наставничество"
			actions={
				offers &&
				!led && (
					<LinkButton href={`/mentorships/new?mentee=${person.id}`} kind="quiet" icon="pair">
						Назначить наставника
					</LinkButton>
				)
			}
		>
			{guest && (
				<p>
					Наставник из другой организации: {[guest.post, guest.worksAt].filter(Boolean).join(', ')}. Связь:{' '}
					{guest.contact}. {canKeepMentorships(actor) && <a href={`/mentorship-guests/${person.id}`}>Изменить</a>}
				</p>
			)}
			{guest && canKeepMentorships(actor) && <UndoGuest {...{ guest }} leads={pairs.length > 0} />}
			{pairs.length === 0 && <p class="quiet">Пока ни с кем не в паре.</p>}
			<ul class="periods">
				{pairs.map(({ id, title, standing, life: { term }, pairs: all }) => (
					<li>
						{canReadMentorships(actor) ? <a href={`/mentorships/${id}`}>{title}</a> : <a href="/my-pair">{title}</a>}{' '}
						<StandingPill standing={standing} />{' '}
						<Quiet>
							{all.some(({ mentor }) => mentor.id === person.id) ? 'наставник' : 'наставляемый'},{' '}
							<DayRange from={term.from} to={term.to} today={now.today} />
						</Quiet>
					</li>
				))}
			</ul>
		</Card>
	);
};
