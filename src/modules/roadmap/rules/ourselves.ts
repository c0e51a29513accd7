import type { OrganisationKind } from '../../../core/actor';
import { type Draft, sameWords } from './draft';
import type { Responsible } from './understanding';

/** The organisation whose plan it is. */
export type Self = { name: string; fullName?: string; kind: OrganisationKind };

const school =
	/^(все |сами )?(оо|оу|до|доо|доу|спо|удо|школ[аы]|гимнази[яи]|лице[йи]|детски[йе] сады?|детсады?|колледжи?|техникумы?|((обще)?образовательн|дошкольн)[а-я]+ (образовательн[а-я]+ )?(организаци[яи]|учреждени[ея])|организаци[яи]|учреждени[ея])( (округа|района|города))?$/;
const centre = /^(рц|ммц|имц|умц|ресурсн[а-я]+ центр|(информационно-)?методическ[а-я]+ (центр|служба))/;
const authority = /^(юзу|управлени[ея]|департамент|отдел|комитет|министерство)/;

/** How plans name a whole class of organisations by one word; for one of that class the word means itself. */
const ownWords: Partial<Record<OrganisationKind, RegExp>> = {
	'resource-centre': centre,
	authority,
	region: authority
};

const bare = (text: string) => sameWords(text).replace(/[«»"„“]/g, '');

/** The words mean the organisation itself: its name, or what plans call everyone like it («ОО», «школа»). */
export function isOurs(text: string, { name, fullName, kind }: Self) {
	const words = bare(text);
	const named = [name, fullName ?? ''].map(bare).some((own) => own.length > 3 && words.includes(own));
	return named || (ownWords[kind] ?? school).test(words);
}

/**
 * «ОО» in a school's own plan is the school, not somebody it waits for: such words become a group of its own people.
 * The reader cannot know whose plan it reads.
 */
export const asOurs = (responsible: readonly Responsible[], self: Self): Responsible[] =>
	responsible.map((one) => (one.kind === 'organisation' && isOurs(one.text, self) ? { ...one, kind: 'group' } : one));

export const knowOurselves = (draft: Draft, self: Self): Draft => ({
	...draft,
	activities: draft.activities.map((row) => ({ ...row, responsible: asOurs(row.responsible, self) }))
});
