import type { MatchingInput } from '../input';
import type { Matching } from '../result';
import { verify } from '../verify';
import { hasRoles } from './check';
import type { RoleMatching } from './fold';
import { verifyRoles } from './verify-roles';

/** A matching of people with roles or without: what it claims is so, or what is not. */
export const verifyAny = (input: MatchingInput, matching: Matching) =>
	hasRoles(input)
		? matching.certificate.roles
			? verifyRoles(input, matching as RoleMatching)
			: ({ ok: false, where: 'there are no prices of roles' } as const)
		: verify(input, matching);
