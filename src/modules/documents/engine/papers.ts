import type { Appointed } from '../rules/appointments';
import type { DocumentSettings } from '../rules/documents';
import { chosenIn } from '../rules/library/asks';
import type { Feed } from '../rules/library/template';
import { type OwnTemplate, type OwnTemplateCode, ownTemplates } from '../rules/library/templates';
import { isWorking } from '../rules/library/working/kinds';
import { type Answers, askedValues, namedIn, noAnswers } from './asked-values';
import { type ChangeFacts, endingValues, extensionValues, peopleOf, replacementValues } from './change-values';
import { commonValues, type Worker } from './common-values';
import { type ConsentFacts, consentValues } from './consent-values';
import { type EventFacts, eventValues } from './event-values';
import { fullNameIn } from './grammar/person';
import { exampleFields } from './library/example';
import { type Layout, usualLayout } from './library/source';
import { acquaintedWith, type MenteeFacts, menteeValues, mentorValues, pairingValues } from './pair-values';
import { amendmentValues, type PlanFacts, planValues } from './plan-values';
import type { Paper } from './template/archive';
import type { Fields } from './template/values';
import { standingValues, type WorkingFacts, wantedPapers } from './working/papers';

/** What a stored paper is about, and who has to know it. */
export type About = {
	mentorships: readonly string[];
	people: readonly string[];
	roadmaps: readonly string[];
	readers: readonly string[];
	appointed: readonly Appointed[];
};
export type OwnPaper = Paper & { about: About };

const ids = (workers: readonly Worker[]) => [...new Set(workers.flatMap(({ id }) => id ?? []))];
export const aboutNothing: About = { mentorships: [], people: [], roadmaps: [], readers: [], appointed: [] };

/** Everything papers are made of; what one kind alone needs (`plan`, `event`) is there when that kind was asked about. */
export type Facts = WorkingFacts & {
	mentees: readonly MenteeFacts[];
	participants: readonly Worker[];
	changes: Readonly<Record<'replacements' | 'extensions' | 'endings', readonly ChangeFacts[]>>;
	/** Approved plans and events to choose among. */
	plans: readonly { id: string; title: string }[];
	events: readonly EventFacts[];
	plan: PlanFacts | null;
	below: readonly string[];
	/** Whether plans are seen at all by whoever asks. */
	leads?: boolean;
	consents: ConsentFacts;
	answers: ReadonlyMap<string, Answers>;
};

export const layoutOf = (settings: DocumentSettings): Layout => ({
	...usualLayout,
	font: settings.font,
	size: settings.sizeHalves / 2,
	left: settings.marginLeft,
	right: settings.marginRight,
	top: settings.marginTop,
	bottom: settings.marginBottom,
	check: settings.checkPage
});

type Fed = { fields: Fields; about?: Partial<About>; readers?: readonly Worker[]; apart?: string };

/** What a kind is made of besides the organisation; null while there is nothing. */
const feeds: Record<Feed, (facts: Facts, code: OwnTemplateCode) => Fed | null> = {
	pairs: ({ mentors }) =>
		mentors.length === 0
			? null
			: {
					fields: pairingValues(mentors),
					about: { mentorships: [...new Set(mentors.map(({ mentorshipId }) => mentorshipId))] },
					readers: acquaintedWith(mentors)
				},
	replacements: ({ changes }) => ofChanges(changes.replacements, replacementValues),
	extensions: ({ changes }) => ofChanges(changes.extensions, extensionValues),
	endings: ({ changes }) => ofChanges(changes.endings, endingValues),
	plan: (facts, code) =>
		facts.plan && {
			fields: { ...planValues(facts.plan), ...(isProgramme(code) && standingValues(facts)) },
			about: { roadmaps: [facts.plan.roadmapId] }
		},
	amendments: ({ plan }) =>
		plan && plan.amendments.length > 0
			? { fields: amendmentValues(plan), about: { roadmaps: [plan.roadmapId] } }
			: null,
	event: (facts, code) => {
		const chosen = chosenIn(ownTemplates[code].asks, 'event', facts.answers.get(code)?.texts);
		const event = facts.events.find(({ id }) => id === chosen) ?? facts.events[0];
		return event ? { fields: eventValues(event), apart: event.title } : null;
	},
	below: ({ below }) =>
		below.length === 0 ? null : { fields: { организации: below.map((название, at) => ({ номер: at + 1, название })) } }
};

const isProgramme = (code: string) => code === 'programme-order' || code === 'general-programme';

