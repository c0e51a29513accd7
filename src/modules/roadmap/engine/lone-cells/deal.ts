import type { Columns, Role } from '../columns';
import type { Paragraph, Row } from '../grid';
import { type Habits, learnt, noHabits } from './habits';
import { type Traits, traitsOf } from './traits';
import { cellOf, type Step, section } from './words';

type Traced = Step & { from: number };

/** How often the text is read again with what the last reading told of it. */
const readings = 3;

/**
 * Deals the paragraphs out over the columns: of all ways the one whose fits and steps add up best (Viterbi). The first
 * reading knows columns in general; from it the next learns those of this text.
 */
export function dealOut(body: readonly Paragraph[], columns: Columns): { first: Paragraph; row: Row }[] {
	const traits = traitsOf(body);
	if (traits.length === 0) return [];
	let habits = noHabits(traits, columns);
	let steps = bestReading(traits, columns, habits);
	for (let reading = 1; reading < readings; reading++) {
		habits = learnt(traits, columns, steps);
		steps = bestReading(traits, columns, habits);
	}
	return rowsOf(body, steps, columns.length);
}

/** How well a paragraph fits a column, whatever stands around it. */
function suits(role: Role | null, trait: Traits) {
	const { number, deadline, people, text, stage, chained, deed, outcome, capitals, marker } = trait;
	const listed = (marker !== '' && !chained) || text.endsWith(':');
	if (role === 'number') return number ? 4 : -6;
	if (role === 'deadline' || role === 'deadline-end') return deadline ? 3.5 : text.length < 25 ? -2 : -5;
	if (role === 'responsible') return people > 0 ? 1 + 2 * people : number ? -4 : text.length < 40 ? -1.5 : -4;
	if (number) return -5;
	if (deadline) return -3;
	const headed = (stage ? 2 : 0) + (chained ? 1.5 : 0) + (capitals ? 1 : 0);
	if (role === 'activity' || role === 'content')
		return 0.8 + (text.length >= 25 ? 0.5 : 0) + (deed ? 0.8 : 0) - (outcome ? 1 : 0) - 2 * people - headed;
	if (role === 'stage')
		return (text.length < 130 ? 0.5 : -1) - 1.5 * people - (outcome ? 0.5 : 0) + headed / 2 - (listed ? 2 : 0);
	if (role === 'results') return 0.7 + (outcome ? 1 : 0) - (deed ? 0.8 : 0) - 1.5 * people - headed;
	return -1.5;
}

const suitsSection = ({ stage, chained, capitals, deadline, number, people, marker }: Traits) =>
	(stage ? 4 : chained ? 3 : capitals ? 1.5 : -3.5) -
	(deadline || number ? 4 : 0) -
	(marker && !chained ? 1 : 0) -
	people;

type Board = { columns: Columns; habits: Habits; states: readonly number[]; skips: readonly number[] };

/** Columns left empty between two that are filled. */
const skipped = ({ skips }: Board, from: number, to: number) => (skips[from] ?? 0) - (skips[to] ?? 0);

function bestReading(traits: readonly Traits[], columns: Columns, habits: Habits): Step[] {
	const skips = [0];
	for (const cost of habits.lacking) skips.push((skips.at(-1) ?? 0) + cost);
	const board: Board = { columns, habits, states: [section, ...columns.keys()], skips };
	const trace: Traced[][] = [];
	let scores: number[] = [];
	traits.forEach((trait, at) => {
		const next = board.states.map((state) => bestStep(state, trait, traits[at - 1], scores, board));
		trace.push(next.map(({ step }) => step));
		scores = next.map(({ score }, to) => {
			const state = board.states[to] as number;
			return (
				score +
				(state === section ? suitsSection(trait) : suits(columns[state] ?? null, trait)) +
				(columns[state] === 'stage' ? Math.max(0, habits.likes(at, state)) : habits.likes(at, state))
			);
		});
	});
	return traceBack(trace, board, scores);
}

