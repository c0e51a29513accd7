import type { Actor } from '../../../core/actor';
import { addYears, type Now } from '../../../core/dates';
import { allow, notFound } from '../../../core/errors';
import { type Result, rejected, type Submitted } from '../../../core/forms';
import type { Tx } from '../../../db/as-actor';
import { journal } from '../../../db/journal';
import { once } from '../../../db/once';
import { findMentorships } from '../../mentorships/queries/mentorships';
import { doubtsAboutOrder } from '../../mentorships/rules/orders';
import type { ActKind } from '../../mentorships/rules/words';
import { findDocument, type StoredDocument } from '../queries/document';
import { listJournals, nextOwnNumber, numbersOfYear } from '../queries/numbers';
import { newCheckCode } from '../rules/check-page';
import { canMakeDocuments } from '../rules/documents';
import type { Series } from '../rules/library/templates';
import { chainOf, few, numberBy, waitingFor } from '../rules/registration';
import { closeByDocument } from './close';
import { carryOut } from './effects';
import { heldDocument, holdBook } from './hold';
import { addFile } from './store';
import { takeOver } from './take-over';
import { noteUnagreed, problemWithoutVisas } from './unagreed';

export type Registration = {
	version: number;
	actKind: ActKind | null;
	series: Series;
	number: string;
	datedOn: string;
	anyway: boolean;
	override: string;
	unagreed: string;
	closes: readonly string[];
};
export type Registered = { id: string; closed: number };
/** Fills the paper anew, with the number and the day it has got; null where it was edited by hand. */
export type Refill =
	| ((number: string, on: string, checkCode: string) => { name: string; bytes: Uint8Array; templateId: string | null })
	| null;

/**
 * Writes down the number and the day a paper has got: by the school's own secretary, or the next of a journal kept here. It is signed by
 * then. What it does elsewhere is done at once: pairs are settled, the curator has the role, the line of the plan is closed.
 */
export async function registerDocument(
	tx: Tx,
	actor: Actor,
	seen: StoredDocument,
	{ token, ...said }: Submitted<Registration>,
	refill: Refill,
	now: Now
): Promise<Result<Registered>> {
	allow(canMakeDocuments(actor));
	return once(tx, actor, token, now, async () => {
		await holdBook(tx, actor);
		const document = await heldDocument(tx, actor, seen);
		if (document.removed || document.datedOn)
			return rejected({ form: 'Документ уже зарегистрирован или убран: откройте его страницу заново.' });
		if (document.superseded) return rejected({ form: 'Документ уже заменён или отменён: сначала снимите ту связь.' });
		if (document.version !== said.version)
			return rejected({}, { title: document.title, version: String(document.version) });
		const given = await numberFor(tx, actor, said);
		const problem = problemWith(said, given.number, now.today);
		if (problem) return problem;

		const hindered = document.signedOn ? undefined : problemWithoutVisas(document, said.unagreed);
		if (hindered) return hindered;

		// what it replaces and cancels ends with its day: its own order then finds the pairs waiting, and the law is asked of them too
		const { left } = await takeOver(tx, actor, document.id, said.datedOn, now);
		if (left.length > 0) return rejected({ form: `Прежний документ отменить не получится. ${few(left)}` });
		const about = said.actKind === null ? [] : await findMentorships(tx, actor, document.mentorships, now);
		const waiting = waitingFor(about);
		const asked = [...waiting, ...about.filter(({ life }) => life.state === 'proposed')];
		const chain = chainOf(asked, said.datedOn, now.today);
		const known = given.number ? await numbersOfYear(tx, actor, said.datedOn.slice(0, 4), document.id) : [];
		const doubts = [
			...doubtsAboutOrder({ ...said, number: given.number, signedOn: said.datedOn }, known, now.today),
			...chain.unusual
		];
		if (chain.unlawful.length > 0 && !said.override)
			return rejected({
				override: `Ст. 351.8 ТК РФ: ${few(chain.unlawful)} Запишите недостающее в парах или назовите причину – она останется в журнале.`
			});
		if (doubts.length > 0 && !said.anyway)
			return rejected({ anyway: `${few(doubts)} Если так и должно быть, отметьте это и запишите ещё раз.` });

		const checkCode = document.checkCode ?? newCheckCode();
		const signedOn = document.signedOn ?? (said.datedOn < now.today ? said.datedOn : now.today);
		await tx
			.updateTable('documents')
			.set({
				act_kind: said.actKind,
				series: said.series,
				number: given.number,
				dated_on: said.datedOn,
				own_number: given.own,
				override: chain.unlawful.length > 0 ? said.override : '',
				registered_at: now.at,
				registered_by: actor.personId,
				...(!document.signedOn && { signed_on: signedOn, signed_at: now.at, signed_by: actor.personId }),
				check_code: checkCode,
				version: document.version + 1
			})
			.where('organisation_id', '=', actor.organisationId)
			.where('id', '=', document.id)
			.execute();
		const subject = { kind: 'document' as const, id: document.id };
		const details = { series: said.series, own: given.own !== null };
		await journal(tx, actor, 'document.registered', subject, now, { details });
		if (chain.unlawful.length > 0)
			await journal(tx, actor, 'document.overridden', subject, now, { after: { reason: said.override } });
		if (!document.signedOn) await noteUnagreed(tx, actor, document, said.unagreed, now);
		const copy = refill?.(given.number, said.datedOn, checkCode);
		if (copy)
			await addFile(
				tx,
				actor,
				document.id,
				{ kind: 'generated', file: copy, templateId: copy.templateId, numbered: true },
				now
			);
		await carryOut(tx, actor, document, { ...said, number: given.number }, waiting, now);
		const fresh = (await findDocument(tx, actor, document.id)) ?? notFound();
		return { ok: true, value: { id: document.id, closed: await closeByDocument(tx, actor, fresh, said.closes, now) } };
	});
}

/** The number as it will stand: typed in, or the next of our own journal. */
async function numberFor(tx: Tx, actor: Actor, { series, number, datedOn }: Registration) {
	const own = (await listJournals(tx, actor)).find((one) => one.series === series && one.kept);
	if (series === 'none') return { number: '', own: null };
	if (!own || number) return { number, own: null };
	const next = await nextOwnNumber(tx, actor, series, datedOn.slice(0, 4));
	return { number: numberBy(own.pattern, next, datedOn), own: next };
}

function problemWith({ datedOn, series, actKind }: Registration, number: string, today: string) {
	if (series !== 'none' && !number) return rejected({ number: 'Впишите номер из журнала секретаря' });
	if (actKind !== null && series !== 'main' && series !== 'staff')
		return rejected({ series: 'Приказ или распоряжение: выберите серию' });
	if (datedOn < addYears(today, -5)) return rejected({ datedOn: 'Больше пяти лет назад: проверьте год.' });
	if (datedOn > addYears(today, 1)) return rejected({ datedOn: 'Больше чем на год вперёд: проверьте год.' });
	return undefined;
}
