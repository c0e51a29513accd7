import { type MatchingInput, type MenteeInput, type RoleCandidates, whole, wrongPair, wrongScore } from '../input';
import { sign } from './names';

export const hasRoles = ({ mentees, roleCandidates }: MatchingInput) =>
	roleCandidates !== undefined || mentees.some(({ roles }) => roles !== undefined);

export const noRoleCandidates = (): RoleCandidates => ({
	mentee: new Int32Array(),
	mentor: new Int32Array(),
	score: new Int32Array(),
	role: new Int32Array()
});

/** What is wrong with roles, as one Russian sentence; people and pairs have been looked at before (rules/input.ts). */
export function wrongRoles(input: MatchingInput): string | undefined {
	for (const { id } of [...input.mentees, ...input.mentors])
		if (id.includes(sign)) return `Обозначение «${id}» содержит служебный знак, уберите его.`;
	for (const mentee of input.mentees) {
		const said = wrongNames(mentee);
		if (said) return said;
	}
	return wrongLocks(input) ?? wrongLists(input) ?? wrongGroups(input);
}

function wrongNames({ id, needs, roles }: MenteeInput): string | undefined {
	if (roles === undefined) return undefined;
	if (!Array.isArray(roles) || roles.some((role) => typeof role !== 'string' || role === '' || role.includes(sign)))
		return `Наставляемый «${id}»: роли (roles) – это список названий.`;
	if (roles.length !== needs)
		return `Наставляемый «${id}»: ролей (roles) ${roles.length}, а наставников нужно (needs) ${needs}. Назовите роль каждого.`;
	if (new Set(roles).size < roles.length) return `Наставляемый «${id}»: роли (roles) называются по-разному.`;
	return undefined;
}

function wrongLocks({ mentees, locked = [], forbidden = [], current = [] }: MatchingInput): string | undefined {
	const taken = new Set<string>();
	for (const [at, [mentee, , role]] of locked.entries()) {
		const { id, roles } = mentees[mentee]!;
		if (!roles && role === undefined) continue;
		if (!roles) return `Закреплённая пара № ${at + 1}: у наставляемого «${id}» ролей нет, третье число лишнее.`;
		if (!whole(role, 0, roles.length - 1))
			return `Закреплённая пара № ${at + 1}: у наставляемого «${id}» есть роли, нужно третье число – в какой роли (от 0 до ${roles.length - 1}).`;
		if (taken.has(`${mentee} ${role}`))
			return `За наставляемым «${id}» в роли «${roles[role]}» закреплено двое, а нужен один.`;
		taken.add(`${mentee} ${role}`);
	}
	if ([...forbidden, ...current].some(([, , role]) => role !== undefined))
		return 'В запрещённых и нынешних парах роль не указывают: они о двоих людях.';
	return undefined;
}

function wrongLists(input: MatchingInput): string | undefined {
	const { mentees, candidates, roleCandidates = noRoleCandidates(), missing = [] } = input;
	for (const [at, i] of candidates.mentee.entries())
		if (mentees[i]!.roles)
			return `Кандидат № ${at + 1}: у наставляемого «${mentees[i]!.id}» есть роли, его кандидаты пишутся в roleCandidates.`;
	const { mentee, mentor, score, role } = roleCandidates;
	const seen = new Set<string>();
	for (let at = 0; at < mentee.length; at++) {
		const [i, j, r] = [mentee[at]!, mentor[at]!, role[at]!];
		const said = wrongPair(input, i, j) ?? wrongScore(score[at]!) ?? wrongRole(mentees[i]!, r);
		if (said) return `Кандидат в роли № ${at + 1}: ${said}`;
		if (seen.has(`${i} ${j} ${r}`)) return `Кандидат в роли № ${at + 1}: он уже назван. Оставьте одну строку.`;
		seen.add(`${i} ${j} ${r}`);
	}
	for (const [at, one] of missing.entries()) {
		const said = one.role === undefined ? undefined : wrongRole(mentees[one.mentee]!, one.role);
		if (said) return `Отсеянная пара № ${at + 1}: ${said}`;
	}
	return undefined;
}

const wrongRole = ({ id, roles = [] }: MenteeInput, role: number) =>
	whole(role, 0, roles.length - 1)
		? undefined
		: roles.length === 0
			? `у наставляемого «${id}» ролей (roles) нет.`
			: `роли с номером ${role} у наставляемого «${id}» нет, их ${roles.length}, счёт с 0.`;

/** A group that must fill, and whom a mentee might have in either role: a stand-in would be counted as a person of the group. */
function wrongGroups({ mentors, mentees, roleCandidates = noRoleCandidates() }: MatchingInput): string | undefined {
	const seen = new Set<string>();
	for (const [at, i] of roleCandidates.mentee.entries()) {
		const j = roleCandidates.mentor[at]!;
		if ((mentors[j]!.smallest ?? 0) <= 1) continue;
		if (seen.has(`${i} ${j}`))
			return `Наставник «${mentors[j]!.id}» набирает группу не меньше ${mentors[j]!.smallest} и подходит наставляемому «${mentees[i]!.id}» в обеих ролях: так подбор не считает. Оставьте одну роль или уберите размер группы.`;
		seen.add(`${i} ${j}`);
	}
	return undefined;
}
