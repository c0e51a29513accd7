import { judgeCapability } from '../../../src/modules/roadmap/engine/capability';
import { readDeadline } from '../../../src/modules/roadmap/engine/deadlines/read-deadline';
import { readResponsible } from '../../../src/modules/roadmap/engine/responsible';
import { readResults } from '../../../src/modules/roadmap/engine/results';
import { readRoadmap } from '../../../src/modules/roadmap/readers/read-roadmap';
import { meanOf, measures } from '../score/score';
import { deadlines } from './deadlines';
import { type Described, truthOf } from './documents/described';
import { fileOf } from './documents/files';
import { judgeByHand } from './documents/judge';
import { likePeople, likeResults, rightReading } from './judge';
import { type BlindResponsible, responsibles } from './responsibles';
import { secondResponsibles } from './responsibles-second';
import { results } from './results';
import {
	type BlindTitle,
	fifthTitles,
	fourthTitles,
	secondTitles,
	seventhTitles,
	sixthTitles,
	thirdTitles,
	titles
} from './titles';

/** One thing asked: from 0 to 1, and what went wrong for whoever looks. */
export type Answer = { score: number; fault: string };
export type Figures = { tuned: number; heldOut: number; tunedCount: number; heldOutCount: number };

/** Every third is held out: nobody who mends the engine looks at it. */
export const isHeldOut = (index: number) => index % 3 === 2;

export function figuresOf(answers: readonly Answer[]): Figures {
	const mean = (some: readonly Answer[]) => some.reduce((sum, { score }) => sum + score, 0) / Math.max(1, some.length);
	const [tuned, heldOut] = [answers.filter((_, at) => !isHeldOut(at)), answers.filter((_, at) => isHeldOut(at))];
	return { tuned: mean(tuned), heldOut: mean(heldOut), tunedCount: tuned.length, heldOutCount: heldOut.length };
}

const linesOf = (text: string) =>
	text ? text.split('\n').map((line) => ({ text: line, marker: null, level: 0 })) : [];
const best = (scores: readonly number[]) => Math.max(...scores);

function judgeTitle({ title, code, also }: BlindTitle): Answer {
	const judged = judgeCapability({ title, lead: null, results: [], stage: null });
	const right = judged !== null && [code, ...also].includes(judged.code);
	return { score: Number(right), fault: `${code}: ${title} → ${judged?.code} (${judged?.because})` };
}

function judgePeople({ text, readings }: BlindResponsible): Answer {
	const have = readResponsible(linesOf(text));
	return { score: best(readings.map((want) => likePeople(want, have))), fault: `${text} → ${JSON.stringify(have)}` };
}

/** The parts of the examination; whole documents are apart, since reading a file takes its time. */
export const parts = {
	titles: () => titles.map(judgeTitle),
	'titles, second': () => secondTitles.map(judgeTitle),
	'titles, third': () => thirdTitles.map(judgeTitle),
	'titles, fourth': () => fourthTitles.map(judgeTitle),
	deadlines: () =>
		deadlines.map(({ text, period, readings }): Answer => {
			const { deadline } = readDeadline(text, period);
			const right = readings.some((one) => rightReading(one, deadline, period));
			return { score: Number(right), fault: `${text}: ${JSON.stringify(readings)} → ${JSON.stringify(deadline)}` };
		}),
	responsibles: () => responsibles.map(judgePeople),
	'responsibles, second': () => secondResponsibles.map(judgePeople),
	results: () =>
		results.map(({ text, readings }): Answer => {
			const have = readResults(linesOf(text));
			return {
				score: best(readings.map((want) => likeResults(want, have))),
				fault: `${text} → ${JSON.stringify(have)}`
			};
		})
};

/** A bank no item of which is tuned by: its figures are of the whole. */
export const untouched = { 'titles, fifth': () => fifthTitles.map(judgeTitle) };
/** Banks every item of which may be tuned by: nothing of them is held out. */
export const tunedWholly = {
	sixth: { 'titles, sixth': () => sixthTitles.map(judgeTitle) },
	seventh: { 'titles, seventh': () => seventhTitles.map(judgeTitle) }
};

export async function examineDocuments(some: readonly Described[]) {
	return Promise.all(
		some.map(async (one) => {
			const { bytes, name } = fileOf(one);
			return { name: one.name, ...judgeByHand(truthOf(one), await readRoadmap(bytes, name)) };
		})
	);
}

export type Judged = Awaited<ReturnType<typeof examineDocuments>>;
export const wholeFigures = (judged: Judged) => {
	const mean = meanOf(judged.map(({ score }) => score));
	return measures.map((measure) => ({ measure, whole: mean[measure] }));
};

export const documentFigures = (judged: Judged) => {
	const tuned = meanOf(judged.filter((_, at) => !isHeldOut(at)).map(({ score }) => score));
	const heldOut = meanOf(judged.filter((_, at) => isHeldOut(at)).map(({ score }) => score));
	return measures.map((measure) => ({ measure, tuned: tuned[measure], heldOut: heldOut[measure] }));
};