const ofChanges = (all: readonly ChangeFacts[], values: (all: readonly ChangeFacts[]) => Fields): Fed | null =>
	all.length === 0
		? null
		: {
				fields: values(all),
				about: { mentorships: [...new Set(all.map(({ mentorshipId }) => mentorshipId))] },
				readers: peopleOf(all)
			};

/** The papers that can be made now: one for the organisation, or one for each whom the kind is about. */
export function papersOf(code: OwnTemplateCode, facts: Facts): OwnPaper[] {
	if (isWorking(code)) return wantedPapers(code, facts).filter(({ reason }) => !reason);
	const { title, about, bases, asks, needs, acquaints, appoints, tells }: OwnTemplate = ownTemplates[code];
	const { common } = facts;
	const answers = facts.answers.get(code) ?? noAnswers;
	const asked = askedValues(asks, answers);
	const each = (who: Worker, fields: Fields, more: Partial<About> = {}): OwnPaper => ({
		name: `${title} – ${fullNameIn(who.person, 'nominative')}.docx`,
		fields: { ...commonValues({ ...common, bases, acquainted: [] }), ...fields, ...asked },
		about: { ...aboutNothing, people: ids([who]), ...more }
	});
	if (about === 'mentor')
		return facts.mentors.map((one) => each(one.mentor, mentorValues(one), { mentorships: [one.mentorshipId] }));
	if (about === 'mentee')
		return facts.mentees.map((one) => each(one.mentee, menteeValues(one), { mentorships: [one.mentorshipId] }));
	if (about === 'participant')
		return facts.participants.map((one) => each(one, consentValues(code, one, facts.consents)));

	const fed: Fed | null = needs ? feeds[needs](facts, code) : { fields: {} };
	if (!fed) return [];
	const curator = answers.people.куратор ?? (common.curator ? [common.curator] : []);
	const acquainted = {
		nobody: () => [],
		curator: () => curator,
		pairs: () => fed.readers ?? [],
		named: () => once([...curator, ...namedIn(answers)]),
		appointed: () => once([...(asks.some(({ name }) => name === 'куратор') ? curator : []), ...namedIn(answers)])
	}[acquaints]();
	const known = { ...commonValues({ ...common, bases, acquainted }), ...fed.fields };
	// what the form has left empty does not hide what the program knows
	const said = Object.fromEntries(Object.entries(asked).filter(([name, value]) => value !== null || !(name in known)));
	const appointed = Object.entries(appoints?.(answers.texts) ?? {}).flatMap(([name, to]) =>
		ids(name === 'куратор' ? curator : (answers.people[name] ?? [])).map((id) => ({ id, to }))
	);
	const apart = tells?.(answers.texts) || fed.apart;
	return [
		{
			name: `${title}${apart ? ` – ${apart}` : ''}.docx`,
			fields: {
				...known,
				...annexValues(code, answers),
				...said
			},
			about: {
				...aboutNothing,
				...fed.about,
				readers: ids(acquainted),
				appointed
			}
		}
	];
}

const once = (workers: readonly Worker[]) =>
	workers.filter((one, at) => workers.findIndex(({ id }) => id === one.id) === at);

/** The annexes of an order out of the form: a name and lines each. */
function annexValues(code: OwnTemplateCode, { texts }: Answers): Fields {
	if (code !== 'annex') return {};
	const all = [1, 2, 3].filter((number) => texts[`название_${number}`] || texts[`текст_${number}`]);
	return {
		приложения: (all.length > 0 ? all : [1]).map((number, at) => ({
			номер: at + 1,
			название: texts[`название_${number}`] || '____________________',
			строки: (texts[`текст_${number}`] ?? '')
				.split('\n')
				.filter((line) => line.trim())
				.map((текст) => ({ текст: текст.trim() })),
			следующее: at > 0
		}))
	};
}

/** How many papers of a kind can be made, as far as is known before it is asked about. */
export function readyOf(code: OwnTemplateCode, facts: Facts): number {
	const { needs } = ownTemplates[code];
	if (needs === 'plan' || needs === 'amendments') return facts.plan || facts.plans.length > 0 ? 1 : 0;
	return papersOf(code, facts).length;
}

/** A paper to look at: with one's own data where there are any, with examples where not. */
export function previewOf(code: OwnTemplateCode, facts: Facts): Fields {
	const [paper] = papersOf(code, facts);
	const own = paper?.fields ?? commonValues({ ...facts.common, bases: ownTemplates[code].bases, acquainted: [] });
	const known = Object.fromEntries(
		Object.entries(own).filter(([, value]) => !Array.isArray(value) || value.length > 0)
	);
	return { ...exampleFields(ownTemplates[code].fields), ...known };
}
