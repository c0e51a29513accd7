import type { Span } from '../../../core/dates';
import type { Note } from '../../notifications/rules/letters';
import { dayOfTerm } from './days';
import type { Side } from './missing';

/** What participants are told of. */
export type Told =
	| 'proposed'
	| 'ordered'
	| 'suspended'
	| 'resumed'
	| 'extended'
	| 'replaced'
	| 'completed'
	| 'ended'
	| 'dropped';

type About = { others: readonly string[]; term: Span; on: string; order?: string; until?: string };

const headings: Record<Told, Record<Side, string>> = {
	proposed: { mentor: 'Вам предлагают стать наставником', mentee: 'Вам предлагают наставника' },
	ordered: { mentor: 'Вы назначены наставником', mentee: 'У вас есть наставник' },
	suspended: { mentor: 'Наставничество приостановлено', mentee: 'Работа с наставником приостановлена' },
	resumed: { mentor: 'Наставничество продолжается', mentee: 'Работа с наставником продолжается' },
	extended: { mentor: 'Наставничество продлено', mentee: 'Работа с наставником продлена' },
	replaced: { mentor: 'Состав пары изменился', mentee: 'Состав пары изменился' },
	completed: { mentor: 'Программа наставничества завершена', mentee: 'Программа наставничества завершена' },
	ended: { mentor: 'Наставничество прекращается', mentee: 'Работа с наставником прекращается' },
	dropped: { mentor: 'Предложение стать наставником снято', mentee: 'Предложение о наставнике снято' }
};

/** What happened, in the words of whoever reads it. Reasons are not told here: who needs them is told by people. */
export function noteFor(told: Told, side: Side, { others, term, on, order, until }: About): Note {
	const who =
		side === 'mentor'
			? others.length > 1
				? 'Ваши наставляемые'
				: 'Ваш наставляемый'
			: others.length > 1
				? 'Ваши наставники'
				: 'Ваш наставник';
	const dates = `Срок: с ${dayOfTerm(term.from)} по ${dayOfTerm(term.to)}.`;
	const names = others.length > 0 ? [`${who}: ${others.join(', ')}.`] : [];
	const lines: Record<Told, readonly string[]> = {
		proposed: [...names, dates, 'Скажите, согласны ли вы. Отказаться можно, и объяснять причину не обязательно.'],
		ordered: [
			...names,
			dates,
			...(order ? [`${order}.`] : []),
			side === 'mentor'
				? 'Договоритесь о первой встрече. От поручения вы вправе отказаться в любой день.'
				: 'Наставник договорится с вами о первой встрече. Если пара не складывается, скажите куратору: наставника можно сменить.'
		],
		suspended: [...names, `С ${dayOfTerm(on)}${until ? ` по ${dayOfTerm(until)}` : ''}. Встречи в это время не ждут.`],
		resumed: [...names, `С ${dayOfTerm(on)}. ${dates}`],
		extended: [...names, dates],
		replaced: [...names, `С ${dayOfTerm(on)}. ${dates}`],
		completed: [...names, `Последний день – ${dayOfTerm(on)}. Спасибо за эту работу.`],
		ended: [...names, `Последний день – ${dayOfTerm(on)}. Вопросы можно задать куратору.`],
		dropped: [...names, 'Отвечать больше не нужно.']
	};
	return { heading: headings[told][side], lines: lines[told], href: '/my-pair', label: 'Моя пара' };
}
