import { addDays, daysBetween, type Span } from '../../../core/dates';

/** How a mentorship stands, whatever the day. */
export const states = {
	proposed: 'предложена',
	agreed: 'оформляется',
	working: 'действует',
	suspended: 'приостановлена',
	completed: 'завершена',
	ended: 'прекращена раньше',
	declined: 'отказ',
	dropped: 'снята'
} as const;
export type State = keyof typeof states;

type Move = { from: readonly (State | 'nothing')[]; to: State | 'as it stands'; says: string };

/**
 * The life of a mentorship, to be read aloud: a step, from which states it may be taken, where it leads. Everybody's word makes
 * «предложена» into «оформляется» (`stateAfter`); an order, or a decision to do without one, makes it work.
 */
export const lifeCycle = {
	proposed: { from: ['nothing'], to: 'proposed', says: 'Предложена' },
	accepted: { from: ['proposed', 'agreed', 'working', 'suspended'], to: 'as it stands', says: 'Согласие участвовать' },
	declined: { from: ['proposed', 'agreed'], to: 'declined', says: 'Отказ участвовать' },
	agreement: {
		from: ['proposed', 'agreed', 'working', 'suspended'],
		to: 'as it stands',
		says: 'Дополнительное соглашение'
	},
	ordered: { from: ['agreed', 'working', 'suspended', 'completed', 'ended'], to: 'working', says: 'Приказ' },
	allowed: { from: ['agreed'], to: 'working', says: 'Действует без приказа' },
	suspended: { from: ['working'], to: 'suspended', says: 'Приостановлена' },
	resumed: { from: ['suspended'], to: 'working', says: 'Возобновлена' },
	extended: { from: ['working', 'suspended'], to: 'as it stands', says: 'Продлена' },
	replaced: { from: ['agreed', 'working', 'suspended'], to: 'as it stands', says: 'Сменился наставник' },
	joined: { from: ['agreed', 'working', 'suspended'], to: 'as it stands', says: 'Присоединились' },
	left: { from: ['agreed', 'working', 'suspended'], to: 'as it stands', says: 'Вышли' },
	completed: { from: ['working'], to: 'completed', says: 'Завершена' },
	ended: { from: ['agreed', 'working', 'suspended'], to: 'ended', says: 'Прекращена раньше срока' },
	dropped: { from: ['proposed', 'agreed'], to: 'dropped', says: 'Предложение снято' }
} as const satisfies Record<string, Move>;
export type What = keyof typeof lifeCycle;

export const may = (what: What, state: State) => (lifeCycle[what].from as readonly string[]).includes(state);

/** Over: nothing more is asked of it but its papers. */
export const isOver = (state: State) => ['completed', 'ended', 'declined', 'dropped'].includes(state);
/** Goes on, or is on its way to. */
export const isLiving = (state: State) => !isOver(state);

export type Step = {
	id: string;
	actId: string;
	position: number;
	what: What;
	on: string;
	personId: string | null;
	from: string | null; // of a term
	to: string | null;
	orderId: string | null;
	orderNumber: string | null;
};

/** What its steps make of a mentorship. `people`: whose word it needs. */
export type Life = {
	state: State;
	since: string;
	term: Span;
	accepted: ReadonlySet<string>;
	agreements: ReadonlySet<string>; // of which mentors
	ordered: boolean; // by an order that made it work
	allowed: boolean; // works without one
	/** The change that no order has confirmed yet. */
	unordered: What | null;
	suspendedOn: string | null;
	lastAct: string; // the act that may be undone
	last: What;
};

/** Changes of what an order has settled: кадры have to settle them too. */
const changes: readonly What[] = ['suspended', 'resumed', 'extended', 'replaced', 'joined', 'left', 'ended'];

function stateAfter(what: What, before: State): State {
	const { to } = lifeCycle[what];
	if (what === 'ordered') return before === 'agreed' ? 'working' : before;
	return to === 'as it stands' ? before : to;
}

/** Reads the steps that stand, in their order. A mentorship always begins with «предложена». */
export function lifeOf(steps: readonly Step[], people: readonly string[]): Life {
	const accepted = new Set<string>();
	const agreements = new Set<string>();
	let state: State = 'proposed';
	const life = {
		since: '',
		ordered: false,
		allowed: false,
		unordered: null as What | null,
		suspendedOn: null as string | null
	};
	let term: Span = { from: '', to: '' };
	for (const { what, on, personId, from, to } of steps) {
		const before: State = state;
		if (what === 'accepted' && personId) accepted.add(personId);
		if (what === 'agreement' && personId) agreements.add(personId);
		if (from && to) term = { from, to };
		if (what === 'ordered') {
			if (before === 'agreed') life.ordered = true;
			life.unordered = null;
		}
		if (what === 'allowed') life.allowed = true;
		if (changes.includes(what) && life.ordered) life.unordered = what;
		life.suspendedOn = what === 'suspended' ? on : what === 'resumed' ? null : life.suspendedOn;
		state = stateAfter(what, before);
		if (state === 'proposed' && people.length > 0 && people.every((one) => accepted.has(one))) state = 'agreed';
		if (state !== before || !life.since) life.since = on;
	}
	const last = steps.at(-1);
	return {
		...life,
		state,
		term,
		accepted,
		agreements,
		lastAct: last?.actId ?? '',
		last: last?.what ?? 'proposed'
	};
}

/** How it stands on a day, as a person says it. */
export type Standing = State | 'before-order' | 'ahead' | 'over-term' | 'ending' | 'unordered';

export const standings: Record<Standing, string> = {
	...states,
	'before-order': 'до приказа',
	ahead: 'впереди',
	'over-term': 'срок вышел',
	ending: 'заканчивается',
	unordered: 'без приказа'
};

/** Pairs start on 1 September, papers are signed on the 20th: work before the order is normal and is called so. */
export function standingOn({ state, term, since, ordered }: Life, today: string): Standing {
	if (state === 'agreed') return term.from <= today ? 'before-order' : 'agreed';
	if (state === 'ended' || state === 'completed') return since >= today ? 'ending' : state;
	if (state !== 'working') return state;
	if (today < term.from) return 'ahead';
	if (today > term.to) return 'over-term';
	return ordered ? 'working' : 'unordered';
}

/** The term after a pause: as many days later as the pause was long. */
export const shiftedTerm = ({ from, to }: Span, suspendedOn: string, resumedOn: string): Span => ({
	from,
	to: addDays(to, Math.max(0, daysBetween(suspendedOn, resumedOn)))
});
