/** Ties are settled by a hash of both ids: neither a lottery nor the order of entry. Whoever computes it anew gets the same. */

/** FNV-1a over the UTF-16 units of a text. */
export function hashOfId(id: string, seed: number): number {
	let hash = (0x811c9dc5 ^ seed) | 0;
	for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
	return hash;
}

export const seedOfMentees = 0x6d656e74;
export const seedOfMentors = 0x746f7273;

/** The lot of a pair, `bits` bits (1…32) of it, from the hashes of both ids. */
export function lotOfPair(menteeHash: number, mentorHash: number, bits: number): number {
	let mixed = menteeHash ^ Math.imul(mentorHash, 0x9e3779b1);
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> (32 - bits);
}
