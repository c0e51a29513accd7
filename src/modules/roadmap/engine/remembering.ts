/** What was once looked for is remembered; beyond `most` texts everything is forgotten, and it begins anew. */
export function remembering<T>(look: (text: string) => T, most: number) {
	const known = new Map<string, T>();
	return (text: string): T => {
		const there = known.get(text);
		if (there !== undefined) return there;
		if (known.size >= most) known.clear();
		const answer = look(text);
		known.set(text, answer);
		return answer;
	};
}
