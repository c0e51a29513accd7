import { addYears, showDate } from '../../../core/dates';
import type { Role } from '../../matching/rules/score/roles';
import type { PersonRef } from './people';
import type { Form, Kind } from './words';

/** Who is to lead whom, and until when: what the board, the short path and the next year propose. */
export type Proposal = {
	kind: Kind;
	form: Form;
	from: string;
	to: string; // the last day
	pairs: readonly { mentor: string; mentee: string; role?: Role | '' }[];
	content?: string;
	inJobFunction?: boolean;
	notEmployee?: boolean;
};

/** Somebody who may be named, and when they work here; without a period it is not known, and nothing forbids it. */
export type Workable = PersonRef & { posts: string; works: readonly { from: string; to: string | null }[] };

/** What it is called, by who is in it. */
export function formOf(pairs: Proposal['pairs']): Form {
	const mentors = new Set(pairs.map(({ mentor }) => mentor));
	const mentees = new Set(pairs.map(({ mentee }) => mentee));
	if (pairs.length === 1) return 'pair';
	if ([...mentees].some((one) => mentors.has(one))) return 'chain';
	if (mentors.size === 1 && mentees.size === 2) return 'one-to-two';
	if (mentors.size === 2 && mentees.size === 1) return 'two-to-one';
	return 'group';
}

/** Whether a mentorship of these pairs may go on being called so: people have come or gone. */
export const fits = (form: Form, pairs: Proposal['pairs']) =>
	pairs.length === 0 || form === formOf(pairs) || (form === 'group' && pairs.length > 1);

/** Each next is led by the one before: nobody twice, and no way back. */
const isChain = (pairs: Proposal['pairs']) =>
	new Set(pairs.map(({ mentee }) => mentee)).size === pairs.length &&
	pairs.every(({ mentor }, at) => at === 0 || pairs[at - 1]?.mentee === mentor) &&
	!pairs.some(({ mentee }) => mentee === pairs[0]?.mentor);

/** The first thing that is wrong with a proposal, as a sentence; undefined when nothing is. */
export function problemWith({ pairs, from, to }: Proposal, people: ReadonlyMap<string, Workable>, today: string) {
	if (pairs.length === 0) return { mentor: 'Выберите наставника и наставляемого.' };
	if (pairs.some(({ mentor, mentee }) => mentor === mentee))
		return { mentor: 'Человек не может быть сам себе наставником.' };
	if (new Set(pairs.map(({ mentor, mentee }) => `${mentor} ${mentee}`)).size < pairs.length)
		return { mentor: 'Одна и та же пара названа дважды.' };
	if (formOf(pairs) === 'chain' && !isChain(pairs))
		return { mentor: 'В цепочке каждый ведёт следующего, и никто не назван дважды.' };
	if (to < from) return { to: 'Последний день раньше первого.' };
	if (from > addYears(today, 1)) return { from: 'Больше чем на год вперёд: проверьте год.' };
	if (from < addYears(today, -5)) return { from: 'Больше пяти лет назад: проверьте год.' };
	if (to > addYears(from, 3)) return { to: 'Срок больше трёх лет: проверьте год.' };
	for (const id of new Set(pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]))) {
		const problem = problemWithWork(people.get(id), { from, to });
		if (problem) return problem;
	}
	return undefined;
}

/** Nobody mentors before they came or after they have left. */
export function problemWithWork(person: Workable | undefined, { from, to }: { from: string; to: string }) {
	if (!person || person.works.length === 0) return undefined;
	const work = person.works.find((one) => one.from <= from && (!one.to || one.to >= from));
	if (!work) return { from: `${person.name}: на ${showDate(from)} здесь не работает. Проверьте день или карточку.` };
	if (work.to && work.to < to)
		return { to: `${person.name}: последний день работы – ${showDate(work.to)}. Укажите срок не позже.` };
	return undefined;
}
