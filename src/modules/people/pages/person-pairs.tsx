import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { LinkButton } from '../../../ui/form';
import { StandingPill } from '../../../ui/pair-standing';
import { DayRange, Quiet } from '../../../ui/text';
import { isLiving } from '../../mentorships/rules/life';
import type { PairLine } from '../../mentorships/rules/wanted';
import { canKeepMentorships, canReadMentorships } from '../../mentorships/rules/words';

type Props = { view: View; person: { id: string; here: boolean; removed: boolean }; pairs: readonly PairLine[] };

/** Somebody's mentorships, as a mentor and as a mentee, and the short way to a new one. */
export const PersonPairs = ({ view: { actor, now }, person, pairs }: Props) => {
	const offers = canKeepMentorships(actor) && person.here && !person.removed;
	const led = pairs.some(
		({ life, pairs: all }) => isLiving(life.state) && all.some(({ mentee }) => mentee.id === person.id)
	);
	if (pairs.length === 0 && !offers) return null;
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
