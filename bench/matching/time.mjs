/** Milliseconds of processor time of this thread: other programs on the machine do not count. Told in steps of some milliseconds. */
export function processorTime() {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

export const middleOf = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** What one call takes: the middle of batches long enough to be measured. */
export function timeOf(call, guess, batches = 5) {
	const many = Math.max(1, Math.ceil(60 / Math.max(guess, 0.01)));
	return middleOf(
		Array.from({ length: batches }, () => {
			const began = processorTime();
			for (let time = 0; time < many; time++) call();
			return (processorTime() - began) / many;
		})
	);
}
