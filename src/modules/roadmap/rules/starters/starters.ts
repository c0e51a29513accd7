import type { OrganisationKind } from '../../../../core/actor';
import { isLevel } from '../../../organisations/rules/kinds';
import { college } from './college';
import { district } from './district';
import { kindergarten } from './kindergarten';
import { methodology } from './methodology';
import { pedagogues } from './pedagogues';
import { regional } from './regional';
import { small } from './small';
import type { Starter } from './starter';

/** Every plan to begin with, the likeliest first. */
export const starters: readonly Starter[] = [pedagogues, kindergarten, college, small, methodology, regional, district];

/** Those written for such organisations; levels above lead others too and are offered all. */
export const startersFor = (kind: OrganisationKind) =>
	isLevel(kind)
		? [...starters].sort((a, b) => Number(b.kinds.includes(kind)) - Number(a.kinds.includes(kind)))
		: starters.filter(({ kinds }) => kinds.includes(kind));

export const findStarter = (code: string) => starters.find((starter) => starter.code === code);
