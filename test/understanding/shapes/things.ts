import { titlesFor } from '../bank/titles';
import { inventDeadline, type Span } from '../deadlines';
import { type Random, randomFrom } from '../random';
import { inventResponsible, type Kind } from '../responsibles';
import type { TrueActivity, TrueDeadline } from '../truth';

/** Months of a school year in their order, as a document names them; the year each stands in. */
const names = ['Сентябрь', 'Октябрь', 'Ноябрь', 'Декабрь', 'Январь', 'Февраль', 'Март', 'Апрель', 'Май'] as const;
const two = (value: number) => String(value).padStart(2, '0');

export type Month = { name: string; deadline: TrueDeadline };

/** What documents of odd shapes are made of: things to do, months, terms and people that stand in one line. */
export type Things = {
	random: Random;
	year: number;
	/** A thing to do whose words hold no sign that a shape itself uses. */
	thing: () => { text: string; does: TrueActivity['does'] };
	month: (index: number) => Month;
	term: () => TrueDeadline;
	people: () => ReturnType<typeof inventResponsible>;
	upTo: (least: number, most: number) => number;
};

export const nobody = { text: '', who: [] } as const;
export const noTerm: TrueDeadline = { text: '', kind: 'none', windows: [] };

/** What a shape says of one thing to do, and nothing of what it does not say. */
export const activity = (
	{ text, does }: ReturnType<Things['thing']>,
	more: Partial<TrueActivity> = {}
): TrueActivity => ({
	title: text,
	does,
	stage: null,
	deadline: noTerm,
	responsible: [],
	results: [],
	...more
});

export const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
export const times = <T>(count: number, make: (index: number) => T) =>
	Array.from({ length: count }, (_, index) => make(index));

export function thingsOf(seed: number, heldOut: boolean): Things {
	const random = randomFrom(seed + 7_000_000);
	const year = 2022 + random.upTo(6);
	const span: Span = {
		period: { from: `${year}-09-01`, to: `${year + 1}-08-31` },
		years: [year],
		kind: 'school-year'
	};
	const kind = random.pick<Kind>(['school', 'kindergarten', 'college', 'sport']);
	const bank = random
		.some(titlesFor(heldOut), 500)
		.filter(({ text }) => text.length < 110 && !/[();:.\n]|\d/.test(text));
	const inOneLine = <T extends { text: string }>(make: () => T, taboo: RegExp) => {
		for (let tries = 0; tries < 200; tries++) {
			const made = make();
			if (made.text !== '' && !taboo.test(made.text)) return made;
		}
		throw new Error('Nothing fits in one line');
	};
	return {
		random,
		year,
		thing: () => bank.pop() ?? { text: 'Подведение итогов программы', does: ['report'] },
		month: (index) => {
			const [name, month] = [names[index % 9] as string, (((index % 9) + 8) % 12) + 1];
			const own = month >= 9 ? year : year + 1;
			const last = new Date(Date.UTC(own, month, 0)).getUTCDate();
			const windows = [{ from: `${own}-${two(month)}-01`, to: `${own}-${two(month)}-${last}` }];
			return { name, deadline: { text: name, kind: 'windows', windows } };
		},
		term: () => inOneLine(() => inventDeadline(random, span), /[\n,;()]/),
		people: () => inOneLine(() => inventResponsible(random, kind, random.chance(0.35)), /[\n;()]|\.$/),
		upTo: (least, most) => least + random.upTo(most - least + 1)
	};
}
