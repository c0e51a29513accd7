import { dayValue, type Fields } from './template/values';

/** A meeting an order is about. */
export type EventFacts = {
	id: string;
	title: string;
	heldOn: string;
	startsAt: string | null;
	place: string;
	agenda: readonly { question: string; speaker: string }[];
};

export const eventValues = ({ title, heldOn, startsAt, place, agenda }: EventFacts): Fields => ({
	мероприятие: {
		название: title.replace(/^«|»$/g, ''),
		дата: dayValue(heldOn),
		время: startsAt?.slice(0, 5) ?? null,
		место: place || null
	},
	есть_программа: agenda.length > 0,
	программа: agenda.map(({ question, speaker }, at) => ({ номер: at + 1, вопрос: question, ведёт: speaker }))
});
