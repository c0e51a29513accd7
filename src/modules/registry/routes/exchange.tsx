import type { Context } from 'hono';
import { notFound } from '../../../core/errors';
import { type Problems, readForm, statusOf, type Values } from '../../../core/forms';
import { type App, get, post, type Route } from '../../../http';
import { sendCsv, sendXlsx, xlsxOf } from '../../../http-tables';
import { closedIn, closesIn } from '../../../ui/closes';
import { findOrganisation } from '../../organisations/queries';
import { listClosable } from '../../roadmap/queries/closable';
import { closeByExchange } from '../commands/close-exchange';
import { removeMapping, saveMapping } from '../commands/mappings';
import { noteReading } from '../commands/note-reading';
import { mappingForm } from '../form/exchange';
import { tokenForm } from '../form/registry';
import { ExchangePage } from '../pages/exchange';
import { MappingFormPage, MappingPage } from '../pages/mapping';
import { findMapping, listMappings, listRegisterImports, type SavedMapping } from '../queries/exchange';
import { listRegister } from '../queries/register';
import {
	chosenFor,
	fileOf,
	type Mapping,
	type StartingSet,
	startingMapping,
	startingSets
} from '../rules/exchange/mapping';
import { isIn } from '../rules/line';
import { type Register, registryKeepers } from '../rules/registers';
import { registerIn, wordsFor } from './found';

type C = Context<App>;
type Wrong = { values: Values; problems: Problems; theirs?: Values };

async function mappingIn(c: C, removedToo = false) {
	const mapping = (await findMapping(c.var.tx, c.var.actor, c.req.param('id') ?? '')) ?? notFound();
	return mapping.removed && !removedToo ? notFound() : mapping;
}

const valuesOf = ({ name, columns, form }: Mapping, version: number): Values => ({
	token: crypto.randomUUID(),
	version: String(version),
	name,
	days: form.days,
	yes: form.yes,
	encoding: form.encoding,
	delimiter: form.delimiter,
	consent: form.consent,
	...(form.numbered && { numbered: 'on' }),
	...Object.fromEntries(
		columns.flatMap(({ field, heading }, at) => [
			[`place-${field}`, String(at + 1)] as const,
			[`heading-${field}`, heading] as const
		])
	)
});

async function showForm(c: C, register: Register, mapping?: SavedMapping, wrong?: Wrong) {
	const { strict } = await wordsFor(c, register);
	const asked = c.req.query('set') ?? '';
	const set = Object.hasOwn(startingSets, asked) ? (asked as StartingSet) : 'official';
	const start = mapping ?? { ...startingMapping(register, set), name: '' };
	const values = wrong?.values ?? valuesOf(start, mapping?.version ?? 0);
	const version = wrong?.theirs?.version;
	return c.html(
		<MappingFormPage
			{...{ view: c.var.view, register, mapping, strict }}
			values={version ? { ...values, version } : values}
			problems={wrong?.problems ?? {}}
		/>,
		wrong ? statusOf(wrong) : 200
	);
}

/** Who is in the register today, cut and written as the mapping says. */
async function fileFor(c: C, mapping: SavedMapping) {
	const { tx, actor, now } = c.var;
	const { names, asked, strict } = await wordsFor(c, mapping.register);
	const all = (await listRegister(tx, actor, mapping.register, now)).filter((line) => isIn(line, now.today));
	const chosen = chosenFor(all, mapping.form, strict);
	const { name: organisation } = await findOrganisation(tx, actor, now);
	const about = { names, asked, today: now.today, organisation };
	return { ...chosen, strict, tableFor: (lines: typeof all) => fileOf(mapping, lines, about) };
}

type Marking = { values: Values; problems: Problems; chosen: readonly string[] };

async function showMapping(c: C, wrong?: Marking) {
	const { tx, actor, now, view } = c.var;
	const mapping = await mappingIn(c);
	const { lines, without, leftOut, strict, tableFor } = await fileFor(c, mapping);
	return c.html(
		<MappingPage
			{...{ view, mapping, leftOut, strict }}
			table={tableFor(lines.slice(0, 5))}
			count={lines.length}
			without={without.map(({ name }) => name)}
			closable={await listClosable(tx, actor, ['registry'], now.today)}
			closed={closedIn(c.req.query('closed'))}
			chosen={wrong?.chosen}
			values={wrong?.values ?? { token: crypto.randomUUID() }}
			problems={wrong?.problems ?? {}}
		/>,
		wrong ? 422 : 200
	);
}

