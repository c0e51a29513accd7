import type { Act } from '../../../core/acts';
import { notFound } from '../../../core/errors';
import { readForm, type Values } from '../../../core/forms';
import { get, post, type Route } from '../../../http';
import { closedIn, closesIn } from '../../../ui/closes';
import { listClosable } from '../../roadmap/queries/closable';
import type { CapabilityCode } from '../../roadmap/rules/capabilities';
import { askPackage, closeByPackage, turnPackage } from '../commands/packages';
import { type PackagePaper, packagePapers, registeredPapers } from '../engine/packages';
import { packageForm, tokenForm } from '../form';
import { MaterialsPage } from '../pages/materials';
import { PackagePage } from '../pages/package';
import { PackagesPage } from '../pages/packages';
import { findPaperFacts, type PaperFacts } from '../queries/facts';
import { findPackage, listPackageDrafts, listPackages } from '../queries/packages';
import { documentMakers } from '../rules/documents';
import { pageIn } from '../rules/made';
import { materialCodes, materials, packageKinds } from '../rules/packages';
import { type C, templateAtWork, type Wrong } from './shared';

/** Capabilities that papers made as a set may carry out. */
const carriedOut: readonly CapabilityCode[] = [
	...(['materials', 'programme', 'local-act', 'inform'] as const),
	...(['event', 'train', 'match', 'incentive', 'report'] as const)
];

/** Papers of a set lean on the plan that the order of the Положение has as its annex. */
const findSetFacts = ({ var: { tx, actor, now } }: C) => findPaperFacts(tx, actor, now, 'regulation-order');

async function showPackages(c: C, wrong?: Wrong) {
	const { tx, actor, view } = c.var;
	const facts = await findSetFacts(c);
	const ready = packageKinds
		.filter((kind) => kind !== 'materials')
		.map((kind) => {
			const papers = packagePapers(kind, facts);
			const unmade = papers.filter(({ reason }) => reason);
			return { kind, papers: papers.length - unmade.length, drafts: registeredPapers(papers).length, unmade };
		});
	const page = pageIn(c.req.query('page'));
	const found = await listPackages(tx, actor, page);
	const shown = <PackagesPage {...{ view, ready, page, ...found }} problems={wrong?.problems ?? {}} />;
	return c.html(shown, wrong ? 422 : 200);
}

function showMaterials(c: C, chosen: readonly string[], wrong?: Wrong) {
	const asked = c.req.query('topic') ?? '';
	const topic = Object.hasOwn(materials, asked) ? asked : '';
	const values: Values = { token: crypto.randomUUID(), ...wrong?.values };
	const page = <MaterialsPage {...{ view: c.var.view, topic, chosen, values }} problems={wrong?.problems ?? {}} />;
	return c.html(page, wrong ? 422 : 200);
}

async function showPackage(c: C, wrong?: Wrong & { chosen: readonly string[] }) {
	const { tx, actor, now, view } = c.var;
	const found = (await findPackage(tx, actor, c.req.param('id') ?? '')) ?? notFound();
	const closable = await listClosable(tx, actor, carriedOut, now.today);
	const drafts = await listPackageDrafts(tx, actor, found.id);
	const values: Values = wrong?.values ?? { token: crypto.randomUUID() };
	const page = (
		<PackagePage
			{...{ view: { ...view, path: `/documents/packages/${found.id}` }, found, drafts, closable, values }}
			{...(wrong && { problems: wrong.problems, chosen: wrong.chosen })}
			closed={closedIn(c.req.query('closed'))}
		/>
	);
	return c.html(page, wrong ? 422 : 200);
}

/** The templates of papers that get a number, for their drafts. */
async function templatesFor(c: C, papers: readonly PackagePaper[], facts: PaperFacts) {
	const codes = new Set(registeredPapers(papers).map(({ code }) => code));
	const templates = new Map<PackagePaper['code'], Awaited<ReturnType<typeof templateAtWork>>>();
	for (const code of codes) templates.set(code, await templateAtWork(c, code, facts));
	return templates;
}

/** Takes a set away or brings it back. */
const turn = (name: string, act: Act, removed: boolean, saved: string) =>
	post(`/documents/packages/:id/${name}`, documentMakers, [act], async (c) => {
		const { tx, actor, now } = c.var;
		const found = (await findPackage(tx, actor, c.req.param('id') ?? '')) ?? notFound();
		const form = readForm(await c.req.formData(), tokenForm);
		const result = form.ok ? await turnPackage(tx, actor, found, { ...form.value, removed }, now) : form;
		if (!result.ok) return showPackage(c, { values: form.values, problems: result.problems, chosen: [] });
		return c.redirect(`/documents/packages/${found.id}?saved=${saved}`, 303);
	});

/** Sets of papers: what a case needs, by one button. */
export const packageRoutes: readonly Route[] = [
	get('/documents/packages', documentMakers, (c) => showPackages(c)),

	get('/documents/materials', documentMakers, (c) => showMaterials(c, [])),

	post(
		'/documents/packages',
		documentMakers,
		['document-package.asked', 'document.made', 'document.remade'],
		async (c) => {
			const { tx, actor, now } = c.var;
			const data = await c.req.formData();
			const form = readForm(data, packageForm);
			if (!form.ok) return showPackages(c, { values: form.values, problems: form.problems });
			const { kind } = form.value;
			const chosen = data.getAll('code').filter((one) => materialCodes.some((code) => code === one)) as string[];
			if (kind === 'materials' && chosen.length === 0)
				return showMaterials(c, chosen, {
					values: form.values,
					problems: { form: 'Отметьте, что собрать: хотя бы одну памятку или сценарий.' }
				});
			const facts = await findSetFacts(c);
			const papers = packagePapers(kind, facts, chosen);
			const templates = await templatesFor(c, form.value.drafts ? papers : [], facts);
			const result = await askPackage(tx, actor, { ...form.value, papers, templates }, now);
			if (!result.ok) return showPackages(c, { values: form.values, problems: result.problems });
			return c.redirect(`/documents/packages/${result.value}`, 303);
		}
	),

	get('/documents/packages/:id', documentMakers, (c) => showPackage(c)),

	turn('removal', 'document-package.removed', true, 'removed'),
	turn('restoration', 'document-package.restored', false, 'restored'),

	post('/documents/packages/:id/closing', documentMakers, ['document-package.shown'], async (c) => {
		const { tx, actor, now } = c.var;
		const found = (await findPackage(tx, actor, c.req.param('id') ?? '')) ?? notFound();
		const data = await c.req.formData();
		const [form, closes] = [readForm(data, tokenForm), closesIn(data)];
		const result = form.ok ? await closeByPackage(tx, actor, found, { ...form.value, closes }, now) : form;
		if (!result.ok) return showPackage(c, { values: form.values, problems: result.problems, chosen: closes });
		return c.redirect(`/documents/packages/${found.id}?saved=closed&closed=${result.value}`, 303);
	})
];
