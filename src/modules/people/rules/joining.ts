import { showDate } from '../../../core/dates';

type Period = { from: string; to: string | null };
type Side = {
	hasAccount: boolean;
	login: string | null;
	employments: readonly Period[];
	posts: readonly (Period & { title: string })[];
	roles: readonly (Period & { role: string })[];
	registers: readonly (Period & { register: string })[];
};

const overlaps = (one: Period, other: Period) =>
	(!one.to || other.from <= one.to) && (!other.to || one.from <= other.to);
const from = (one: Period, other: Period) => (one.from < other.from ? one.from : other.from);
const to = (one: Period, other: Period) => (!one.to || !other.to ? null : one.to > other.to ? one.to : other.to);
const words = (one: Period, other: Period) => {
	const end = to(one, other);
	return `с ${showDate(from(one, other))}${end ? ` по ${showDate(end)}` : ''}`;
};

/** What becomes one of what both entries have, said before it is agreed to. `names`: roles and registers in words. */
export function joinedSentences(
	kept: Side,
	gone: Side,
	names: { role: (role: string) => string; register: (register: string) => string }
) {
	const pairs = <P extends Period>(ones: readonly P[], others: readonly P[], same: (one: P, other: P) => boolean) =>
		others.flatMap((other) =>
			ones.filter((one) => same(one, other) && overlaps(one, other)).map((one) => [one, other] as const)
		);
	return [
		...pairs(kept.employments, gone.employments, () => true).map(
			([one, other]) => `Период работы станет одним: ${words(one, other)}.`
		),
		...pairs(kept.posts, gone.posts, (one, other) => one.title === other.title).map(
			([one, other]) => `Должность «${one.title}» есть у обеих: останется ${words(one, other)}.`
		),
		...pairs(kept.roles, gone.roles, (one, other) => one.role === other.role).map(
			([one, other]) => `Роль «${names.role(one.role)}» есть у обеих: останется ${words(one, other)}.`
		),
		...pairs(kept.registers, gone.registers, (one, other) => one.register === other.register).map(
			([one, other]) =>
				`${names.register(one.register)}: период станет одним, ${words(one, other)}; работа в программе соберётся в нём.`
		),
		...(gone.hasAccount && !kept.hasAccount
			? [`Логин ${gone.login ?? ''} перейдёт; войти с ним нужно будет заново.`]
			: [])
	];
}
