/** A file that is no matching problem; the sentence is for people. */
export class UnreadableMatching extends Error {}

export function refuse(sentence: string): never {
	throw new UnreadableMatching(sentence);
}
