import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { columnsOf } from './jobs/columns';
import { reckonHere } from './jobs/reckoning-thread';
import { control, type PartReport, type Said, type Told } from './jobs/thread-words';
import { ByteStream } from './readers/byte-stream';
import { readBinary } from './readers/read-binary';
import { UnreadableMatching } from './readers/read-matching';
import type { MatchingInput, MenteeInput, MentorInput } from './rules/input';
import { candidatesIn, type Frame, frameOf } from './rules/parts/frame';
import { wholeOf } from './rules/parts/solve-in-parts';
import { newResults, type Results, solveParcel } from './rules/parts/solve-parcel';

/** A thread of a large matching: takes parcels until none is left. The foreman also divides the whole and verifies it. */
const shared = workerData as Int32Array; // for a school's run: its inputs instead
const mentees: MenteeInput[] = [];
const mentors: MentorInput[] = [];
let input: MatchingInput | undefined;
let site: { frame: Frame; results: Results } | undefined;

/** So many of those left without anybody are told at once: who listens has other things to do between. */
const slice = 500;

const say = (said: Said, transfer: ArrayBuffer[] = []) => parentPort!.postMessage(said, transfer);

if ('inputs' in workerData) reckonHere(workerData.inputs);
else parentPort!.on('message', hear);

function hear(told: Told) {
	switch (told.kind) {
		case 'people':
			for (const one of told.mentees) mentees.push(one);
			for (const one of told.mentors) mentors.push(one);
			return;
		case 'begin':
			input = { mentees, mentors, candidates: told.candidates, ...told.rest };
			return divide(input);
		case 'file':
			return void readFile(told.path, told.memory);
		case 'work':
			site = told.work ?? site;
			return say({ kind: 'worked', reports: work(site!, told.fully) });
		case 'whole':
			return putTogether(input!, site!, told.reports);
	}
}

async function readFile(path: string, memory: number) {
	const stream = new ByteStream(createReadStream(path, { highWaterMark: 1 << 20 }));
	try {
		input = await readBinary(stream, memory);
	} catch (error) {
		if (error instanceof UnreadableMatching) return say({ kind: 'refused', message: error.message });
		throw error;
	} finally {
		await stream.close();
	}
	divide(input);
}

function divide(whole: MatchingInput) {
	const framed = frameOf(whole);
	if (!framed.ok) return say({ kind: 'refused', message: framed.message });
	site = { frame: framed.frame, results: newResults(whole.mentees.length, whole.mentors.length) };
	say({ kind: 'framed', ...site });
}

function work({ frame, results }: { frame: Frame; results: Results }, fully: boolean): PartReport[] {
	const reports: PartReport[] = [];
	for (;;) {
		const next = Atomics.add(shared, control.next, 1);
		if (next >= frame.order.length) return reports;
		const parcel = frame.order[next]!;
		const { unmatched, ...report } = solveParcel(frame, parcel, results, fully);
		for (let at = 0; at < unmatched.length; at += slice)
			say({ kind: 'unmatched', unmatched: unmatched.slice(at, at + slice) });
		reports.push(report);
		Atomics.add(shared, control.parcels, 1);
		Atomics.add(shared, control.candidates, candidatesIn(frame, parcel));
	}
}

function putTogether(
	whole: MatchingInput,
	{ frame, results }: { frame: Frame; results: Results },
	reports: PartReport[]
) {
	const solved = columnsOf(wholeOf(whole, frame, results, reports));
	const { pairs, certificate } = solved;
	const { menteeUtility, menteeUtilityLow, mentorPrice, mentorPriceLow } = certificate;
	const columns = [pairs, menteeUtility, menteeUtilityLow, mentorPrice, mentorPriceLow];
	say(
		{ kind: 'solved', solved },
		columns.map(({ buffer }) => buffer as ArrayBuffer)
	);
}
