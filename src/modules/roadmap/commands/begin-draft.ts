import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { paperGrid } from '../engine/paper/grid';
import { understand } from '../engine/understand';
import { findSelf } from '../queries/imports';
import type { CapabilityCode } from '../rules/capabilities';
import { type Draft, draftOf } from '../rules/draft';
import { askOnce } from '../rules/every-year';
import { knowOurselves, type Self } from '../rules/ourselves';
import type { PaperPlan } from '../rules/paper';
import type { Coverage } from '../rules/understanding';

/** What people have said of a row in the plan it comes from: it holds where the row goes. */
type Said = { capability: CapabilityCode | null; coverage: Coverage | null };

/** A plan of ours in its words. `said`: row by row in the order of the paper. */
export type Beginning = { paper: PaperPlan; name: string; said: readonly Said[] };

/** The plan understood the way a file is, with what people had said of its rows kept. */
export function understoodPaper({ paper, name, said }: Beginning, self: Self) {
	const understood = understand(paperGrid(paper), { name, format: 'pasted', encoding: null, tables: 1 });
	const draft = knowOurselves(draftOf(understood), self);
	return { understood, draft: { ...keepSaid(draft, said), period: draft.period ?? paper.period } };
}

function keepSaid(draft: Draft, said: readonly Said[]): Draft {
	if (draft.activities.length !== said.length) return draft;
	return {
		...draft,
		activities: draft.activities.map((row, index) => {
			const { capability, coverage } = said[index] ?? {};
			if (!capability) return row;
			const doubts = row.doubts.filter(({ field }) => field !== 'capability');
			return { ...row, capability, capabilityBecause: null, coverage: coverage ?? null, doubts };
		})
	};
}

type Links = {
	continues_id?: string;
	template_organisation_id?: string;
	template_id?: string;
	template_version?: number;
};

/** Puts the plan where an uploaded file would wait to be looked at; answers with the id of the import. */
export async function beginDraft(
	tx: Tx,
	actor: Actor,
	beginning: Beginning & { people?: Draft['people']; links: Links },
	now: Now
) {
	const id = newId(now);
	const { understood, draft } = understoodPaper(beginning, await findSelf(tx, actor));
	await tx
		.insertInto('roadmap_imports')
		.values({
			organisation_id: actor.organisationId,
			id,
			source_name: beginning.name.slice(0, 200),
			pasted: asText(beginning.paper),
			...beginning.links,
			created_at: now.at,
			created_by: actor.personId,
			asked_at: now.at,
			read_at: now.at,
			understood: JSON.stringify(understood),
			draft: JSON.stringify(askOnce({ ...draft, people: { ...draft.people, ...beginning.people } }))
		})
		.execute();
	return id;
}

/** Kept as the import's source: the plan in lines. */
const asText = ({ title, stages }: PaperPlan) =>
	[
		title,
		...stages.flatMap((stage) => [
			...(stage.title ? [stage.title] : []),
			...stage.activities.map(({ number, title, deadline, responsible, results }) =>
				[number ?? '', title, deadline ?? '', responsible.join('; '), results.join('; ')].join('\t')
			)
		])
	].join('\n');
