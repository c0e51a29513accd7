import type { MinutesKnown } from '../../rules/working-facts';
import { wordsFor } from '../../rules/working-words';
import { dayValue, type Fields } from '../template/values';
import { tidy } from './text';

const aboutMentoring = /настав/i;

/** Fields of the minutes of a council and of an extract from them. */
export function councilValues({ heldOn, body, number, chair, secretary, ...held }: MinutesKnown): Fields {
	const points = held.items.map(
		({ question, speaker, heard, decisions, votes }, at): Fields => ({
			номер: at + 1,
			вопрос: tidy(question),
			докладчик: tidy(speaker) || null,
			слушали: tidy(heard) || tidy(question),
			решения: decisions.map(({ text, responsible, due }, which) => ({
				номер: which + 1,
				текст: tidy(text),
				ответственный: tidy(responsible) || null,
				срок: due && dayValue(due)
			})),
			голоса: votes && wordsFor.votes(votes)
		})
	);
	const chosen = points.filter((_, at) => {
		const item = held.items[at];
		return (
			item && aboutMentoring.test([item.question, item.heard, ...item.decisions.map(({ text }) => text)].join(' '))
		);
	});
	return {
		протокол: {
			дата: dayValue(heldOn),
			номер: number || null,
			орган: body || null,
			председатель: chair || null,
			секретарь: secretary || null,
			присутствовали: held.present,
			всего: held.invited,
			гости: held.guests || null
		},
		вопросы: points,
		о_наставничестве: chosen.length > 0 ? chosen : points,
		есть_список: held.people.length > 0,
		присутствующие: held.people.map(({ name, post }, at) => ({ номер: at + 1, имя: name, должность: post }))
	};
}
