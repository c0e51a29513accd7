/**
 * People by what decides who may be with whom, as columns: places are numbers of schools, municipalities and regions, sets
 * are bits of one number (up to 31 subjects, competences, hours of a week).
 */
export type Crowd = { mentees: MenteeColumns; mentors: MentorColumns };

type Columns = {
	/** Who it is: nobody is led by themselves. */
	person: Int32Array;
	organisation: Int32Array;
	municipality: Int32Array;
	region: Int32Array;
	subjects: Int32Array;
	/** Free hours of a week. */
	time: Int32Array;
	/** Years. */
	experience: Int32Array;
};

export type MenteeColumns = Columns & { /** Competences that are wanted. */ wants: Int32Array };
export type MentorColumns = Columns & {
	/** Competences that are strong. */
	strengths: Int32Array;
	/** Where else the mentor leads: bits `inNetwork`, `fromAfar`. */
	format: Int32Array;
};

/** Leads in other organisations of the municipality; leads by video in the whole region. Both only in their subjects. */
export const inNetwork = 1;
export const fromAfar = 2;

/** How near two are: what the place is worth, and whether they may be together at all. */
export type Nearness = 0 | 1 | 2 | 3;
export const apart = 0;
export const inRegion = 1;
export const inMunicipality = 2;
export const inSchool = 3;

/** The hard rules, for one pair: the place and the format, a common free hour, two different people. */
export function nearness({ mentees, mentors }: Crowd, i: number, j: number): Nearness {
	if (mentees.person[i] === mentors.person[j] || (mentees.time[i]! & mentors.time[j]!) === 0) return apart;
	if (mentees.organisation[i] === mentors.organisation[j]) return inSchool;
	if ((mentees.subjects[i]! & mentors.subjects[j]!) === 0) return apart;
	const format = mentors.format[j]!;
	if (format & inNetwork && mentees.municipality[i] === mentors.municipality[j]) return inMunicipality;
	return format & fromAfar && mentees.region[i] === mentors.region[j] ? inRegion : apart;
}

/** Points of each reason at most; together no more than 1000. */
export type Weights = { competences: number; subject: number; place: number; time: number; experience: number };

export const usualWeights: Weights = { competences: 450, subject: 200, place: 150, time: 100, experience: 100 };

/** So many common hours are enough, so many more years as well. */
const enoughHours = 4;
const enoughYears = 5;

/** Points of a pair that may be, whole, 0 … 1000: what the mentor is strong in of what is wanted, subject, place, time, years. */
export function pointsOf({ mentees, mentors }: Crowd, weights: Weights, i: number, j: number, near: Nearness): number {
	const wants = mentees.wants[i]!;
	const wanted = bitsOf(wants);
	const found = bitsOf(wants & mentors.strengths[j]!);
	const hours = Math.min(enoughHours, bitsOf(mentees.time[i]! & mentors.time[j]!));
	const years = Math.max(0, Math.min(enoughYears, mentors.experience[j]! - mentees.experience[i]!));
	let points = wanted > 0 ? Math.floor((weights.competences * found) / wanted) : weights.competences >> 1;
	if ((mentees.subjects[i]! & mentors.subjects[j]!) !== 0) points += weights.subject;
	points += Math.floor((weights.place * (near - 1)) / 2);
	points += Math.floor((weights.time * hours) / enoughHours);
	return points + Math.floor((weights.experience * years) / enoughYears);
}

/** How many bits are set. */
export function bitsOf(set: number): number {
	let bits = set - ((set >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
