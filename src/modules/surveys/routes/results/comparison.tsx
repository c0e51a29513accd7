import type { Context } from 'hono';
import type { Actor } from '../../../../core/actor';
import { type App, get, type Route } from '../../../../http';
import { noteReading } from '../../commands/read-answers';
import { ComparisonPage, type Years } from '../../pages/results/comparison';
import { listSheets, type ResultSheet } from '../../queries/results/sheets';
import { listKindred, type ResultWave } from '../../queries/results/wave';
import { changesByPerson, comparisonOf, measuresOf, pairingOf, type Side, shownSpread } from '../../rules/comparison';
import { questionsOf } from '../../rules/questionnaire';
import { resultReaders, whyUnseen } from '../../rules/summary/reading';
import { readableOf } from './wave';

const mostSideBySide = 6;

const sideOf = (wave: ResultWave, sheets: readonly ResultSheet[]): Side => ({
	identity: wave.identity,
	questions: questionsOf(wave.content),
	sheets: sheets.filter(({ waveId }) => waveId === wave.id)
});

const seen = (actor: Actor, wave: ResultWave) => !whyUnseen(actor, wave, wave.answered);

/** The one chosen; else the «before» of the same series; else the one before this. */
export function otherOf(wave: ResultWave, others: readonly ResultWave[], chosen: string | undefined) {
	const earlier = others.filter(({ opensOn }) => opensOn <= wave.opensOn);
	return (
		others.find(({ id }) => id === chosen) ??
		earlier.findLast(({ seriesId, stage }) => seriesId === wave.seriesId && stage === 'before') ??
		earlier.findLast(({ seriesId }) => seriesId === wave.seriesId) ??
		earlier.at(-1)
	);
}

/** The wave, the one it is compared with, both sides; `sheets` of all that stand side by side: two queries. */
export async function comparisonIn(c: Context<App>, wave: ResultWave, chosen?: string) {
	const { tx, actor } = c.var;
	const kindred = (await listKindred(tx, actor, wave)).filter((one) => seen(actor, one));
	const others = kindred.filter(({ id }) => id !== wave.id);
	const other = seen(actor, wave) ? otherOf(wave, others, chosen) : undefined;
	const beside = kindred.slice(-mostSideBySide);
	const wanted = [...new Set([...beside, wave, ...(other ? [other] : [])])];
	const sheets = await listSheets(tx, actor, seen(actor, wave) ? wanted : []);
	const [before, after] = [other && sideOf(other, sheets), sideOf(wave, sheets)];
	return {
		others,
		other,
		before,
		after,
		sheets,
		pairing: before && pairingOf(before, after),
		compared: before ? comparisonOf(before, after) : [],
		years: yearsOf(wave, beside, sheets)
	};
}

/** What this wave measures, in every wave of the same questionnaire; another scale is no number here. */
function yearsOf(wave: ResultWave, kindred: readonly ResultWave[], sheets: readonly ResultSheet[]): Years {
	const waves = kindred.filter(({ questionnaireId }) => questionnaireId === wave.questionnaireId);
	const sides = waves.map((one) => sideOf(one, sheets));
	const rows = questionsOf(wave.content).flatMap((question) =>
		measuresOf(question).map(({ code, text, scale }) => ({
			code,
			text,
			spreads: sides.map((side) => {
				const asked = side.questions.find((one) => one.code === question.code);
				const measure = asked && measuresOf(asked).find((one) => one.code === code && one.scale === scale);
				return asked && measure ? shownSpread(side, asked, measure) : null;
			})
		}))
	);
	return { waves, rows };
}

export const comparisonRoutes: readonly Route[] = [
	{
		...get('/surveys/waves/:id/comparison', resultReaders, async (c) => {
			const { tx, actor, now, view } = c.var;
			const wave = await readableOf(c);
			const why = whyUnseen(actor, wave, wave.answered);
			const { before, after, sheets, ...shown } = await comparisonIn(c, wave, c.req.query('with'));
			const growth = before && c.req.query('people') === 'on' ? changesByPerson(before, after, 'growth') : null;
			const expected = growth?.length === 0;
			const changes = expected && before ? changesByPerson(before, after, 'expectation') : growth;
			const authors = new Map(
				sheets.flatMap(({ waveId, key, person, about }) =>
					waveId === wave.id && key && person ? [[key, { id: person.id, name: person.name, about }] as const] : []
				)
			);
			const people =
				changes?.map((change) => {
					const { name = '', about } = authors.get(change.key) ?? {};
					return { ...change, name: about ? `${name} – о ком: ${about.name}` : name };
				}) ?? null;
			await noteReading(tx, actor, changes?.flatMap(({ key }) => authors.get(key) ?? []) ?? [], now);
			return c.html(<ComparisonPage {...{ view, wave, why, people, expected }} {...shown} />);
		}),
		writes: true // who looked at answers by name is noted
	}
];
