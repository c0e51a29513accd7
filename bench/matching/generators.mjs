// Schools, districts and hard cases by a fixed seed: the same on every machine. Each answers with the input of the solver.

/** A stream of numbers 0 ≤ x < 1 (mulberry32). */
export function random(seed) {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** @param {number} n mentees @param {number} places places for each mentee: 0.9, 1.0, 1.2 @param {number} seed */
export const generators = {
	/** People of schools of about forty, sorted by school; candidates from the school, the municipality and the region. */
	realistic: (n, places, seed) => make(n, places, seed, realisticRow),
	/** Anybody with anybody, thirty each. */
	uniform: (n, places, seed) => make(n, places, seed, (next, _i, m) => spread(next, m, 30, () => whole(next, 1000))),
	/** Places exactly as many as mentees, thirty candidates each. */
	exact: (n, _, seed) => make(n, 1, seed, (next, _i, m) => spread(next, m, 30, () => whole(next, 1000))),
	/** Points fall with the distance on a map. */
	distances: (n, places, seed) => make(n, places, seed, distanceRow),
	/** A few mentors are good for all: points are a product of two ranks. */
	oneRank: (n, places, seed) => make(n, places, seed, (next, _i, m) => oneRankRow(next, m)),
	/** A third of the places that are wanted. */
	scarce: (n, _, seed) => make(n, 0.3, seed, (next, _i, m) => spread(next, m, 30, () => whole(next, 1000))),
	/** A long thin chain: each knows only the neighbours. */
	window: (n, places, seed) => make(n, places, seed, windowRow),
	/** Closed groups of twenty. */
	groups: (n, places, seed) => make(n, places, seed, groupRow),
	/** A hundred queues. */
	queues: (n, places, seed) =>
		make(n, places, seed, (next, _i, m) => spread(next, m, 30, () => whole(next, 1000)), 100),
	/** Points 1, 2, 3: nearly everything is a tie. */
	ties: (n, places, seed) => make(n, places, seed, (next, _i, m) => spread(next, m, 30, () => 1 + whole(next, 2)))
};

const whole = (next, most) => Math.floor(next() * (most + 1));

function make(n, places, seed, row, queues = 3) {
	const next = random(seed);
	const mentors = [];
	for (let total = 0; total < n * places; ) {
		const capacity = Math.min(1 + whole(next, 3), Math.ceil(n * places - total));
		total += capacity;
		mentors.push({ id: `mentor-${String(mentors.length).padStart(8, '0')}`, capacity });
	}
	const mentees = Array.from({ length: n }, (_, i) => ({
		id: `mentee-${String(i).padStart(8, '0')}`,
		priority: 1 + Math.floor(next() ** 2 * queues),
		needs: 1
	}));
	let room = n * 32;
	let [mentee, mentor, score] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
	let count = 0;
	const state = new Map();
	for (let i = 0; i < n; i++)
		for (const [j, points] of row(next, i, mentors.length, n, state)) {
			if (count === room) {
				room *= 2;
				[mentee, mentor, score] = [mentee, mentor, score].map((column) => {
					const wider = new Int32Array(room);
					wider.set(column);
					return wider;
				});
			}
			mentee[count] = i;
			mentor[count] = j;
			score[count++] = points;
		}
	const candidates = {
		mentee: mentee.slice(0, count),
		mentor: mentor.slice(0, count),
		score: score.slice(0, count)
	};
	return { mentors, mentees, candidates };
}

/** So many different mentors by chance. */
function spread(next, m, many, points, from = 0, width = m) {
	const row = new Map();
	for (let tries = 0; tries < many * 2 && row.size < Math.min(many, width); tries++) {
		const j = from + Math.floor(next() * width);
		if (j < m && !row.has(j)) row.set(j, points(j));
	}
	return row;
}

function realisticRow(next, i, m, n) {
	const school = Math.floor(i / 40);
	const perSchool = Math.max(1, Math.round((40 * m) / n));
	const town = Math.floor(school / 12);
	const own = next() * 400;
	const good = (bonus) => Math.min(1000, Math.floor(own + bonus + next() * 300));
	const row = spread(next, m, 8, () => good(300), school * perSchool, perSchool);
	for (const [j, points] of spread(next, m, 12, () => good(150), town * 12 * perSchool, 12 * perSchool))
		if (!row.has(j)) row.set(j, points);
	for (const [j, points] of spread(next, m, 5, () => good(0))) if (!row.has(j)) row.set(j, points);
	return next() < 0.02 ? [] : row;
}

function distanceRow(next, _i, m, _n, state) {
	if (!state.has('map')) state.set('map', Float64Array.from({ length: 2 * m }, next));
	const map = state.get('map');
	const [x, y] = [next(), next()];
	return spread(next, m, 30, (j) =>
		Math.max(0, Math.floor(1000 - 700 * Math.hypot(map[2 * j] - x, map[2 * j + 1] - y)))
	);
}

function oneRankRow(next, m) {
	const own = next();
	return spread(next, m, 30, (j) => Math.floor(1000 * own * (((j * 7919) % m) / m)));
}

function windowRow(next, i, m, n) {
	const middle = Math.floor((i / n) * m);
	const row = new Map();
	for (let j = Math.max(0, middle - 3); j <= Math.min(m - 1, middle + 3); j++) row.set(j, whole(next, 1000));
	return row;
}

function groupRow(next, i, m, n) {
	const per = Math.max(1, Math.floor((20 * m) / n));
	const from = Math.min(Math.floor(i / 20) * per, m - per);
	return spread(next, m, per, () => whole(next, 1000), from, per);
}
