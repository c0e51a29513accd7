import { addDays } from '../../../core/dates';
import {
	type Mentorship,
	menteesOf,
	mentorsOf,
	type Pair,
	pairsNow,
	roleOf,
	type StepLine
} from '../../mentorships/rules/mentorship';
import { pairingOf, pairings } from '../../registry/rules/pairing';
import { formatText } from '../../registry/rules/registers';
import type { ChangeFacts } from '../engine/change-values';
import type { Worker } from '../engine/common-values';
import type { MenteeFacts, MentorFacts } from '../engine/pair-values';
import type { Facts } from '../engine/papers';
import type { NamedWorker } from './settings';

export const workerOf = ({
	id,
	post,
	familyName,
	givenName,
	patronymic,
	sex,
	own
}: Omit<NamedWorker, 'roles' | 'own'> & { own?: NamedWorker['own'] }): Worker => ({
	id,
	post,
	person: { familyName, givenName, patronymic, sex, ...(own && { own }) }
});

/** The first and the last day of several pairs. */
const termOf = (pairs: readonly Pair[], today: string) => ({
	from: pairs.map(({ from }) => from).toSorted()[0] ?? today,
	to:
		pairs
			.map(({ to }) => to)
			.toSorted()
			.at(-1) ?? today
});
const pairingWords = (mentor: { post: string } | undefined) => pairings[pairingOf(mentor?.post ?? '') || 'teacher'];
const agreementOf = ({ steps }: Mentorship, mentorId: string) =>
	steps.findLast(({ what, personId }) => what === 'agreement' && personId === mentorId);

export function mentorsIn(
	mentorship: Mentorship,
	named: ReadonlyMap<string, NamedWorker>,
	today: string
): MentorFacts[] {
	const pairs = pairsNow(mentorship, today);
	return mentorsOf(pairs).flatMap(({ id, consents }) => {
		const own = pairs.filter(({ mentor }) => mentor.id === id);
		const mentor = named.get(id);
		if (!mentor) return [];
		const agreement = agreementOf(mentorship, id);
		const order = mentorship.steps.findLast(({ orderOn }) => orderOn !== null);
		return {
			mentorshipId: mentorship.id,
			mentor: workerOf(mentor),
			worksAt: mentor.worksAt,
			role: roleOf(own, id),
			mentees: own.flatMap(({ mentee }) => named.get(mentee.id) ?? []).map(workerOf),
			pairing: pairingWords(mentor),
			format: formatText(mentorship.kind),
			...termOf(own, today),
			content: mentorship.content,
			inJobFunction: mentorship.inJobFunction,
			consentOn: consents.mentor ?? null,
			agreement: agreement ? { on: agreement.on, number: agreement.number, pay: agreement.pay } : null,
			order: order?.orderOn && order.orderNumber ? { on: order.orderOn, number: order.orderNumber } : null
		};
	});
}

type Known = (id: string) => Worker[];

export function menteesIn(mentorship: Mentorship, worker: Known, today: string): MenteeFacts[] {
	const pairs = pairsNow(mentorship, today);
	return menteesOf(pairs).flatMap(({ id }) => {
		const own = pairs.filter(({ mentee }) => mentee.id === id);
		return worker(id).map((mentee) => {
			const mentors = own.flatMap(({ mentor }) => worker(mentor.id));
			return {
				mentorshipId: mentorship.id,
				mentee,
				mentors,
				pairing: pairingWords(mentors[0]),
				format: formatText(mentorship.kind),
				...termOf(own, today)
			};
		});
	});
}

/** Changes that no order has confirmed yet: what was done after the last order of each mentorship that had one. */
export function changesIn(all: readonly Mentorship[], worker: Known): Facts['changes'] {
	const steps = all
		.filter(({ life }) => life.ordered && life.unordered !== null)
		.flatMap((mentorship) => {
			const ordered = mentorship.steps.findLastIndex(({ what }) => what === 'ordered');
			return mentorship.steps.slice(ordered + 1).map((step) => ({ mentorship, step }));
		});
	const of = (what: StepLine['what'], facts: (one: { mentorship: Mentorship; step: StepLine }) => ChangeFacts[]) =>
		steps.filter(({ step }) => step.what === what).flatMap(facts);
	const change = (mentorship: Mentorship, { mentor, mentee, from, to }: Pair, more: Partial<ChangeFacts>) =>
		worker(mentor.id).flatMap((who) =>
			worker(mentee.id).map((whom) => ({
				...{ mentorshipId: mentorship.id, mentor: who, mentee: whom, from, to },
				...{ former: null, was: null, noticedOn: null },
				paid: !mentorship.inJobFunction && Boolean(agreementOf(mentorship, mentor.id)?.pay),
				...more
			}))
		);
	return {
		replacements: of('replaced', ({ mentorship, step }) =>
			mentorship.pairs
				.filter(({ mentor, from }) => mentor.id === step.personId && from === step.on)
				.flatMap((pair) => {
					const former = mentorship.pairs.find(
						(other) =>
							other.mentee.id === pair.mentee.id && other.mentor.id !== pair.mentor.id && other.from < pair.from
					);
					return change(mentorship, pair, { former: worker(former?.mentor.id ?? '')[0] ?? null });
				})
		),
		extensions: of('extended', ({ mentorship, step }) =>
			lasting(mentorship).flatMap((pair) =>
				change(mentorship, pair, { was: dayBefore(step.on), to: step.to ?? pair.to })
			)
		),
		endings: of('ended', ({ mentorship, step }) =>
			mentorship.pairs
				.filter(({ to }) => to >= step.on)
				.flatMap((pair) => change(mentorship, pair, { to: step.on, noticedOn: step.noticedOn }))
		)
	};
}

const lasting = ({ pairs }: Mentorship) => pairs.filter(({ left, temporary }) => !left && !temporary);
const dayBefore = (on: string) => addDays(on, -1);
