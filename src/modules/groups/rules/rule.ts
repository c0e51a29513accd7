import { tenure, tenureText } from '../../people/rules/tenure';

/** What a rule may ask about; each is counted from a first day. */
export const facts = {
	teaching: 'педагогический стаж',
	here: 'стаж в этой организации',
	post: 'стаж в нынешней должности',
	age: 'возраст',
	break: 'перерыв в работе перед приёмом'
} as const;
export type Fact = keyof typeof facts;
export const isFact = (text: string): text is Fact => Object.hasOwn(facts, text);

/** `under`: less than so many months; else so many or more. */
export type Condition = { fact: Fact; under: boolean; months: number };
/** All of the conditions; none of them: no rule, only a decision. */
export type Rule = readonly Condition[];

/** What is known of a person's periods; days as YYYY-MM-DD. */
export type Periods = {
	bornOn: string | null;
	teachingSince: string | null;
	employedSince: string | null; // of the present employment
	postSince: string | null; // of the main post, wherever it began
	leftBefore: string | null; // the last day of the employment before the present one
};

/** Why a person fits a rule or does not; null: something is not known, so the rule says nothing. */
export type Verdict = { fits: boolean; because: string } | null;

/** Judges one person by one rule on a day. */
export function judge(rule: Rule, periods: Periods, today: string): Verdict {
	if (rule.length === 0) return null;
	const verdicts = rule.map((condition) => judgeOne(condition, periods, today));
	const against = verdicts.find((verdict) => verdict && !verdict.fits);
	if (against) return against;
	if (verdicts.includes(null)) return null;
	return { fits: true, because: verdicts.map((verdict) => verdict?.because).join('; ') };
}

function judgeOne({ fact, under, months }: Condition, periods: Periods, today: string): Verdict {
	const held = factOf(fact, periods, today);
	if (held === null) return null;
	const fits = under ? held.months < months : held.months >= months;
	return { fits, because: `${facts[fact]} ${held.text}, ${boundText(fits === under, months)}` };
}

function factOf(fact: Fact, periods: Periods, today: string) {
	if (fact === 'break') {
		const { leftBefore, employedSince } = periods;
		if (!employedSince) return null;
		return leftBefore ? spanOf(leftBefore, employedSince) : { months: 0, text: 'без перерыва' };
	}
	const since = {
		teaching: periods.teachingSince,
		here: periods.employedSince,
		post: periods.postSince,
		age: periods.bornOn
	}[fact];
	return since && since <= today ? spanOf(since, today) : null;
}

function spanOf(since: string, on: string) {
	const held = tenure(since, on);
	return held && { months: held.years * 12 + held.months, text: tenureText(held) };
}

/** «меньше 3 лет», «1 год или больше» */
function boundText(less: boolean, months: number) {
	if (!less) return `${tenureText({ years: Math.floor(months / 12), months: months % 12 })} или больше`;
	const [years, rest] = [Math.floor(months / 12), months % 12];
	if (rest) return `меньше ${months} месяцев`;
	return `меньше ${years} ${years === 1 ? 'года' : 'лет'}`;
}

/** A rule in words, as the set's page says it. */
export const ruleText = (rule: Rule) =>
	rule.map(({ fact, under, months }) => `${facts[fact]} ${boundText(under, months)}`).join(' и ');
