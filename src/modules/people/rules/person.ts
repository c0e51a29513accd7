import { type Actor, has } from '../../../core/actor';
import { addYears, showDate } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import type { PersonName } from '../../../core/names';
import { isNameLike, type Sex } from './names';
import { problemWithSince } from './tenure';

/** Who keeps the staff list and sees what is private in it. */
export const peopleKeepers = [
	'curator',
	'director',
	'personnel',
	'administrator',
	'methodologist',
	'authority'
] as const;
export const canKeepPeople = (actor: Pick<Actor, 'roles'>) => has(actor, ...peopleKeepers);
/** Everybody sees all of their own card; of colleagues, without these roles, the name, posts and subjects. */
export const canSeePrivate = (actor: Pick<Actor, 'roles' | 'personId'>, personId: string) =>
	canKeepPeople(actor) || actor.personId === personId;

export const employmentKinds = {
	main: 'основная работа',
	'part-time': 'совместительство',
	student: 'студент, работает по ст. 46 закона об образовании'
} as const;
export type EmploymentKind = keyof typeof employmentKinds;

/** What is kept of a person besides periods. */
export type PersonCard = PersonName & {
	sex: Sex | null;
	bornOn: string | null;
	email: string;
	phone: string;
	teachingSince: string | null; // counted back from what was told
	subjects: readonly string[];
	note: string;
};

/** Somebody to be added, with the post and the first day at work. */
export type NewPerson = PersonCard & {
	post: string;
	heldSince: string | null; // the tenure in the post, when it began elsewhere
	employedOn: string;
	employment: EmploymentKind;
	namesake: boolean; // «это другой человек»: somebody of the same name is there already
};

/** What is wrong with a card. */
export function problemsWithCard(card: PersonCard, today: string): Problems {
	const problems: Problems = {};
	if (!isNameLike(card.familyName)) problems.familyName = 'В фамилии могут быть только буквы, дефис и пробел';
	if (!isNameLike(card.givenName)) problems.givenName = 'В имени могут быть только буквы, дефис и пробел';
	if (card.patronymic && !isNameLike(card.patronymic))
		problems.patronymic = 'В отчестве могут быть только буквы, дефис и пробел';
	const birth = problemWithBirth(card.bornOn, today);
	if (birth) problems.bornOn = birth;
	const since = problemWithSince(card.teachingSince, birth ? null : card.bornOn, today);
	if (since) problems.teachingSince = since;
	return problems;
}

/** An employee is at least 14 (ст. 63 ТК РФ) and rarely over a hundred. */
export function problemWithBirth(bornOn: string | null, today: string) {
	if (bornOn === null) return undefined;
	if (bornOn > addYears(today, -14)) return 'Сотруднику меньше 14 лет: проверьте дату рождения';
	if (bornOn < addYears(today, -100)) return 'Сотруднику больше ста лет: проверьте дату рождения';
	return undefined;
}

export function problemWithEmployedOn(employedOn: string, bornOn: string | null, today: string) {
	if (employedOn > addYears(today, 1)) return 'Дата приёма больше чем на год вперёд: проверьте год';
	if (bornOn && employedOn < addYears(bornOn, 14)) return 'Принят раньше, чем исполнилось 14 лет: проверьте обе даты';
	return undefined;
}

/** A period of work or of a post; `to` null: goes on. Both ends inclusive. */
export type Period = { from: string; to: string | null };

/** What is wrong with a period, given the others it may not overlap. */
export function problemsWithPeriod({ from, to }: Period, others: readonly Period[], today: string): Problems {
	if (to && to < from) return { to: 'Последний день раньше первого' };
	if (from > addYears(today, 1)) return { from: 'Больше чем на год вперёд: проверьте год' };
	const clash = others.find((other) => (!to || other.from <= to) && (!other.to || other.to >= from));
	if (!clash) return {};
	const until = clash.to ? ` по ${showDate(clash.to)}` : '';
	return { from: `Пересекается с другим периодом: с ${showDate(clash.from)}${until}` };
}

/** The post must be held while one works here: warned about, since papers are often late. */
export const isWithin = ({ from, to }: Period, spans: readonly Period[]) =>
	spans.some((span) => span.from <= from && (!span.to || (to !== null && to <= span.to)));

/** What hinders marking that somebody leaves; `on` is the last day at work. */
export function problemsWithLeaving(on: string, open: readonly Period[], today: string): Problems {
	if (open.length === 0) return { form: 'Этот человек уже не работает у вас' };
	const latest =
		open
			.map(({ from }) => from)
			.sort()
			.at(-1) ?? on;
	if (on < latest)
		return { on: `Последний день не может быть раньше ${showDate(latest)}: тогда начался открытый период` };
	if (on > addYears(today, 1)) return { on: 'Больше чем на год вперёд: проверьте год' };
	return {};
}

/** What hinders taking away an entry made by mistake. */
export function problemWithRemoval(
	person: { id: string; hasAccount: boolean; roles: readonly string[] },
	actor: Pick<Actor, 'personId'>
): string | undefined {
	if (person.id === actor.personId) return 'Свою запись убрать нельзя';
	if (person.hasAccount) return 'У этого человека есть вход в программу. Если он уволился, отметьте увольнение.';
	if (person.roles.length > 0) return 'У этого человека есть роли. Сначала снимите их или отметьте увольнение.';
	return undefined;
}

/** Under 35 on a day: one of the three different facts about young specialists (school-year.md 18). */
export const isUnder35 = (bornOn: string | null, today: string) => bornOn !== null && bornOn > addYears(today, -35);
/** Pedagogical tenure under three years on a day. */
export const isBeginner = (teachingSince: string | null, today: string) =>
	teachingSince !== null && teachingSince > addYears(today, -3);
