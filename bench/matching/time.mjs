/** Milliseconds of processor time of this thread: other programs on the machine do not count. Told in steps of some milliseconds. */
export function processorTime() {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

export const middleOf = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** What one call takes, warm: batches grow until one is long enough to be measured, then the middle of so many. */
export function timeOf(call, batches = 5) {
	const batch = (many) => {
		const began = processorTime();
		for (let time = 0; time < many; time++) call();
		return processorTime() - began;
	};
	let many = 1;
	while (batch(many) < 60) many *= 2;
	return middleOf(Array.from({ length: batches }, () => batch(many) / many));
}
