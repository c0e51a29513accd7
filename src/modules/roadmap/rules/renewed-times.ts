import type { CarriedTime, HeldTime } from './plan-contents';

/** What is to be done with the times of an activity whose term reads otherwise now. */
export type RenewedTimes = {
	changed: (Omit<CarriedTime, 'id'> & { id: string })[];
	added: CarriedTime[];
	dropped: string[];
};

/**
 * The times that are there, brought to those that are wanted. What is marked stays as it was and stands for the wanted time it meets or
 * is nearest to; open ones get the new days; of those left over, what nobody touched goes, and what carries evidence or a history stays
 * without a day, so that it reminds nobody.
 */
export function renewedTimes(held: readonly HeldTime[], wanted: readonly CarriedTime[]): RenewedTimes {
	const pairs = new Map<HeldTime, CarriedTime>();
	const left = [...wanted];
	const meet = (one: HeldTime, other: CarriedTime | undefined) => {
		if (!other) return;
		pairs.set(one, other);
		left.splice(left.indexOf(other), 1);
	};
	const free = () => held.filter((one) => !pairs.has(one));
	for (const one of held)
		meet(
			one,
			left.find(({ id }) => id === one.id)
		);
	for (const one of free())
		meet(
			one,
			left.find((other) => sameTime(one, other))
		);
	for (const one of free().filter(({ outcome }) => outcome)) meet(one, nearest(one, left));
	for (const one of free().filter(({ outcome }) => !outcome)) meet(one, left[0]);

	const open = held.filter(({ outcome }) => !outcome);
	return {
		changed: open.flatMap((one) => {
			const other = pairs.get(one);
			if (other) return sameTime(one, other) ? [] : [{ ...bare(other), id: one.id }];
			return one.touched ? [{ kind: 'on-demand' as const, window: one.window, dueOn: null, id: one.id }] : [];
		}),
		added: left,
		dropped: open.filter((one) => !pairs.has(one) && !one.touched).map(({ id }) => id)
	};
}

const bare = ({ kind, window, dueOn, addedOn }: CarriedTime): CarriedTime => ({
	kind,
	window,
	dueOn,
	...(addedOn && { addedOn })
});

const sameTime = (a: CarriedTime, b: CarriedTime) =>
	a.kind === b.kind && a.dueOn === b.dueOn && a.window?.from === b.window?.from && a.window?.to === b.window?.to;

const dayOf = ({ dueOn, window }: CarriedTime) => Date.parse(dueOn ?? window?.to ?? '9999-12-31');

function nearest(one: CarriedTime, others: readonly CarriedTime[]) {
	const distance = (other: CarriedTime) => Math.abs(dayOf(one) - dayOf(other));
	return others.toSorted((a, b) => distance(a) - distance(b))[0];
}