/** The best way into a state: on along the row, or into a fresh row. */
function bestStep(state: number, trait: Traits, above: Traits | undefined, scores: readonly number[], board: Board) {
	const { columns, habits, states } = board;
	const entering = state === section ? 0 : skipped(board, 0, state) + unnumberedStage(board, state);
	if (above === undefined) return { score: entering, step: { state, fresh: true, from: 0 } };
	const begins = entering - habits.freshRow(trait.gap) - (trait.rest ? 1.5 : 0) - (unfinished(above) ? 2 : 0);
	let best = { score: Number.NEGATIVE_INFINITY, step: { state, fresh: true, from: 0 } };
	states.forEach((before, from) => {
		const past = scores[from] ?? 0;
		const left = before === section ? 0 : skipped(board, before + 1, columns.length);
		const fresh = past + begins + left - againListed(trait, above, columns[before] ?? null, columns[state] ?? null);
		if (fresh > best.score) best = { score: fresh, step: { state, fresh: true, from } };
		if (before === section && state === section && trait.rest) {
			const along = past + goingOn - suitsSection(trait);
			if (along > best.score) best = { score: along, step: { state, fresh: false, from } };
		}
		if (before === section || state === section || state < before) return;
		const step =
			state === before
				? staying(columns[state] ?? null, trait, above, habits)
				: skipped(board, before + 1, state) +
					missedStage(board, before, state) -
					(trait.rest ? restAlone : 0) -
					(unfinished(above) ? 1 : 0);
		const along = past + step + (trait.gap ? habits.gapInside : 0);
		if (along > best.score) best = { score: along, step: { state, fresh: false, from } };
	});
	return best;
}

/** Where numbers count stages, a number is followed by the name of its stage, and no stage stands without one. */
const missedStage = ({ columns, habits }: Board, before: number, state: number) =>
	habits.stagesNumbered && columns[before] === 'number' && columns.slice(before + 1, state).includes('stage')
		? -2.5
		: 0;
const unnumberedStage = ({ columns, habits }: Board, state: number) =>
	habits.stagesNumbered && columns[state] === 'stage' && columns.slice(0, state).includes('number') ? -1.5 : 0;

const goingOn = 1.4;
const restStays = 0.8;
/** The rest of a sentence seldom begins a cell. */
const restAlone = 1;
/** «…и», «…,», «…:», an open bracket: it goes on. */
const unfinished = ({ text, number }: Traits) =>
	!number &&
	(/[,:(–-]$|(?:^|\s)(?:и|в|с|по|на|для|о|об|при|к|из|или|не|от|за)$|^в течени[еи]$/i.test(text) || opened(text));
const opened = (text: string) => (text.match(/[«(]/g)?.length ?? 0) > (text.match(/[»)]/g)?.length ?? 0);

/** A new row with the next mark of the list above, in the same column. */
const againListed = (trait: Traits, above: Traits, before: Role | null, state: Role | null) =>
	trait.marker !== '' && !trait.chained && trait.marker === above.marker && before === state ? 1 : 0;

/** Another paragraph in the same column. */
function staying(role: Role | null, trait: Traits, above: Traits, habits: Habits) {
	if (role === 'number') return -5;
	const goesOn = (unfinished(above) ? 1.5 : 0) + (/;$/.test(above.text) ? 0.8 : 0);
	const listed = trait.marker !== '' && !trait.chained;
	if (trait.rest) return restStays + goesOn - Math.min(0, suits(role, trait));
	if (listed && (above.marker === trait.marker || /:$/.test(above.text))) return 0.3 + goesOn;
	if (role === 'results') return goesOn - (listed || above.marker !== '' ? 1 : 0.4);
	if (role === 'responsible') return goesOn - (trait.people > 0 ? 0.5 : 1.5);
	if (role === 'deadline') return goesOn - 1.2;
	if (role === 'activity' || role === 'content') return goesOn - (listed ? 1 : habits.unlisted);
	return goesOn - 1.8;
}

function traceBack(trace: readonly Traced[][], { states, columns, skips }: Board, scores: readonly number[]): Step[] {
	const whole = scores.map((score, at) =>
		states[at] === section ? score : score + (skips[(states[at] as number) + 1] ?? 0) - (skips[columns.length] ?? 0)
	);
	let at = whole.reduce((top, score, index) => (score > (whole[top] ?? Number.NEGATIVE_INFINITY) ? index : top), 0);
	return trace
		.toReversed()
		.map((row) => {
			const step = row[at] as Traced;
			at = step.from;
			return step;
		})
		.reverse();
}

function rowsOf(body: readonly Paragraph[], steps: readonly Step[], width: number) {
	const rows: { cells: Paragraph[][]; across: boolean; first: Paragraph }[] = [];
	steps.forEach(({ state, fresh }, index) => {
		const paragraph = body[index] as Paragraph;
		if (fresh || rows.length === 0)
			rows.push({ cells: Array.from({ length: width }, () => []), across: state === section, first: paragraph });
		rows.at(-1)?.cells[Math.max(0, state)]?.push(paragraph);
	});
	return rows.map(({ cells, across, first }) => ({
		first,
		row: {
			afterBreak: false,
			cells: cells.map((cell, column) => ({ ...cellOf(cell), span: across && column === 0 ? width : 1 }))
		}
	}));
}
