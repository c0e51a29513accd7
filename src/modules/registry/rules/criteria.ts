import { tenure, tenureText } from '../../people/rules/tenure';
import type { RegisterLine } from './line';
import { categories } from './registers';

/** What a school asks of a mentor; the words of «manual» ones are its own. */
export type Criterion =
	| { kind: 'teaching'; months: number }
	| { kind: 'here'; months: number }
	| { kind: 'category'; least: 'first' | 'highest' }
	| { kind: 'wish' }
	| { kind: 'consent' }
	| { kind: 'manual'; name: string };

/** To begin from; the school's Положение says its own. */
export const startingCriteria: readonly Criterion[] = [
	{ kind: 'teaching', months: 36 },
	{ kind: 'wish' },
	{ kind: 'consent' },
	{ kind: 'manual', name: 'Нет возражений администрации' }
];

/** Under which name a mark by hand is kept. */
export const keyOf = (criterion: Criterion) => (criterion.kind === 'manual' ? criterion.name : criterion.kind);

/** After «от», in the genitive: «3 лет», «1 года 6 месяцев». */
export function monthsInWords(count: number) {
	const [years, rest] = [Math.floor(count / 12), count % 12];
	const year = years % 10 === 1 && years % 100 !== 11 ? 'года' : 'лет';
	const parts = [
		years > 0 && `${years} ${year}`,
		(rest > 0 || years === 0) && `${rest} ${rest === 1 ? 'месяца' : 'месяцев'}`
	];
	return parts.filter(Boolean).join(' ');
}

export function criterionName(criterion: Criterion): string {
	switch (criterion.kind) {
		case 'teaching':
			return `Педагогический стаж от ${monthsInWords(criterion.months)}`;
		case 'here':
			return `Стаж здесь от ${monthsInWords(criterion.months)}`;
		case 'category':
			return criterion.least === 'first' ? 'Категория не ниже первой' : 'Высшая категория';
		case 'wish':
			return 'Желание быть наставником';
		case 'consent':
			return 'Письменное согласие';
		default:
			return criterion.name;
	}
}

/** `met` null: not known, and why. */
export type Judged = { met: boolean | null; because: string };

const rank: Record<string, number> = { none: 0, first: 1, highest: 2, methodist: 2, mentor: 2 };

/** Judges one mentor by one criterion on a day, from what is known. */
export function judged(criterion: Criterion, line: RegisterLine, today: string): Judged {
	switch (criterion.kind) {
		case 'teaching':
		case 'here': {
			const since = criterion.kind === 'teaching' ? line.teachingSince : line.employedSince;
			const held = since ? tenure(since, today) : null;
			if (!held) return { met: null, because: 'стаж не указан' };
			return { met: held.years * 12 + held.months >= criterion.months, because: tenureText(held) };
		}
		case 'category': {
			const category = line.offer?.category ?? '';
			const held = rank[category];
			if (held === undefined) return { met: null, because: 'категория не указана' };
			return { met: held >= (criterion.least === 'first' ? 1 : 2), because: categories[category as 'first'] };
		}
		case 'wish':
			return line.offer?.confirmed
				? { met: true, because: 'есть предложение' }
				: { met: null, because: 'предложение не записано' };
		case 'consent':
			return line.consents.includes('mentor')
				? { met: true, because: 'дано' }
				: { met: false, because: 'согласия быть наставником нет' };
		default: {
			const met = line.marks[criterion.name];
			if (met === undefined) return { met: null, because: 'не отмечено' };
			return { met, because: met ? 'отмечено' : 'отмечено: нет' };
		}
	}
}

export const selectionDecisions = { yes: 'отобран', no: 'не отобран', later: 'решить позже' } as const;
export type SelectionDecision = keyof typeof selectionDecisions;
