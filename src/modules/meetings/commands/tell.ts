import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { dayOfTerm } from '../../mentorships/rules/days';
import type { Mentorship } from '../../mentorships/rules/mentorship';
import { writeNotes } from '../../notifications/commands/notes';
import type { Note } from '../../notifications/rules/letters';
import { peopleOn } from '../rules/work';

type About = {
	id: string;
	what: 'held' | 'planned' | 'moved' | 'cancelled';
	on: string;
	at?: string | null;
	place?: string;
	count?: number;
};

/** What the others of the pair are told, in words and with the way to answer. */
export function noteAbout({ id, what, on, at, place, count = 1 }: About): Note {
	const day = `${dayOfTerm(on)}${at ? `, ${at}` : ''}${place ? `, ${place}` : ''}`;
	const href = `/meetings/${id}`;
	if (what === 'held')
		return {
			...{ heading: `Встреча ${dayOfTerm(on)} записана`, href, label: 'Открыть встречу' },
			lines: [
				'Скажите, как она прошла: это одно нажатие. Что вы ответите, второй человек в паре не увидит, если вы сами не покажете.'
			]
		};
	if (what === 'cancelled')
		return {
			heading: `Встреча ${dayOfTerm(on)} отменена`,
			lines: ['Договоритесь о другом дне.'],
			href,
			label: 'Открыть встречу'
		};
	const heading =
		count > 1 ? `Запланированы встречи: ${count}` : what === 'moved' ? 'Встреча перенесена' : 'Назначена встреча';
	return {
		...{ heading, href, label: 'Открыть и добавить в календарь' },
		lines: [`${count > 1 ? 'Ближайшая' : 'Когда'}: ${day}.`]
	};
}

/** To everybody else who is in the mentorship on that day. */
export async function tellOthers(tx: Tx, actor: Actor, mentorship: Mentorship, about: About, now: Now) {
	const others = peopleOn(mentorship, about.on).filter(({ person }) => person.id !== actor.personId);
	const key = `meeting ${about.what} ${about.id} ${about.on}${about.at ?? ''}`;
	await writeNotes(
		tx,
		actor,
		others.map(({ person }) => ({ personId: person.id, key, note: noteAbout(about) })),
		now
	);
}
