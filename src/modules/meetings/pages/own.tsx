import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/list';
import { NextOfPair } from '../../../ui/next-meeting';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { PairWork } from '../queries/meetings';
import { pairTitle } from './words';

/** «Встречи»: of each of one's pairs the next one, and the way to write it down. */
export const OwnMeetingsPage = ({ view, works }: { view: View; works: readonly PairWork[] }) => {
	const { today } = view.now;
	return (
		<Page view={view} title="Встречи">
			{works.length === 0 ? (
				<Empty title="Пары пока нет" icon="pair">
					<p>Когда вы станете наставником или наставляемым, здесь появятся встречи вашей пары.</p>
				</Empty>
			) : (
				<Lede>Встретились – запишите: с телефона это меньше минуты.</Lede>
			)}
			{works.map((work) => (
				<Card title={<a href={`/mentorships/${work.mentorship.id}/meetings`}>{pairTitle(work.mentorship, today)}</a>}>
					<NextOfPair mentorshipId={work.mentorship.id} meetings={work.meetings} today={today} />
				</Card>
			))}
		</Page>
	);
};
