import { roleNames } from '../../../core/actor';
import { showDate } from '../../../core/dates';
import { may } from '../../mentorships/rules/life';
import { type Mentorship, titleOf } from '../../mentorships/rules/mentorship';
import { needsOf } from '../../mentorships/rules/missing';
import { type ActKind, series as orderSeries } from '../../mentorships/rules/words';
import type { CapabilityCode } from '../../roadmap/rules/capabilities';
import type { Effect } from '../queries/effects';
import { type Appointment, appointments } from './appointments';
import type { Series } from './library/templates';

/** Series as they are chosen; numbers of each go apart. */
export const seriesNames: Record<Series, string> = {
	...orderSeries,
	agreement: 'соглашения',
	none: 'без номера'
};
/** Series that may have a journal of our own. */
export const journalSeries = ['main', 'staff', 'agreement'] as const;
export type JournalSeries = (typeof journalSeries)[number];

/** «{№}-О» → «16-О»; «{№}/{год}» → «16/2026»: what a school writes around the number. */
export const numberBy = (pattern: string, own: number, on: string) =>
	pattern.replaceAll('{№}', String(own)).replaceAll('{год}', on.slice(0, 4)).replaceAll('{месяц}', on.slice(5, 7));

/** What kinds of activities a document may close; what nothing is said of is a local act. */
const closing: Record<string, readonly CapabilityCode[]> = {
	'curator-order': ['appoint', 'local-act'],
	'group-order': ['appoint', 'local-act'],
	'introduction-order': ['local-act', 'appoint', 'plan'],
	'level-directive': ['local-act', 'appoint', 'plan'],
	'pairing-order': ['pair-order'],
	'replacement-order': ['pair-order'],
	'extension-order': ['pair-order'],
	'ending-order': ['pair-order'],
	'mentor-consent': ['consent'],
	'mentee-consent': ['consent'],
	'processing-consent': ['consent'],
	'distribution-consent': ['consent'],
	'additional-agreement': ['pair-order', 'consent', 'incentive'],
	'reward-order': ['incentive'],
	'reward-regulation': ['incentive', 'local-act'],
	'pay-order': ['incentive', 'local-act'],
	'roadmap-annex': ['plan'],
	'plan-change-order': ['plan'],
	'programme-order': ['programme', 'local-act'],
	'general-programme': ['programme', 'local-act'],
	'network-agreement': ['network'],
	'partner-agreement': ['network'],
	'final-event-order': ['event', 'local-act']
};
/** A template that a plan asks for by itself: that of the personalised programme. */
export const closesAsTemplate = (code: string) => code === 'programme';
export const closedBy = (code: string) => closing[code] ?? (['local-act'] as const);

/** Mentorships that wait for this order: those agreed, and those whose change no order has settled. */
export const waitingFor = (mentorships: readonly Mentorship[]) =>
	mentorships.filter(({ life }) => may('ordered', life.state) && (life.state === 'agreed' || life.unordered !== null));

/** What ст. 351.8 ТК РФ asks before an order, and is not there. `unlawful`: it blocks; `unusual`: it is asked about once. */
export type Chain = { unlawful: string[]; unusual: string[] };

/**
 * Consent → additional agreement → order, by their days. Where the work stands in the job function already, or the mentee is no employee,
 * the article asks for neither: what the school wants is asked about, nothing is blocked.
 */
export function chainOf(mentorships: readonly Mentorship[], orderOn: string, today: string): Chain {
	const chain: Chain = { unlawful: [], unusual: [] };
	for (const mentorship of mentorships) {
		const { inJobFunction, notEmployee, life, steps, content } = mentorship;
		const outside = inJobFunction || notEmployee;
		const title = titleOf(mentorship);
		const say = (blocks: boolean, what: string) =>
			(blocks && !outside ? chain.unlawful : chain.unusual).push(`${title}: ${what}.`);
		if (life.state === 'proposed') chain.unlawful.push(`${title}: ещё не согласились все участники.`);
		if (life.state === 'ended' || life.state === 'completed') continue;
		for (const { code, person, side, done } of needsOf(mentorship, today)) {
			if (!person || !side) continue;
			const consentOn = person.consents[side];
			const agreementOn = steps.findLast(({ what, personId }) => what === 'agreement' && personId === person.id)?.on;
			const late = consentOn && agreementOn && consentOn > agreementOn;
			if (code === 'consent' && !done) say(side === 'mentor', `нет согласия, ${person.name}`);
			if (code === 'consent' && consentOn && consentOn > orderOn)
				say(side === 'mentor', `согласие от ${showDate(consentOn)} позже приказа`);
			if (code !== 'agreement') continue;
			if (!done) say(true, `нет дополнительного соглашения, ${person.name}`);
			if (late) say(true, `согласие от ${showDate(consentOn)} позже соглашения от ${showDate(agreementOn)}`);
			if (agreementOn && agreementOn > orderOn) say(true, `соглашение от ${showDate(agreementOn)} позже приказа`);
		}
		if (!outside && !content) chain.unusual.push(`${title}: не записано, что делает наставник.`);
	}
	return chain;
}

/** What registering will do elsewhere, told beforehand. */
export function effectsOf(
	actKind: ActKind | null,
	waiting: readonly Mentorship[],
	appointed: readonly { name: string; to: Appointment }[]
): string[] {
	return [
		...(actKind === null ? [] : waiting.map((one) => `Приказ будет записан в пару: ${titleOf(one)}`)),
		...appointed.map(({ name, to }) => `${appointments[to].becomes}: ${name}`)
	];
}

/** What registering will take back from an earlier document, told beforehand. */
export function takingOf(
	earlier: string,
	effects: readonly Pick<Effect, 'what' | 'actId' | 'role' | 'person'>[],
	pairs: readonly Mentorship[],
	takesRoles: boolean
): string[] {
	return effects.flatMap(({ what, actId, role, person }) => {
		if (what === 'order')
			return pairs
				.filter(({ steps }) => steps.some((step) => step.actId === actId))
				.map((one) =>
					one.life.lastAct === actId
						? `${earlier} будет снят с пары: ${titleOf(one)}`
						: `${earlier} с пары снять не получится, с ней уже сделано что-то ещё: ${titleOf(one)}`
				);
		if (!role) return [];
		const named = `«${roleNames[role]}» по документу «${earlier}»`;
		return takesRoles
			? `Роль ${named} будет снята: ${person}`
			: `Роль ${named} снимает тот, кто ведёт доступ, – куратор или директор: ${person}`;
	});
}

/** The first of many reasons, the rest counted. */
export const few = (all: readonly string[]) =>
	all.slice(0, 5).join(' ') + (all.length > 5 ? ` И ещё ${all.length - 5}.` : '');
