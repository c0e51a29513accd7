import { type Worker, workerValue } from './common-values';
import { wholeNumber } from './template/unbroken';
import { dayValue, type Fields, personValue, type Value } from './template/values';

/** A change of pairs that stands in no order yet. */
export type ChangeFacts = {
	mentorshipId: string;
	mentor: Worker;
	mentee: Worker;
	former: Worker | null; // of a replacement
	from: string;
	to: string;
	was: string | null; // of an extension: the last day before it
	noticedOn: string | null; // of an ending by the employer
	paid: boolean;
};

const post = (worker: Worker): Value => (workerValue(worker) as { должность: Value }).должность;

const sides = ({ mentor, mentee }: ChangeFacts, at: number): Fields => ({
	номер: at + 1,
	наставник: personValue(mentor.person),
	должность_наставника: post(mentor),
	наставляемый: personValue(mentee.person),
	должность_наставляемого: post(mentee)
});
const paid = (all: readonly ChangeFacts[]) => ({ есть_доплаты: all.some((one) => one.paid) });

export const replacementValues = (all: readonly ChangeFacts[]): Fields => ({
	замены: all.map((one, at) => ({
		...sides(one, at),
		прежний: one.former && personValue(one.former.person),
		с: dayValue(one.from),
		по: dayValue(one.to)
	})),
	несколько: all.length > 1,
	...paid(all)
});
export const extensionValues = (all: readonly ChangeFacts[]): Fields => ({
	продления: all.map((one, at) => ({
		...sides(one, at),
		было_по: one.was && dayValue(one.was),
		по: dayValue(one.to)
	})),
	...paid(all)
});
export const endingValues = (all: readonly ChangeFacts[]): Fields => ({
	прекращения: all.map((one, at) => ({
		...sides(one, at),
		последний_день: dayValue(one.to),
		предупреждён: one.noticedOn && dayValue(one.noticedOn)
	})),
	...paid(all)
});

/** Who reads an order of changes: those it is about. */
export const peopleOf = (all: readonly ChangeFacts[]): Worker[] =>
	all.flatMap(({ mentor, former, mentee }) => [mentor, ...(former ? [former] : []), mentee]);

/** The order that approved something. */
export const orderValue = ({ on, number }: { on: string; number: string }): Fields => ({
	дата: dayValue(on),
	номер: wholeNumber(number)
});
