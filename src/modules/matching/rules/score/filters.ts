import { plain } from '../../../../core/plain';
import type { Format } from '../../../registry/rules/registers';
import type { Facts, MenteeFacts, MentorFacts } from './people';
import type { Role } from './roles';
import type { Conditions } from './terms';

/** Names of the hard conditions, as the reason of being without a mentor says them. */
export const filters = {
	menteeConsent: 'нет согласия наставляемого',
	mentorConsent: 'нет согласия наставника',
	rejected: 'наставник не отобран',
	refused: 'отказ на собеседовании',
	manager: 'свой руководитель',
	head: 'руководитель',
	apart: 'решено не ставить вместе',
	building: 'другое здание',
	outside: 'наставник из другой организации',
	time: 'нет общего времени',
	role: 'ведёт в другой роли',
	size: 'мест меньше, чем наименьший размер группы'
} as const;

export const isOwnManager = (mentee: MenteeFacts, mentor: MentorFacts) => mentee.managerId === mentor.id;

/** A head of others, though not of this mentee as far as is known. */
const isHead = (mentee: MenteeFacts, mentor: MentorFacts) => mentor.head === true && !isOwnManager(mentee, mentor);

/** Which hard conditions the pair fails; none: it may be. They are never paid for with points. What nobody knows fails nothing. */
export function failedBy(
	mentee: MenteeFacts,
	mentor: MentorFacts,
	{ ownManager, sameBuilding, network, sharedTime }: Conditions,
	apart: ReadonlySet<string>,
	role?: Role
): string[] {
	const failed: [boolean, string][] = [
		[mentee.lacks.length > 0, filters.menteeConsent],
		[mentor.lacks.length > 0, filters.mentorConsent],
		[mentor.rejected, filters.rejected],
		[mentee.interview === 'refused' || mentor.interview === 'refused', filters.refused],
		[ownManager === 'forbid' && isOwnManager(mentee, mentor), filters.manager],
		[ownManager === 'forbid' && isHead(mentee, mentor), filters.head],
		[apart.has(apartKey(mentee.id, mentor.id)), filters.apart],
		[
			sameBuilding &&
				!mentor.outside &&
				mentee.building !== '' &&
				mentor.building !== '' &&
				plain(mentee.building.trim()) !== plain(mentor.building.trim()),
			filters.building
		],
		[!network && mentor.outside !== '', filters.outside],
		[
			sharedTime &&
				mentee.hours.length > 0 &&
				mentor.hours.length > 0 &&
				!mentee.hours.some((one) => mentor.hours.includes(one)),
			filters.time
		],
		[role !== undefined && mentor.worksAs !== undefined && !mentor.worksAs.includes(role), filters.role]
	];
	return failed.flatMap(([fails, name]) => (fails ? [name] : []));
}

/** With all the places that are offered the group would still be smaller than it may be; those who are in it count. */
export const tooSmall = (kind: Format, { capacity, smallest }: MentorFacts, led = 0) =>
	kind === 'group' && smallest > Math.max(capacity, led) ? [filters.size] : [];

/** Two who are not put together are not in either role. */
const apartKey = (one: string, other: string) => [one, other].sort().join(' ');
export const apartOf = ({ ties }: Pick<Facts, 'ties'>): ReadonlySet<string> =>
	new Set(ties.filter(({ kind }) => kind === 'apart').map(({ mentee, mentor }) => apartKey(mentee, mentor)));

/** What does not forbid the pair and is worth knowing before it is proposed. */
export function warningsOf(mentee: MenteeFacts, mentor: MentorFacts, { ownManager }: Conditions): string[] {
	return [
		...(ownManager === 'warn' && isOwnManager(mentee, mentor) ? ['Наставник – непосредственный руководитель'] : []),
		...(ownManager === 'warn' && isHead(mentee, mentor)
			? ['Наставник – руководитель: хорошо, если он не оценивает наставляемого по должности']
			: []),
		...(mentor.outside ? [`Нужно соглашение о сетевом взаимодействии: ${mentor.outside}`] : [])
	];
}
