import { isTeachingPost } from '../../people/rules/posts';

/** Forms of mentoring by who the mentor is (АЗ-1128/08); those with people from outside are not of this register. */
export const pairings = { teacher: 'педагог – педагог', head: 'руководитель – педагог' } as const;
export type Pairing = keyof typeof pairings;
export const allPairings = Object.keys(pairings) as Pairing[];
export const pairingFrom = (text: string | undefined) => allPairings.find((one) => one === text) ?? null;

const headPattern = /^(директор|заведующ|завуч|начальник|зам)/i;

/** By the posts of a mentor, «заместитель директора, учитель»: whoever leads is a head first. */
export function pairingOf(posts: string): Pairing | null {
	const all = posts.split(', ');
	if (all.some((post) => headPattern.test(post.trim()))) return 'head';
	return all.some(isTeachingPost) ? 'teacher' : null;
}
