import * as v from 'valibot';
import { line, token, version } from '../../../core/forms';
import type { Format } from '../../registry/rules/registers';
import { allRoles } from '../rules/score/roles';
import { allParts, type Conditions, kindFrom, mostWeight, type Part, type Weights } from '../rules/score/terms';

export const tokenForm = v.object({ token });
const kind = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text: string): Format => kindFrom(text))
);
const person = (message: string) => v.pipe(v.optional(v.string(), ''), v.uuid(message));
export const ticked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => value === 'on')
);

export const runForm = v.object({ token, kind, review: ticked });

export const tieForm = v.object({
	token,
	mentee: person('Выберите наставляемого'),
	mentor: person('Выберите наставника'),
	kind: v.picklist(['lock', 'apart'], 'Выберите: закрепить или не ставить вместе'),
	reason: line(500)
});

export const detailsForm = v.object({
	token,
	version,
	building: line(100),
	outside: line(200),
	manager: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.uuid())], 'Выберите человека из списка'), ''),
	hours: v.pipe(v.array(v.string()), v.maxLength(20)),
	needs: v.picklist(['1', '2', 'both', 'roles', 'both-roles'], 'Выберите, сколько наставников нужно'),
	worksAs: v.pipe(
		v.array(v.string()),
		v.transform((typed) => allRoles.filter((role) => typed.includes(role)))
	),
	queue: v.picklist(['', 'first', 'last'], 'Выберите очередь'),
	smallest: v.pipe(
		line(2),
		v.regex(/^\d{0,2}$/, 'Укажите число от 0 до 20'),
		v.transform((typed) => Number(typed) || 0),
		v.maxValue(20, 'Не больше 20')
	)
});

const weight = v.pipe(
	v.optional(v.string(), '0'),
	v.regex(/^\d{1,3}$/, `Укажите целое число от 0 до ${mostWeight}`),
	v.transform(Number),
	v.maxValue(mostWeight, `Не больше ${mostWeight}`)
);
const terms = {
	kind,
	...(Object.fromEntries(allParts.map((part) => [part, weight])) as Record<Part, typeof weight>),
	ownManager: v.picklist(['warn', 'forbid'], 'Выберите: предупредить или не ставить'),
	sameBuilding: ticked,
	network: ticked,
	sharedTime: ticked
};

type Typed = Record<Part, number> & Conditions & { kind: Format };
const sorted = ({ kind: of, ownManager, sameBuilding, network, sharedTime, ...weights }: Typed) => ({
	kind: of,
	weights: Object.fromEntries(allParts.map((part) => [part, weights[part]])) as Weights,
	conditions: { ownManager, sameBuilding, network, sharedTime }
});

/** What is only looked at. */
export const termsPreview = v.pipe(v.object(terms), v.transform(sorted));
export const termsForm = v.pipe(
	v.object({ token, version, ...terms }),
	v.transform(({ token: sent, version: on, ...rest }) => ({ token: sent, version: on, ...sorted(rest) }))
);
