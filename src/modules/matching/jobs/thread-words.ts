import type { Candidates, MatchingInput, MenteeInput, MentorInput } from '../rules/input';
import type { Frame } from '../rules/parts/frame';
import type { Report, Results } from '../rules/parts/solve-parcel';
import type { Certificate } from '../rules/result';
import type { Unmatched } from '../rules/why-unmatched';

/** What a thread of the matching is told. The first one, the foreman, holds the input; the others get the frame. */
export type Told =
	| { kind: 'people'; mentees: readonly MenteeInput[]; mentors: readonly MentorInput[] }
	| { kind: 'begin'; candidates: Candidates; rest: Omit<MatchingInput, 'mentees' | 'mentors' | 'candidates'> }
	| { kind: 'file'; path: string; memory: number }
	| { kind: 'work'; work?: { frame: Frame; results: Results }; fully: boolean }
	| { kind: 'whole'; reports: PartReport[] };

/** What it says. */
export type Said =
	| { kind: 'refused'; message: string }
	| { kind: 'framed'; frame: Frame; results: Results }
	| { kind: 'unmatched'; unmatched: Unmatched[] }
	| { kind: 'worked'; reports: PartReport[] }
	| { kind: 'solved'; solved: Columns };

export type PartReport = Omit<Report, 'unmatched'>;

/** A verified matching as columns: people are places in the input, pairs are mentee and mentor turn about. */
export type Columns = {
	pairs: Int32Array;
	score: number;
	certificate: Omit<Certificate, Prices> & Record<Prices, Float64Array>;
	verified: true;
	whole?: { exact: boolean; steps: number; gap?: { served: number; score: number } };
};

type Prices = 'menteeUtility' | 'menteeUtilityLow' | 'mentorPrice' | 'mentorPriceLow';

/** Numbers that all threads see: the next parcel to take, parcels done, candidates done. */
export const control = { next: 0, parcels: 1, candidates: 2, length: 3 } as const;
