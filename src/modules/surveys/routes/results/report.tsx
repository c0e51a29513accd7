import type { Context } from 'hono';
import { type Problems, readForm, statusOf, type Values } from '../../../../core/forms';
import { type App, get, post, type Route } from '../../../../http';
import { sendFile } from '../../../../http-tables';
import { closedIn, closesIn } from '../../../../ui/closes';
import { dayText } from '../../../../ui/text';
import { findOrganisation } from '../../../organisations/queries';
import { listClosable } from '../../../roadmap/queries/closable';
import { fileReport, saveConclusion } from '../../commands/conclude';
import { reportInWord } from '../../engine/report/word';
import { conclusionForm } from '../../form/results';
import { manners } from '../../pages/results/frame';
import { ReportPage } from '../../pages/results/report';
import { listAsked } from '../../queries/results/sheets';
import { findResultWave, type ResultWave } from '../../queries/results/wave';
import { assessmentDraft, overAllLines } from '../../rules/assessment/report';
import { comparisonLines, pieceOf } from '../../rules/report';
import { draftOf } from '../../rules/summary/draft';
import { resultReaders, whyUnseen } from '../../rules/summary/reading';
import { assessmentIn } from '../assessment/assessed';
import { comparisonIn } from './comparison';
import { hiddenOf, readableOf, summariesOf } from './wave';

/** What a survey's report may be the end of: «анкетирование», «оценка по параметрам». */
const closedByReport = ['survey', 'assess'] as const;

/** All that a report is made of; `draft`: the words that the numbers themselves say. */
async function contentsOf(c: Context<App>, wave: ResultWave) {
	const hiddenAs = await hiddenOf(c, wave);
	const hidden = (question: string, key: string) => hiddenAs(question, key) !== undefined;
	if (wave.assesses) {
		const { earlier, people, parameters } = await assessmentIn(c, wave);
		const seen = `Со стороны оценены ${people.filter((one) => one.seen).length} из ${people.length}.`;
		const about = earlier ? `${seen} Сравнивается с «${earlier.title}».` : seen;
		const tables = [{ title: 'Оценка по параметрам', about, tables: overAllLines(parameters) }];
		return { pieces: [], tables, draft: assessmentDraft(people, parameters) };
	}
	const { sheets, other, pairing, compared } = await comparisonIn(c, wave);
	const own = sheets.filter(({ waveId }) => waveId === wave.id);
	const summaries = own.length === 0 ? [] : summariesOf(wave, own, false).flatMap((section) => section.summaries);
	const about = pairing?.possible
		? `Оба раза ответили ${pairing.pairs}; изменения считаются только по ним. В скобках – сколько ответили.`
		: 'Ответы двух раз не связаны между собой: видны средние. В скобках – сколько ответили.';
	return {
		pieces: summaries.flatMap((summary) => pieceOf(summary, hidden) ?? []),
		tables:
			other && compared.length > 0
				? [{ title: `Сравнение с «${other.title}»`, about, tables: comparisonLines(compared) }]
				: [],
		draft: draftOf(wave, summaries, compared, hidden)
	};
}

/** The report as a file, as the wave stands in this transaction. */
async function wordOf(c: Context<App>, wave: ResultWave, conclusion?: string) {
	const { tx, actor, now } = c.var;
	const { pieces, tables, draft } = await contentsOf(c, wave);
	const { fullName } = await findOrganisation(tx, actor, now);
	const bytes = await reportInWord({
		organisation: fullName,
		title: `Отчёт по анкетированию «${wave.title}»`,
		facts: [
			['Анкета', `«${wave.content.title}», редакция ${wave.number}, ${manners[wave.identity]}`],
			['Проведена', `с ${dayText(wave.opensOn)} по ${dayText(wave.closedOn ?? wave.closesOn)}`],
			['Ответили', `${wave.answered} из ${wave.invited}`]
		],
		conclusion: conclusion ?? (wave.conclusion || draft),
		answers: [{ title: 'Ответы', pieces }],
		tables,
		signature: `${dayText(now.today)}    ______________________ / ${actor.name}`
	});
	return { name: `Отчёт. ${wave.title}.docx`, bytes };
}

type Wrong = { values: Values; problems: Problems; theirs?: Values | undefined; chosen: readonly string[] };

async function show(c: Context<App>, wave: ResultWave, wrong?: Wrong) {
	const { tx, actor, now, view } = c.var;
	const { draft } = await contentsOf(c, wave);
	const asked = await listAsked(tx, actor, wave.id);
	const drafted = draft !== '' && (wave.conclusion === '' || c.req.query('draft') === 'on');
	const fresh = {
		token: crypto.randomUUID(),
		version: String(wave.version),
		conclusion: drafted ? draft : wave.conclusion
	};
	const page = (
		<ReportPage
			{...{ view, wave, drafted }}
			why={whyUnseen(actor, wave, wave.answered)}
			left={asked.filter(({ answered }) => !answered).map(({ name }) => name)}
			closable={await listClosable(tx, actor, closedByReport, now.today)}
			closed={closedIn(c.req.query('closed'))}
			values={wrong?.values ?? fresh}
			problems={wrong?.problems}
			theirs={wrong?.theirs}
			chosen={wrong?.chosen}
		/>
	);
	return c.html(page, wrong ? statusOf(wrong.theirs ? { theirs: wrong.theirs } : {}) : 200);
}

export const reportRoutes: readonly Route[] = [
	get('/surveys/waves/:id/report', resultReaders, async (c) => show(c, await readableOf(c))),

	get('/surveys/waves/:id/report/word', resultReaders, async (c) => {
		const { name, bytes } = await wordOf(c, await readableOf(c));
		return sendFile(c, name, bytes);
	}),

	post(
		'/surveys/waves/:id/report',
		resultReaders,
		[
			'survey-report.concluded',
			'survey-report.filed',
			'survey-wave.closed',
			'activity.done',
			'evidence.attached',
			'file.stored'
		],
		async (c) => {
			const { tx, actor, now } = c.var;
			const wave = await readableOf(c);
			const data = await c.req.formData();
			const [form, closes, filing] = [readForm(data, conclusionForm), closesIn(data), data.get('act') === 'file'];
			const here = `/surveys/waves/${wave.id}/report`;
			if (form.ok && filing) {
				const { conclusion } = form.value;
				const word = async () => wordOf(c, (await findResultWave(tx, actor, wave.id)) ?? wave, conclusion);
				const result = await fileReport(tx, actor, wave, { ...form.value, closes }, word, now);
				if (result.ok) return c.redirect(`${here}?saved=filed&closed=${result.value}`, 303);
				return show(c, wave, { ...result, values: form.values, chosen: closes });
			}
			const result = form.ok ? await saveConclusion(tx, actor, wave, form.value, now) : form;
			if (result.ok) return c.redirect(`${here}?saved=conclusion`, 303);
			const theirs = 'theirs' in result ? result.theirs : undefined;
			return show(c, wave, { problems: result.problems, theirs, values: form.values, chosen: closes });
		}
	)
];
