import type { RoleCandidates } from '../rules/input';
import { refuse } from './refuse';

const shape = 'Кандидат в роли – это четыре целых числа: [наставляемый, наставник, оценка, номер роли].';
/** Each is a decision of the search twice over; with more the people are divided first. */
export const mostInRoles = 1_000_000;

const isColumn = (number: unknown) => Number.isInteger(number) && Math.abs(number as number) <= 0x7fffffff;

/** Candidates of those who need somebody in roles, as columns; what the numbers mean is looked at by rules/roles/check.ts. */
export function readRoleCandidates(value: unknown): RoleCandidates {
	if (!Array.isArray(value)) return refuse(`Часть «roleCandidates» – это список. ${shape}`);
	if (value.length > mostInRoles)
		return refuse(
			`Кандидатов в ролях читается до ${mostInRoles.toLocaleString('ru')}. Разделите людей, например по округам.`
		);
	const wrong = value.findIndex((one) => !Array.isArray(one) || one.length !== 4 || !one.every(isColumn));
	if (wrong >= 0) return refuse(`Кандидат в роли № ${wrong + 1}: нужны целые числа. ${shape}`);
	const column = (at: number) => Int32Array.from(value as number[][], (one) => one[at]!);
	return { mentee: column(0), mentor: column(1), score: column(2), role: column(3) };
}
