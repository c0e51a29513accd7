import { listed } from './asked-values';
import type { CommonFacts, Worker } from './common-values';
import { workerValue } from './common-values';
import { wholeNumber } from './template/unbroken';
import { dayValue, type Fields, type Value } from './template/values';

/** What papers about a mentor say: one mentor with the people he helps, out of a mentorship. */
export type MentorFacts = {
	mentorshipId: string;
	mentor: Worker;
	worksAt: string | null; // of a mentor from elsewhere
	role: string; // «предметный», where there are two
	mentees: readonly Worker[];
	pairing: string; // «педагог – педагог»
	format: string; // «традиционное, один на один»
	from: string;
	to: string;
	content: string;
	inJobFunction: boolean;
	consentOn: string | null;
	agreement: { on: string; number: string; pay: string } | null;
	order: { on: string; number: string } | null;
};

const day = (on: string | null): Value => on && dayValue(on);

/** Fields of one mentor's papers (rules/fields/pairs.ts). */
export function mentorValues(facts: MentorFacts): Fields {
	const { agreement, inJobFunction } = facts;
	return {
		наставник: { ...(workerValue(facts.mentor) as Fields), организация: facts.worksAt, роль: facts.role || null },
		наставляемые: listed(facts.mentees, (one) => workerValue(one) as Fields),
		форма: facts.pairing,
		вид: facts.format,
		с: dayValue(facts.from),
		по: dayValue(facts.to),
		содержание: facts.content,
		доплата: inJobFunction ? null : agreement?.pay || null,
		в_трудовой_функции: inJobFunction,
		согласие: day(facts.consentOn),
		соглашение: agreement && { дата: dayValue(agreement.on), номер: wholeNumber(agreement.number || 'б/н') }
	};
}

/** What papers about a mentee say: one mentee with those who help. */
export type MenteeFacts = {
	mentorshipId: string;
	mentee: Worker;
	mentors: readonly Worker[];
	pairing: string;
	format: string;
	from: string;
	to: string;
};

export const menteeValues = (facts: MenteeFacts): Fields => ({
	наставляемый: workerValue(facts.mentee),
	наставники: listed(facts.mentors, (one) => workerValue(one) as Fields),
	форма: facts.pairing,
	вид: facts.format,
	с: dayValue(facts.from),
	по: dayValue(facts.to)
});

/** Fields of the order about pairs: a row a mentor. */
export const pairingValues = (all: readonly MentorFacts[]): Fields => ({
	пары: all.map((facts, at) => ({ номер: at + 1, ...mentorValues(facts) })),
	есть_доплаты: all.some(({ agreement, inJobFunction }) => !inJobFunction && agreement?.pay)
});

/** Who reads the order under signature: mentors, then mentees, each once. */
export function acquaintedWith(all: readonly MentorFacts[]): CommonFacts['acquainted'] {
	const everybody = [...all.map(({ mentor }) => mentor), ...all.flatMap(({ mentees }) => mentees)];
	const key = ({ id, person }: Worker) => id ?? JSON.stringify(person);
	return [...new Map(everybody.map((worker) => [key(worker), worker])).values()];
}
