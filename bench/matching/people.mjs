// A country of schools by what decides who may be with whom: regions, municipalities, schools of forty mentees, by a fixed
// seed, sorted by organisation. Columns as src/modules/matching/rules/candidates/crowd.ts wants them.
import { random } from './generators.mjs';

const perSchool = 40;
const schoolsOfMunicipality = 12;
const municipalitiesOfRegion = 40; // some 19,000 mentees

/** @param {number} n mentees @param {number} places places for each mentee @param {number} seed */
export function countryOf(n, places, seed) {
	const next = random(seed);
	const whole = (most) => Math.floor(next() * (most + 1));
	const capacity = [];
	const mentorsOf = [];
	const schools = Math.ceil(n / perSchool);
	for (let school = 0, offered = 0; school < schools; school++) {
		const until = Math.min(n, (school + 1) * perSchool) * places;
		for (; offered < until; offered += capacity.at(-1)) {
			capacity.push(1 + whole(2));
			mentorsOf.push(school);
		}
	}
	const m = capacity.length;
	const organisationOf = Int32Array.from({ length: n }, (_, i) => Math.floor(i / perSchool));
	const set = (bits, many) => {
		let all = 0;
		for (let at = 0; at < many; at++) all |= 1 << whole(bits - 1);
		return all;
	};
	const columns = (organisation, shift, hours) => ({
		person: organisation.map((_, at) => at + shift),
		organisation,
		municipality: organisation.map((at) => Math.floor(at / schoolsOfMunicipality)),
		region: organisation.map((at) => Math.floor(at / schoolsOfMunicipality / municipalitiesOfRegion)),
		subjects: organisation.map(() => set(14, next() < 0.2 ? 2 : 1)),
		time: organisation.map(() => set(30, hours)),
		experience: organisation.map(() => whole(hours * 3))
	});
	const crowd = {
		mentees: { ...columns(organisationOf, 0, 4), wants: organisationOf.map(() => set(16, 3)) },
		mentors: {
			...columns(Int32Array.from(mentorsOf), n, 6),
			strengths: Int32Array.from(mentorsOf, () => set(16, 7)),
			format: Int32Array.from(mentorsOf, () => (next() < 0.35 ? 1 : 0) | (next() < 0.025 ? 2 : 0))
		}
	};
	const name = (kind, at) => `${kind}-${String(at).padStart(8, '0')}`;
	return {
		crowd,
		mentees: Array.from({ length: n }, (_, i) => ({
			id: name('mentee', i),
			priority: 1 + Math.floor(next() ** 2 * 3),
			needs: 1
		})),
		mentors: Array.from({ length: m }, (_, j) => ({ id: name('mentor', j), capacity: capacity[j] }))
	};
}