export const exchangeRoutes: readonly Route[] = [
	get('/registry/:register/exchange', registryKeepers, async (c) => {
		const { tx, actor, view } = c.var;
		const register = registerIn(c);
		const taken = view.saved === 'removed' ? await findMapping(tx, actor, c.req.query('of') ?? '') : undefined;
		return c.html(
			<ExchangePage
				{...{ view, register }}
				mappings={await listMappings(tx, actor, register)}
				imports={await listRegisterImports(tx, actor, register)}
				removed={taken?.removed ? taken : undefined}
			/>
		);
	}),

	get('/registry/:register/mappings/new', registryKeepers, (c) => showForm(c, registerIn(c))),

	post('/registry/:register/mappings', registryKeepers, ['exchange-mapping.saved'], async (c) => {
		const { tx, actor, now } = c.var;
		const register = registerIn(c);
		const form = readForm(await c.req.formData(), mappingForm(register));
		const result = form.ok ? await saveMapping(tx, actor, register, undefined, form.value, now) : form;
		if (result.ok) return c.redirect(`/exchange-mappings/${result.value}?saved=mapping`, 303);
		return showForm(c, register, undefined, { ...result, values: form.values });
	}),

	get('/exchange-mappings/:id', registryKeepers, (c) => showMapping(c)),

	post('/exchange-mappings/:id/closing', registryKeepers, ['activity.done', 'evidence.attached'], async (c) => {
		const { tx, actor, now } = c.var;
		const data = await c.req.formData();
		const [form, closes, mapping] = [readForm(data, tokenForm), closesIn(data), await mappingIn(c)];
		const { lines, without, leftOut, tableFor } = await fileFor(c, mapping);
		const file = { name: `${mapping.name}.xlsx`, bytes: await xlsxOf(tableFor(lines)) };
		const handed = { closes, file, count: lines.length, leftOut: leftOut ? without.length : 0 };
		const result = form.ok ? await closeByExchange(tx, actor, mapping, { ...form.value, ...handed }, now) : form;
		if (result.ok) return c.redirect(`/exchange-mappings/${mapping.id}?saved=closed&closed=${result.value}`, 303);
		return showMapping(c, { values: form.values, problems: result.problems, chosen: closes });
	}),

	get('/exchange-mappings/:id/edit', registryKeepers, async (c) => {
		const mapping = await mappingIn(c);
		return showForm(c, mapping.register, mapping);
	}),

	post('/exchange-mappings/:id', registryKeepers, ['exchange-mapping.saved'], async (c) => {
		const { tx, actor, now } = c.var;
		const mapping = await mappingIn(c);
		const form = readForm(await c.req.formData(), mappingForm(mapping.register));
		const result = form.ok ? await saveMapping(tx, actor, mapping.register, mapping, form.value, now) : form;
		if (result.ok) return c.redirect(`/exchange-mappings/${mapping.id}?saved=mapping`, 303);
		return showForm(c, mapping.register, mapping, { ...result, values: form.values });
	}),

	post('/exchange-mappings/:id/removal', registryKeepers, ['exchange-mapping.removed'], async (c) => {
		const { tx, actor, now } = c.var;
		const mapping = await mappingIn(c, true);
		const form = readForm(await c.req.formData(), tokenForm);
		if (form.ok) await removeMapping(tx, actor, mapping, { ...form.value, back: false }, now);
		return c.redirect(`/registry/${mapping.register}/exchange?saved=removed&of=${mapping.id}`, 303);
	}),

	post('/exchange-mappings/:id/restoration', registryKeepers, ['exchange-mapping.restored'], async (c) => {
		const { tx, actor, now } = c.var;
		const mapping = await mappingIn(c, true);
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await removeMapping(tx, actor, mapping, { ...form.value, back: true }, now) : form;
		if (result.ok) return c.redirect(`/exchange-mappings/${mapping.id}`, 303);
		return showForm(c, mapping.register, undefined, { values: valuesOf(mapping, 0), problems: result.problems });
	}),

	{
		...get('/exchange-mappings/:id/export/:format', registryKeepers, async (c) => {
			const format = c.req.param('format');
			if (format !== 'csv' && format !== 'xlsx') return notFound();
			const mapping = await mappingIn(c);
			const { lines, tableFor } = await fileFor(c, mapping);
			await noteReading(c.var.tx, c.var.actor, lines, 'export', c.var.now);
			const file = { name: mapping.name, ...tableFor(lines) };
			return format === 'csv' ? sendCsv(c, file, mapping.form) : sendXlsx(c, file);
		}),
		writes: true // who carried contacts away is noted
	}
];
