import { addDays, mondayOf } from '../../../core/dates';
import type { MyDocument } from '../../documents/queries/mine';
import type { MyApproval } from '../../documents/queries/my-approvals';
import type { MyEvent } from '../../events/queries/mine';
import type { MorningLine } from '../../meetings/rules/morning';
import type { MyProposal } from '../../mentorships/queries/mine';
import type { Plea } from '../../mentorships/queries/pleas';
import type { Waiting } from '../../mentorships/queries/search';
import { dayOfTerm } from '../../mentorships/rules/days';
import type { Asking } from '../../surveys/queries/filling';
import type { Task } from '../rules';

const eventWords = { attend: 'Открыть', acquaint: 'Ознакомиться', mark: 'Отметить' } as const;

/** A meeting presses in the seven days before it, reading until it is read, and who came from the day after. */
export function taskOfEvent(
	{ id, kind, title, heldOn, startsAt, place, what, acquaintBy }: MyEvent,
	today: string
): Task {
	const dueOn = what === 'attend' ? heldOn : what === 'acquaint' ? acquaintBy : null;
	const late = dueOn !== null && dueOn < today;
	const soon = what === 'attend' && dueOn !== null && dueOn > addDays(today, 6);
	const href = `/events/${id}`;
	return {
		id: `${what} ${id}`,
		kind: late ? 'overdue' : soon ? 'soon' : 'week',
		title: { attend: `${kind}: ${title}`, acquaint: `Ознакомьтесь: ${title}`, mark: `Кто был: ${title}` }[what],
		href,
		dueOn,
		...(what === 'attend' && { happens: true as const }),
		workBy: null,
		awaited: false,
		doneOn: null,
		many: what === 'attend' ? [startsAt, place].filter(Boolean).join(', ') : '',
		plan: { id: '', title: '' },
		responsible: [],
		room: null,
		act: { href: what === 'mark' ? `${href}/attendance` : href, label: eventWords[what], leads: what !== 'mark' },
		completionId: null
	};
}

/** A registered document waits to be read. */
export const taskOfDocument = ({ id, title, acquaintBy }: MyDocument, today: string): Task => ({
	...taskOfProposal({ id, mentoring: false, others: '' }),
	id: `read ${id}`,
	kind: acquaintBy && acquaintBy < today ? 'overdue' : 'week',
	dueOn: acquaintBy,
	title: `Ознакомьтесь: ${title}`,
	href: '/my-documents',
	act: { href: '/my-documents', label: 'Ознакомиться', leads: true }
});

/** A draft waits for one's visa, or for the union's opinion. */
export const taskOfApproval = ({ id, title, kind, dueOn, stale }: MyApproval, today: string): Task => ({
	...taskOfProposal({ id, mentoring: false, others: '' }),
	id: `approve ${id}`,
	kind: dueOn !== null && dueOn < today ? 'overdue' : 'week',
	title: `${stale ? 'Текст изменился, согласуйте снова' : kind === 'union' ? 'Нужно мнение профсоюза' : 'Согласуйте'}: ${title}`,
	href: `/agreement/${id}`,
	dueOn,
	act: { href: `/agreement/${id}`, label: 'Прочитать', leads: true }
});

/** Somebody without a mentor has said that support is needed. */
export const taskOfSupport = ({ personId, name }: Waiting): Task => ({
	...taskOfProposal({ id: personId, mentoring: false, others: name }),
	id: `support ${personId}`,
	title: `Нужна поддержка: ${name}`,
	href: '/support',
	act: { href: '/support', label: 'Открыть', leads: true }
});

/** A mentor or a mentee has asked something of one's role: who and about what stands behind the link. */
export const taskOfPlea = ({ id }: Plea, dueOn: string, today: string): Task => ({
	...taskOfProposal({ id, mentoring: false, others: '' }),
	id: `plea ${id}`,
	kind: dueOn < today ? 'overdue' : 'week',
	title: 'К вам обратились из пары',
	href: '/pleas',
	dueOn,
	act: { href: '/pleas', label: 'Прочитать', leads: true }
});

/** A proposal of a pair waits for one's word. */
export const taskOfProposal = ({ id, mentoring, others }: MyProposal): Task => ({
	id: `answer ${id}`,
	kind: 'week',
	title: mentoring ? `Вам предлагают стать наставником: ${others}` : `Вам предлагают наставника: ${others}`,
	href: '/my-pair',
	dueOn: null,
	workBy: null,
	awaited: false,
	doneOn: null,
	many: '',
	plan: { id: '', title: '' },
	responsible: [],
	room: null,
	act: { href: '/my-pair', label: 'Ответить', leads: true },
	completionId: null
});

/** A questionnaire presses in the week it comes and in the one it ends; between them it only waits. */
export const taskOfSurvey = ({ id, title, about, opensOn, closesOn }: Asking, today: string): Task => ({
	id,
	kind: opensOn >= mondayOf(today) || closesOn < addDays(mondayOf(today), 7) ? 'week' : 'running',
	title: `Анкета ждёт ответа: ${title}${about ? ` (о ком: ${about})` : ''}`,
	href: `/my-surveys/${id}`,
	dueOn: closesOn,
	workBy: null,
	awaited: false,
	doneOn: null,
	many: '',
	plan: { id: '', title: '' },
	responsible: [],
	room: null,
	act: { href: `/my-surveys/${id}`, label: 'Ответить', leads: true },
	completionId: null
});

const meetingWords: Record<MorningLine['what'], { title: string; label: string }> = {
	meet: { title: 'Встреча в паре', label: 'Открыть' },
	unrecorded: { title: 'Запишите встречу', label: 'Записать' },
	feedback: { title: 'Как прошла встреча', label: 'Ответить' },
	quiet: { title: 'Давно не было встречи', label: 'Открыть' },
	'quiet-pairs': { title: 'Пары давно без встреч', label: 'Открыть' }
};

/** What the meetings of one's pairs ask; quiet words, nothing of it is ever «просрочено». */
export const taskOfMeeting = ({ id, what, who, href, on, until, many, reminds }: MorningLine): Task => ({
	...taskOfProposal({ id, mentoring: false, others: '' }),
	id: `${what} ${id}`,
	title: `${meetingWords[what].title}${on ? ` ${dayOfTerm(on)}` : ''}: ${who}`,
	href,
	dueOn: until,
	...(what === 'meet' && { happens: true as const }),
	many,
	act: { href, label: meetingWords[what].label, leads: true },
	...(reminds && { reminds })
});
