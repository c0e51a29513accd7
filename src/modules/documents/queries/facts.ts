import type { Actor } from '../../../core/actor';
import { type Now, schoolYearOf } from '../../../core/dates';
import type { Tx } from '../../../db/as-actor';
import { currentTexts } from '../../consents/queries/texts';
import { listLibrary } from '../../legal-acts/queries/library';
import { listMentorships } from '../../mentorships/queries/mentorships';
import { isLiving } from '../../mentorships/rules/life';
import { findOrganisation } from '../../organisations/queries';
import { isLevel } from '../../organisations/rules/kinds';
import { leadsPlans } from '../../roadmap/rules/plan';
import type { CommonFacts } from '../engine/common-values';
import type { Facts } from '../engine/papers';
import { basesIn } from '../rules/legal-bases';
import { chosenIn } from '../rules/library/asks';
import { type OwnTemplateCode, ownTemplates } from '../rules/library/templates';
import { consentFacts } from './consent-facts';
import { findPlanFacts, listApprovedPlans, listBelowNames, listEventsForOrder } from './feeds';
import { changesIn, menteesIn, mentorsIn, workerOf } from './pair-facts';
import { listParticipantIds, listParticulars } from './particulars';
import { findSettings, listWorkers } from './settings';
import { listStaff } from './staff';
import { findWorkingKnown } from './working';

export type PaperFacts = Awaited<ReturnType<typeof findPaperFacts>>;

/**
 * Everything the papers of an organisation are made of: its details, who signs, its pairs with their people, what was answered when papers were made. `code`:
 * the kind that is made, for what it alone needs.
 */
export async function findPaperFacts(tx: Tx, actor: Actor, now: Now, code?: OwnTemplateCode) {
	const { settings, version } = await findSettings(tx, actor);
	const organisation = await findOrganisation(tx, actor, now);
	const all = await listMentorships(tx, actor, now);
	const particulars = await listParticulars(tx, actor);
	const participants = await listParticipantIds(tx, actor, now);
	const mentorships = all.filter(({ life }) => isLiving(life.state));
	const asked = particulars.flatMap(({ people }) => people.map(({ personId }) => personId));
	const ids = all.flatMap(({ pairs }) => pairs.flatMap(({ mentor, mentee }) => [mentor.id, mentee.id]));
	const signing = settings.signerId ? [settings.signerId] : [];
	const workers = await listWorkers(tx, actor, [...ids, ...asked, ...participants, ...signing], now);
	const named = new Map(workers.map((worker) => [worker.id, worker]));
	const worker = (id: string) => {
		const one = named.get(id);
		return one ? [workerOf(one)] : [];
	};
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
	const answers = new Map(
		particulars.map(({ code: of, texts, people }) => [
			of,
			{
				texts,
				people: Object.fromEntries(
					Map.groupBy(people, ({ name }) => name)
						.entries()
						.map(([name, chosen]) => [name, chosen.flatMap(({ personId }) => worker(personId))])
				)
			}
		])
	);
	const plans = await listApprovedPlans(tx, actor);
	const planId =
		code && needsPlan(code)
			? (chosenIn(ownTemplates[code].asks, 'plan', answers.get(code)?.texts) ?? plans[0]?.id)
			: undefined;
	const employees = await listStaff(tx, actor, now);
	const facts: Facts = {
		common,
		staff: employees.map(workerOf),
		commission: employees.filter(({ decides }) => decides).map(workerOf),
		working: await findWorkingKnown(
			tx,
			actor,
			mentorships.flatMap(({ pairs }) => pairs.flatMap(({ mentor, mentee }) => [mentor.id, mentee.id])),
			now
		),
		mentors: mentorships.flatMap((one) => mentorsIn(one, named, now.today)),
		mentees: mentorships.flatMap((one) => menteesIn(one, worker, now.today)),
		participants: participants.flatMap(worker),
		changes: changesIn(all, worker),
		plans,
		leads: leadsPlans(actor),
		events: await listEventsForOrder(tx, actor, now),
		plan: planId ? ((await findPlanFacts(tx, actor, planId)) ?? null) : null,
		below: isLevel(organisation.kind) ? await listBelowNames(tx, now) : [],
		consents: consentFacts(await currentTexts(tx, actor), organisation.fullName, settings),
		answers
	};
	return { settings, version, signer: signer ? signer.familyName : null, ...facts };
}

const needsPlan = (code: OwnTemplateCode) => ['plan', 'amendments'].includes(ownTemplates[code].needs ?? '');
