import type { Actor } from '../../../core/actor';
import { type Now, schoolYearOf } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { listLibrary } from '../../legal-acts/queries/library';
import { listMentorships } from '../../mentorships/queries/mentorships';
import { isLiving } from '../../mentorships/rules/life';
import { type Mentorship, mentorsOf, pairsNow } from '../../mentorships/rules/mentorship';
import { findOrganisation } from '../../organisations/queries';
import { pairingOf, pairings } from '../../registry/rules/pairing';
import { formatText } from '../../registry/rules/registers';
import type { CommonFacts, Worker } from '../engine/common-values';
import type { MentorFacts } from '../engine/pair-values';
import { basesIn } from '../rules/legal-bases';
import { findSettings, listWorkers, type NamedWorker } from './settings';
import { listStaff } from './staff';
import { findWorkingKnown } from './working';

export type PaperFacts = Awaited<ReturnType<typeof findPaperFacts>>;

const workerOf = ({ id, post, familyName, givenName, patronymic, sex }: Omit<NamedWorker, 'roles'>): Worker => ({
	id,
	post,
	person: { familyName, givenName, patronymic, sex }
});

/** Everything the papers of an organisation are made of: its details, who signs, its living pairs with their people. */
export async function findPaperFacts(tx: Tx, actor: Actor, now: Now) {
	const [{ settings, version }, organisation, mentorships] = [
		await findSettings(tx, actor),
		await findOrganisation(tx, actor, now),
		(await listMentorships(tx, actor, now)).filter(({ life }) => isLiving(life.state))
	];
	const ids = mentorships.flatMap(({ pairs }) => pairs.flatMap(({ mentor, mentee }) => [mentor.id, mentee.id]));
	const workers = await listWorkers(tx, actor, settings.signerId ? [...ids, settings.signerId] : ids, now);
	const named = new Map(workers.map((worker) => [worker.id, worker]));
	const signer = named.get(settings.signerId ?? '') ?? workers.find(({ roles }) => roles.includes('director'));
	const curator = workers.find(({ roles }) => roles.includes('curator'));
	const year = schoolYearOf(now.today);
	const common: Omit<CommonFacts, 'bases' | 'acquainted'> = {
		organisation: {
			kind: organisation.kind,
			words: organisation.words as Record<string, string>,
			fullName: organisation.fullName,
			shortName: settings.shortName || null,
			place: settings.place || null,
			founder: settings.founder || null,
			address: settings.address || null,
			taxNumber: settings.taxNumber || null,
			site: settings.site || null
		},
		head: signer ? workerOf(signer) : null,
		curator: curator ? workerOf(curator) : null,
		document: { number: null, on: null },
		on: now.today,
		library: basesIn(await listLibrary(tx, actor)),
		schoolYear: `${year.from.slice(0, 4)}/${year.to.slice(0, 4)}`
	};
	const mentors = mentorships.flatMap((one) => mentorsIn(one, named, now.today));
	const employees = await listStaff(tx, actor, now);
	const staff = employees.map(workerOf);
	const commission = employees.filter(({ decides }) => decides).map(workerOf);
	const working = await findWorkingKnown(tx, actor, ids, now);
	const known = { working, staff, commission };
	return { settings, version, common, mentors, ...known, signer: signer ? signer.familyName : null };
}

function mentorsIn(mentorship: Mentorship, named: ReadonlyMap<string, NamedWorker>, today: string): MentorFacts[] {
	const pairs = pairsNow(mentorship, today);
	return mentorsOf(pairs).flatMap(({ id, consents }) => {
		const own = pairs.filter(({ mentor }) => mentor.id === id);
		const mentor = named.get(id);
		if (!mentor) return [];
		const pairing = pairingOf(mentor.post);
		const agreement = mentorship.steps.findLast(({ what, personId }) => what === 'agreement' && personId === id);
		const order = mentorship.steps.findLast(({ orderOn }) => orderOn !== null);
		return {
			mentorshipId: mentorship.id,
			mentor: workerOf(mentor),
			worksAt: mentor.worksAt,
			mentees: own.flatMap(({ mentee }) => named.get(mentee.id) ?? []).map(workerOf),
			pairing: pairings[pairing || 'teacher'],
			format: formatText(mentorship.kind),
			from: own.map(({ from }) => from).toSorted()[0] ?? today,
			to:
				own
					.map(({ to }) => to)
					.toSorted()
					.at(-1) ?? today,
			content: mentorship.content,
			inJobFunction: mentorship.inJobFunction,
			consentOn: consents.mentor ?? null,
			agreement: agreement ? { on: agreement.on, number: agreement.number, pay: agreement.pay } : null,
			order: order?.orderOn && order.orderNumber ? { on: order.orderOn, number: order.orderNumber } : null
		};
	});
}
