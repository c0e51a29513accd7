import type { Actor } from '../../../core/actor';
import type { Now } from '../../../core/dates';
import { allow } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { newId } from '../../../db/id';
import { once } from '../../../db/once';
import { papersOf } from '../engine/papers';
import { findPaperFacts } from '../queries/facts';
import { listParticulars } from '../queries/particulars';
import { canMakeDocuments } from '../rules/documents';
import { wantedOf } from '../rules/library/template';
import { type OwnTemplateCode, ownTemplates } from '../rules/library/templates';
import { type Typed, valuesOf } from '../rules/particulars';
import { type Made, type Making, make } from './make';

type Asked = Typed & { version: number } & Omit<Making, 'papers'>;

/** Keeps what was answered and makes the papers of it, in one act: next time the form is as it was left. */
export async function makeAsAsked(
	tx: Tx,
	actor: Actor,
	code: OwnTemplateCode,
	{ token, version, template, templateId, checkAt, ...typed }: Submitted<Asked>,
	now: Now
): Promise<Result<Made>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		const { asks, needs } = ownTemplates[code];
		const id = await keep(tx, actor, code, { ...typed, version }, now);
		if (!id) {
			const [theirs] = await listParticulars(tx, actor, code);
			return rejected({}, { ...valuesOf(asks, theirs).values, version: String(theirs?.version ?? 0) });
		}
		await namePeople(tx, actor, id, typed.people, now);
		const papers = papersOf(code, await findPaperFacts(tx, actor, now, code));
		if (papers.length === 0 && needs) return rejected({ form: `${wantedOf(needs, actor).advice}.` });
		return make(tx, actor, code, { papers, template, templateId, checkAt }, now);
	});
}

/** @returns the id of the answers; nothing where somebody else was faster. */
async function keep(
	tx: Tx,
	{ organisationId, personId }: Actor,
	code: OwnTemplateCode,
	{ texts, version }: Pick<Asked, 'texts' | 'version'>,
	now: Now
) {
	const said = { texts: JSON.stringify(texts), version: version + 1, changed_at: now.at, changed_by: personId };
	const row =
		version === 0
			? await tx
					.insertInto('document_particulars')
					.values({ organisation_id: organisationId, id: newId(now), code, ...said })
					.onConflict((is) => is.doNothing())
					.returning('id')
					.executeTakeFirst()
			: await tx
					.updateTable('document_particulars')
					.set(said)
					.where('organisation_id', '=', organisationId)
					.where('code', '=', code)
					.where('version', '=', version)
					.returning('id')
					.executeTakeFirst();
	return row?.id;
}

async function namePeople(tx: Tx, { organisationId }: Actor, particularsId: string, people: Typed['people'], now: Now) {
	await tx
		.deleteFrom('document_particular_people')
		.where('organisation_id', '=', organisationId)
		.where('particulars_id', '=', particularsId)
		.execute();
	const rows = Object.entries(people).flatMap(([name, ids]) =>
		ids.map((person_id, position) => ({
			...{ organisation_id: organisationId, id: newId(now), particulars_id: particularsId },
			...{ name, position, person_id }
		}))
	);
	if (rows.length > 0) await tx.insertInto('document_particular_people').values(rows).execute();
}
