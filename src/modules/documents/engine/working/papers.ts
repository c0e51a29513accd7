import { isOwnTemplate } from '../../rules/documents';
import { type OwnTemplate, ownTemplates } from '../../rules/library/templates';
import { type WorkingCode, workingTemplates } from '../../rules/library/working/kinds';
import { pairPapers } from '../../rules/packages';
import type { WorkingKnown } from '../../rules/working-facts';
import { listed } from '../asked-values';
import { commonValues, type Worker, workerValue } from '../common-values';
import { fullNameIn } from '../grammar/person';
import type { MentorFacts } from '../pair-values';
import type { OwnPaper } from '../papers';
import type { Fields } from '../template/values';
import { councilValues } from './minutes';
import { workingValues } from './values';

type Common = Omit<Parameters<typeof commonValues>[0], 'bases' | 'acquainted'>;
export type WorkingFacts = {
	common: Common;
	mentors: readonly MentorFacts[];
	working: WorkingKnown;
	staff: readonly Worker[];
	commission: readonly Worker[];
};
/** A paper, or why it cannot be made. */
export type Wanted = OwnPaper & { mentor?: MentorFacts; reason?: string };

const nothing: OwnPaper['about'] = { mentorships: [], people: [], roadmaps: [], readers: [], appointed: [] };
const day = (on: string) => on.split('-').reverse().join('.');

/** Why a mentor's paper of this kind would say nothing true. */
function reasonAgainst(code: WorkingCode, { mentor }: MentorFacts, { people }: WorkingKnown) {
	if (code !== 'petition') return undefined;
	const { category } = people.get(mentor.id ?? '') ?? { category: '' };
	return category === 'highest' || category === 'methodist'
		? undefined
		: 'не записана действующая высшая категория: внесите её в предложение наставника';
}

/** Every paper of this kind that could be made, those without their grounds with the reason. */
export function wantedPapers(code: WorkingCode, facts: WorkingFacts): Wanted[] {
	const { title, about, bases }: OwnTemplate = workingTemplates[code];
	const { common, mentors, working, staff } = facts;
	const acquainted = code === 'acquaintance-sheet' ? staff : [];
	const values = commonValues({ ...common, bases, acquainted });
	if (about === 'mentor')
		return mentors.map((mentor) => {
			const reason = reasonAgainst(code, mentor, working);
			return {
				name: `${title} – ${fullNameIn(mentor.mentor.person, 'nominative')}.docx`,
				fields: {
					...values,
					...workingValues(mentor, working, common),
					...(code === 'signing-sheet' && signingValues())
				},
				mentor,
				about: { ...nothing, mentorships: [mentor.mentorshipId], people: mentor.mentor.id ? [mentor.mentor.id] : [] },
				...(reason && { reason })
			};
		});
	if (about === 'minutes')
		return working.minutes.map((minutes) => ({
			name: `${title} от ${day(minutes.heldOn)}${minutes.number ? ` № ${minutes.number.replaceAll('/', '-')}` : ''}.docx`,
			fields: { ...values, ...councilValues(minutes) },
			about: nothing
		}));
	return [{ name: `${title}.docx`, fields: { ...values, ...wholeValues(facts) }, about: nothing }];
}

/** What a pair signs, in order. */
const signingValues = (): Fields => ({
	листы: Object.entries(pairPapers).flatMap(([code, who], at) =>
		isOwnTemplate(code) ? { номер: at + 1, документ: ownTemplates[code].title, кто: who } : []
	)
});

/** What the programme of an organisation says of how things stand. */
export function standingValues(facts: WorkingFacts): Fields {
	const { всего = null, без_наставника = null, направления = null } = wholeValues(facts);
	return { всего, без_наставника, направления, есть_запросы: facts.working.looking.topics.length > 0 };
}

/** What papers of the whole organisation say of its pairs. */
function wholeValues({ mentors, working, commission }: WorkingFacts): Fields {
	return {
		всего: mentors.length || null,
		без_наставника: working.looking.people,
		направления: listed(working.looking.topics, ({ topic, count }) => ({
			направление: working.topics.get(topic) ?? topic,
			сколько: count
		})),
		пары_есть: mentors.length > 0,
		пары: mentors.length,
		комиссия: listed(commission, (one) => workerValue(one) as Fields),
		наставники: mentors.map(({ mentor, mentees }, at) => ({
			номер: at + 1,
			...(workerValue(mentor) as Fields),
			кому: mentees.map((one) => workerValue(one))
		}))
	};
}
