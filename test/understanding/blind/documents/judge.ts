import type { Activity, Understanding } from '../../../../src/modules/roadmap/rules/understanding';
import { type Judgement, judge } from '../../score/score';
import { likeness, stemsOf } from '../../score/words';
import type { TrueActivity, Truth } from '../../truth';
import { rightReading } from '../judge';
import type { HandActivity, HandTruth } from './described';

/** Judged by the scorer of invented roadmaps; where sensible people differ, by the reading that is nearest to what was found. */
export function judgeByHand(truth: HandTruth, found: Understanding): Judgement {
	const title = nearest(truth.titles, found.title ?? '');
	const activities = truth.activities.map((want) => settled(want, found, truth));
	return judge({ title, period: truth.period, stages: truth.stages, activities } satisfies Truth, found);
}

function settled(want: HandActivity, found: Understanding, truth: HandTruth): TrueActivity {
	const likest = [...found.activities].sort((a, b) => closeness(want, b) - closeness(want, a))[0];
	const have = likest && closeness(want, likest) >= 0.6 ? likest : undefined;
	const reading =
		want.deadlines.find((one) => have && rightReading(one, have.deadline, truth.period)) ??
		want.deadlines.find(({ kind }) => kind === have?.deadline.kind) ??
		want.deadlines[0];
	if (!reading) throw new Error('A deadline without a reading');
	/** A rhythm may be laid out inside the period, holidays are about right. */
	const loose = reading.within !== undefined || reading.kind === 'cadence';
	const inside = loose && have && rightReading(reading, have.deadline, truth.period);
	const windows = inside ? have.deadline.windows : reading.windows;
	const people = want.people.find((list) => list.length === have?.responsible.length) ?? want.people[0] ?? [];
	return {
		title: nearest(want.titles, have?.title ?? ''),
		stage: nearestStage(want, have, found, truth),
		deadline: {
			text: have?.deadline.text ?? '',
			kind: reading.kind,
			windows,
			...(reading.ends && { untilOnly: true })
		},
		responsible: people.map(({ text, kinds }) => ({
			text,
			kind: kinds.find((kind) => isSo(kind, text, have)) ?? kinds[0] ?? 'role'
		})),
		results: want.results.find((list) => list.length === have?.results.length) ?? want.results[0] ?? [],
		does: want.does
	};
}

/** Of no stage may be one of the right readings. */
function nearestStage({ stages }: HandActivity, have: Activity | undefined, found: Understanding, truth: HandTruth) {
	const [right = stages[0] ?? null] = stages.filter((stage) => isStage(stage, have, found, truth));
	return right;
}

function isStage(stage: number | null, have: Activity | undefined, found: Understanding, truth: HandTruth) {
	if (stage === null || !have || have.stage === null) return have !== undefined && stage === have.stage;
	return likeness(stemsOf(truth.stages[stage] ?? ''), stemsOf(found.stages[have.stage]?.title ?? '')) >= 0.7;
}

const closeness = ({ titles }: HandActivity, { title }: Activity) =>
	Math.max(...titles.map((one) => likeness(stemsOf(one), stemsOf(title))));
const nearest = (titles: readonly string[], title: string) =>
	[...titles].sort((a, b) => likeness(stemsOf(b), stemsOf(title)) - likeness(stemsOf(a), stemsOf(title)))[0] ?? '';
const isSo = (kind: string, text: string, have: Activity | undefined) =>
	have?.responsible.some((one) => one.kind === kind && likeness(stemsOf(text), stemsOf(one.text)) >= 0.7);
