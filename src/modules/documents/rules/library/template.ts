import type { Actor } from '../../../../core/actor';
import { leadsPlans } from '../../../roadmap/rules/plan';
import type { Appointment } from '../appointments';
import { commonFields } from '../fields/common';
import type { FieldSpec } from '../fields/spec';
import type { Ask } from './asks';

/** Orders on the main activity and on staff are numbered apart; consents have no number. */
export type Series = 'main' | 'staff' | 'agreement' | 'none';

/** What a paper is made of besides the organisation; without it the paper cannot be made yet. */
export type Feed = 'pairs' | 'replacements' | 'extensions' | 'endings' | 'plan' | 'amendments' | 'event' | 'below';

/** What to say, and where to go, while there is nothing to make a paper of. */
export const feedsWanted: Record<Feed, { none: string; advice: string; href: string }> = {
	pairs: { none: 'нет пар', advice: 'Сначала назначьте наставников', href: '/mentorships' },
	replacements: {
		none: 'нет смен без приказа',
		advice: 'Сначала запишите смену наставника в паре: приказ делается о сменах, которых ещё нет ни в одном приказе',
		href: '/mentorships'
	},
	extensions: {
		none: 'нет продлений без приказа',
		advice: 'Сначала запишите продление в паре: приказ делается о продлениях, которых ещё нет ни в одном приказе',
		href: '/mentorships'
	},
	endings: {
		none: 'нет прекращений без приказа',
		advice: 'Сначала запишите прекращение в паре: приказ делается о прекращениях, которых ещё нет ни в одном приказе',
		href: '/mentorships'
	},
	plan: { none: 'нет утверждённого плана', advice: 'Сначала утвердите редакцию плана', href: '/roadmap' },
	amendments: {
		none: 'план не менялся',
		advice: 'Приказ вносит рабочие изменения плана; после последней утверждённой редакции их нет',
		href: '/roadmap'
	},
	event: { none: 'нет мероприятия', advice: 'Сначала заведите итоговое мероприятие', href: '/events/new' },
	below: { none: 'нет организаций', advice: 'Сначала заведите подведомственные организации', href: '/organisation' } // from there whoever may goes to those below
};

const ledByOthers = {
	none: 'делает тот, кто ведёт план',
	advice: 'В этом документе – утверждённая дорожная карта: его делает тот, кто ведёт план (куратор, руководитель)',
	href: '/documents'
};
/** The same as it is for somebody: who leads no plans does not see whether one is approved. */
export const wantedOf = (feed: Feed, actor: Pick<Actor, 'roles'>) => wantedBy(feed, leadsPlans(actor));
export const wantedBy = (feed: Feed, leads: boolean) =>
	(feed === 'plan' || feed === 'amendments') && !leads ? ledByOthers : feedsWanted[feed];

/** Who reads it under signature. */
export type Acquaints = 'nobody' | 'curator' | 'pairs' | 'named' | 'appointed';

/** Of whom one paper is: of the whole organisation, of each mentor, of each mentee, of each who takes part, of each minutes of a meeting. */
export type AboutWhom = 'organisation' | 'mentor' | 'mentee' | 'participant' | 'minutes';

/** Whose paper it is: of those who teach, of the levels above them, of anybody. */
export type Whose = 'teaching' | 'level' | 'all';

/** Where a kind stands in the list of papers, in the order of a year. */
export const sections = {
	acts: 'Внедрение и локальные акты',
	consents: 'Согласия и соглашения',
	pairs: 'Пары и группы',
	working: 'Работа пар, протоколы и материалы',
	results: 'Итоги и поощрение',
	other: 'Прочее'
} as const;
export type Section = keyof typeof sections;

export type OwnTemplate = {
	title: string;
	section: Section;
	series: Series;
	about: AboutWhom;
	whose: Whose;
	source: string;
	/** Acts the paper leans on, by codes; those not in force on its day are left out. */
	bases: readonly string[];
	fields: readonly FieldSpec[];
	needs: Feed | null;
	acquaints: Acquaints;
	/** Whom it appoints to what, by the names of its questions. */
	appoints?: (texts: Texts) => Readonly<Record<string, Appointment>>;
	/** What sets it apart from another of its kind, out of the form: drafts of two are two. */
	tells?: (texts: Texts) => string;
	/** What stands nowhere in the program and is asked when the paper is made. */
	asks: readonly Ask[];
	/** Part of it is written with a pen: its blanks are no mistake. */
	byHand?: boolean;
};

type Texts = Readonly<Record<string, string>>;
type Said = Pick<OwnTemplate, 'title' | 'source' | 'fields'> & Partial<OwnTemplate>;

/** One kind of paper; what is not said is as of an order of a school. */
export const template = ({ fields, ...said }: Said): OwnTemplate => ({
	section: 'other',
	series: 'main',
	about: 'organisation',
	whose: 'teaching',
	bases: model,
	needs: null,
	acquaints: 'nobody',
	asks: [],
	...said,
	fields: [...commonFields, ...fields]
});

export const model = ['education-law', 'target-model-of-teachers'];
export const labour = ['labour-code-351-8'];
