import type { Context } from 'hono';
import { showDate } from '../../../core/dates';
import { notFound } from '../../../core/errors';
import { readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendXlsx } from '../../../http-tables';
import { bytesOf, chooseAgain, filesOf, problemsWithFiles, some, uploadLimit } from '../../files/rules';
import { publishAct, removeAct, valuesOfAct } from '../commands/publish';
import { actForm, tokenForm } from '../form';
import { ActPage } from '../pages/act';
import { EditActPage } from '../pages/edit';
import { LibraryPage } from '../pages/list';
import { listQuoting, listReadings, listUses, listWordings } from '../queries/act';
import { findInLibrary, listLibrary } from '../queries/library';
import { actLevels, forceOn } from '../rules/act';
import { actName, findIn, forceWords, type LibraryAct, libraryKeepers, libraryWanted } from '../rules/library';

type C = Context<App>;
type Wrong = { values: Values; problems: Record<string, string | undefined>; theirs?: Values | undefined };

const actOf = async (c: C) => (await findInLibrary(c.var.tx, c.var.actor, c.req.param('key') ?? '')) ?? notFound();

async function showList(c: C) {
	const { tx, actor, now, view } = c.var;
	const wanted = libraryWanted(c.req.query());
	const library = await listLibrary(tx, actor);
	const lapsed = new Map(
		library.filter((act) => forceOn(act, now.today) === 'lapsed').map((act) => [act.key, act] as const)
	);
	const quoted = (await listQuoting(tx, actor, [...lapsed.values()])).flatMap(({ key, id, title }) => {
		const act = lapsed.get(key);
		return act ? [{ key, name: actName(act), replacedBy: act.replacedBy, href: `/activities/${id}`, title }] : [];
	});
	const of = c.req.query('of');
	const removed =
		view.saved === 'removed' && of ? { act: of, name: (await listWordings(tx, actor, of))[0]?.title ?? '' } : undefined;
	const taken = Number(/^\d{1,4}$/.exec(c.req.query('taken') ?? '')?.[0] ?? 0);
	return c.html(<LibraryPage {...{ view, wanted, quoted, removed, taken }} {...findIn(library, wanted, now.today)} />);
}

async function showAct(c: C, act: LibraryAct, wrong?: Wrong) {
	const { tx, actor, view } = c.var;
	const [uses, readings, versions] = [
		await listUses(tx, actor, act),
		await listReadings(tx, actor, act.key),
		await listWordings(tx, actor, act.key)
	];
	const shown = wrong ?? { values: { token: crypto.randomUUID() } };
	return c.html(<ActPage {...{ view, act, uses, readings, versions }} {...shown} />, wrong ? 422 : 200);
}

function showEdit(c: C, act: LibraryAct | null, wrong?: Wrong) {
	const level = c.req.query('level') ?? '';
	const fresh: Values = act
		? valuesOfAct(act)
		: { level: level in actLevels ? level : 'regional', form: level === 'local' ? 'Приказ' : '', version: '0' };
	const shown = wrong ?? { values: { ...fresh, token: crypto.randomUUID() } };
	return c.html(
		<EditActPage view={c.var.view} act={act} {...shown} />,
		wrong ? statusOf(wrong as { theirs?: Values }) : 200
	);
}

async function publish(c: C, act: LibraryAct | null) {
	const { tx, actor, now } = c.var;
	const data = await c.req.formData();
	const [form, files] = [readForm(data, actForm), filesOf(data)];
	const wrongFiles = problemsWithFiles(files);
	if (!form.ok || some(wrongFiles))
		return showEdit(c, act, {
			values: form.values,
			problems: { ...(form.ok ? {} : form.problems), ...chooseAgain(files, wrongFiles) }
		});
	const [file] = await bytesOf(files);
	const result = await publishAct(tx, actor, act, { ...form.value, file: file ?? null }, now);
	if (!result.ok) return showEdit(c, act, { values: form.values, ...result });
	return c.redirect(`/legal-acts/${result.value}?saved=published`, 303);
}

const turn = (back: boolean) => async (c: C) => {
	const { tx, actor, now } = c.var;
	const key = c.req.param('key') ?? '';
	const form = readForm(await c.req.formData(), tokenForm);
	const result = form.ok ? await removeAct(tx, actor, key, { ...form.value, back }, now) : form;
	if (!result.ok) return showAct(c, await actOf(c), { values: form.values, problems: result.problems });
	return c.redirect(back ? `/legal-acts/${key}?saved=restored` : `/legal-acts?saved=removed&of=${key}`, 303);
};

/** The library: found, read, corrected. Acts are public: everybody who works here reads them. */
export const legalActRoutes: readonly Route[] = [
	get('/legal-acts', 'signed-in', (c) => showList(c)),

	get('/legal-acts/library.xlsx', 'signed-in', async (c) => {
		const { tx, actor, now } = c.var;
		const { acts } = findIn(await listLibrary(tx, actor), libraryWanted(c.req.query()), now.today);
		const day = (on: string | null) => (on ? showDate(on) : '');
		return sendXlsx(c, {
			name: 'Библиотека актов',
			headings: [
				'Уровень',
				'Вид',
				'Чей',
				'Дата',
				'Номер',
				'Название',
				'Действует с',
				'По',
				'Как стоит',
				'Заменён',
				'Ссылка',
				'О чём'
			],
			rows: acts.map((act) => [
				...[
					actLevels[act.level],
					act.form,
					act.body,
					day(act.signedOn),
					act.number,
					act.title,
					day(act.from),
					day(act.to)
				],
				...[
					`${forceWords[forceOn(act, now.today)]}${act.unsure ? ', проверьте' : ''}`,
					act.replacedBy,
					act.link,
					act.note
				]
			])
		});
	}),

	get('/legal-acts/new', libraryKeepers, (c) => showEdit(c, null)),
	post('/legal-acts', libraryKeepers, ['legal-act.published', 'file.stored'], (c) => publish(c, null), {
		limit: uploadLimit
	}),

	get('/legal-acts/:key', 'signed-in', async (c) => showAct(c, await actOf(c))),
	get('/legal-acts/:key/edit', libraryKeepers, async (c) => showEdit(c, await actOf(c))),
	post(
		'/legal-acts/:key/versions',
		libraryKeepers,
		['legal-act.published', 'file.stored'],
		async (c) => publish(c, await actOf(c)),
		{ limit: uploadLimit }
	),
	post('/legal-acts/:key/removal', libraryKeepers, ['legal-act.removed'], turn(false)),
	post('/legal-acts/:key/restoration', libraryKeepers, ['legal-act.restored'], turn(true))
];
