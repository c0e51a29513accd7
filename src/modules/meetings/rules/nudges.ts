import type { Mentorship } from '../../mentorships/rules/mentorship';
import type { Note } from '../../notifications/rules/letters';
import { held, type Meeting, silentOnes } from './meeting';
import { peopleOn } from './work';

/** What somebody of a pair is reminded of. */
export type NudgeAbout = 'quiet' | 'feedback' | 'readiness' | 'plan';

/** Whom it concerns: of a word about a meeting those who have not said it, of the rest everybody in the pair today. */
export function whomToNudge(
	about: NudgeAbout,
	mentorship: Mentorship,
	meetings: readonly Meeting[],
	today: string
): string[] {
	const everybody = peopleOn(mentorship, today).map(({ person }) => person.id);
	if (about === 'quiet' || about === 'plan') return everybody;
	const asked = held(meetings).filter(({ kind }) => about === 'feedback' || kind === 'first');
	const silent = new Set(asked.flatMap((one) => silentOnes(one).map(({ id }) => id)));
	return everybody.filter((id) => silent.has(id));
}

/** Quiet words: nobody is to blame, and help is one step away. */
export function nudgeNote(about: NudgeAbout, mentorshipId: string): Note {
	const href = `/mentorships/${mentorshipId}/meetings`;
	const help = 'Если не складывается или сейчас не до встреч, скажите об этом в «Моей паре»: «Нужна помощь».';
	if (about === 'quiet')
		return {
			heading: 'Давно не было встречи в паре',
			lines: ['Если встретились, запишите: это меньше минуты. Если ещё нет, назначьте день.', help],
			...{ href, label: 'Открыть встречи' }
		};
	if (about === 'plan')
		return {
			...{
				heading: 'У пары ещё нет плана встреч',
				href: `/mentorships/${mentorshipId}/meeting-plan`,
				label: 'Составить план'
			},
			lines: ['Программа предложит дни с учётом каникул и выходных: останется посмотреть и согласиться.']
		};
	return {
		heading: about === 'readiness' ? 'Готовы ли вы работать вместе?' : 'Как прошла встреча?',
		lines: ['Ответ – одно нажатие. Второй человек в паре его не увидит, если вы сами не покажете.'],
		...{ href, label: 'Открыть встречи' }
	};
}
