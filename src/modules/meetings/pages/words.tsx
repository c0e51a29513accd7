import type { View } from '../../../core/view';
import { Pill, type Tone } from '../../../ui/state';
import { shortName } from '../../../ui/text';
import { type Mentorship, pairsNow, titleOf } from '../../mentorships/rules/mentorship';
import { type Meeting, type MeetingStanding, meetingStanding, meetingStandings, owes } from '../rules/meeting';
import { canKeepMeetings } from '../rules/words';

/** The way back: to all pairs for those who lead them, to «Моя пара» for the two. */
export const meetingsCrumbs = ({ actor }: View, own: boolean) =>
	canKeepMeetings(actor) && !own
		? [
				{ href: '/mentorships', label: 'Пары' },
				{ href: '/mentorships/meetings', label: 'Встречи пар' }
			]
		: [
				{ href: '/my-pair', label: 'Моя пара' },
				{ href: '/meetings', label: 'Встречи' }
			];

export const pairTitle = (mentorship: Mentorship, today: string) =>
	titleOf({ ...mentorship, pairs: pairsNow(mentorship, today) });

const tones: Record<MeetingStanding, Tone> = {
	planned: 'calm',
	today: 'warm',
	unmarked: 'warm',
	held: 'good',
	missed: 'calm',
	cancelled: 'calm'
};

export const MeetingPill = ({ meeting, today }: { meeting: Meeting; today: string }) => {
	const standing = meetingStanding(meeting, today);
	return <Pill tone={tones[standing]}>{meetingStandings[standing]}</Pill>;
};

/** Who has said how it was and who has not; what was said is told only to those who may read it. */
export function answeredWords(meeting: Meeting, today: string) {
	const waited = new Set(owes(meeting, today).map(({ id }) => id));
	return meeting.people
		.filter(({ came }) => came)
		.map(
			({ id, name, answeredOn }) =>
				`${shortName(name)} – ${answeredOn ? 'есть' : waited.has(id) ? 'ждём' : 'без ответа'}`
		)
		.join('; ');
}
