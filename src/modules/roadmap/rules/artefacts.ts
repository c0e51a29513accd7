import { type Actor, has, type Role } from '../../../core/actor';
import { consentKeepers } from '../../consents/rules/kinds';
import { documentMakers } from '../../documents/rules/documents';
import { groupKeepers } from '../../groups/rules/groups';
import { checklistReaders } from '../../legal-acts/rules/checklist';
import { matchers } from '../../matching/rules/matchers';
import { meetingKeepers } from '../../meetings/rules/words';
import { mentorshipKeepers, mentorshipReaders } from '../../mentorships/rules/words';
import { registryKeepers } from '../../registry/rules/registers';
import { resultReaders } from '../../surveys/rules/summary/reading';
import { planLeaders } from './plan';

/** A thing made inside the program on a day. `id` of the organisation where the whole of a room is meant. */
export type Made = { id: string; on: string };

/**
 * `whose`: who may open it; to others it is words without a link. Its copy is for the same people, unless it is a paper for
 * `everybody` who sees the activity.
 */
type Kind = { name: string; address: (made: Made) => string; whose: readonly Role[] | 'everybody'; copy?: 'everybody' };

/** What proves an activity by having been made here. A new room adds its line. */
const kinds = {
	edition: {
		name: 'Утверждённая редакция плана',
		address: ({ id }) => `/editions/${id}`,
		whose: planLeaders,
		copy: 'everybody'
	},
	template: {
		name: 'Образец плана для организаций',
		address: ({ id }) => `/roadmap/${id}/template`,
		whose: planLeaders,
		copy: 'everybody'
	},
	'template-above': {
		name: 'Образец организации выше',
		address: ({ id }) => `/roadmap/templates/${id}`,
		whose: planLeaders,
		copy: 'everybody'
	},
	groups: { name: 'Распределение по группам', address: ({ id }) => `/group-sets/${id}/summary`, whose: groupKeepers },
	consents: { name: 'Реестр согласий', address: () => '/consents', whose: consentKeepers },
	'survey-report': {
		name: 'Отчёт по анкетированию',
		address: ({ id }) => `/surveys/waves/${id}/results`,
		whose: resultReaders
	},
	'survey-round': {
		name: 'Отчёт об анкетировании по группам',
		address: ({ id }) => `/surveys/rounds/${id}`,
		whose: resultReaders
	},
	'register-edition': {
		name: 'Утверждённый банк',
		address: ({ id }) => `/register-editions/${id}`,
		whose: registryKeepers
	},
	'exchange-file': {
		name: 'Файл банка для получателя',
		address: ({ id }) => `/exchange-mappings/${id}`,
		whose: registryKeepers
	},
	requests: { name: 'Анализ запросов', address: () => '/registry/requests', whose: registryKeepers },
	matching: { name: 'Принятые пары', address: ({ id }) => `/matching/proposals/${id}`, whose: matchers },
	gaps: { name: 'Отчёт о сопоставлении', address: ({ id }) => `/gap-reports/${id}`, whose: registryKeepers },
	event: { name: 'Состоявшееся событие', address: ({ id }) => `/events/${id}`, whose: planLeaders },
	minutes: { name: 'Протокол', address: ({ id }) => `/events/${id}`, whose: planLeaders },
	acquaintance: { name: 'Лист ознакомления', address: ({ id }) => `/events/${id}`, whose: planLeaders },
	'event-series': { name: 'Ряд событий', address: ({ id }) => `/event-series/${id}`, whose: planLeaders },
	acts: { name: 'Лист ознакомления с документами', address: () => '/acts', whose: 'everybody' },
	practice: { name: 'Практика', address: ({ id }) => `/practices/${id}`, whose: 'everybody' },
	'practice-bank': { name: 'Банк практик', address: () => '/practices', whose: 'everybody' },
	promotion: { name: 'Программа продвижения', address: ({ id }) => `/promotion-plans/${id}`, whose: planLeaders },
	'mentor-search': {
		name: 'Поиск и поддержка тех, кто без наставника',
		address: () => '/mentorships/unmatched',
		whose: mentorshipKeepers
	},
	'mentorship-order': {
		name: 'Приказ о парах',
		address: ({ id }) => `/mentorship-orders/${id}`,
		whose: mentorshipReaders
	},
	meetings: { name: 'Встречи пар', address: () => '/mentorships/meetings', whose: meetingKeepers },
	document: { name: 'Документ', address: ({ id }) => `/documents/made/${id}`, whose: documentMakers },
	'programme-template': {
		name: 'Шаблон персонализированной программы',
		address: () => '/documents/programme',
		whose: documentMakers,
		copy: 'everybody'
	},
	'local-acts': { name: 'Локальные акты', address: () => '/local-acts', whose: checklistReaders, copy: 'everybody' },
	'document-package': {
		name: 'Комплект документов',
		address: ({ id }) => `/documents/packages/${id}`,
		whose: documentMakers
	},
	interviews: { name: 'Круг собеседований', address: ({ id }) => `/interview-rounds/${id}`, whose: registryKeepers }
} as const satisfies Record<string, Kind>;

export type ArtefactKind = keyof typeof kinds;

/** What the kind is called; undefined for one that this version of the program does not know. */
export const kindNameOf = (kind: string) => known(kind)?.name;

/** Where it opens. */
export const addressOfArtefact = (kind: string, made: Made) => known(kind)?.address(made);

export function canOpenArtefact(actor: Pick<Actor, 'roles'>, kind: string) {
	const whose = known(kind)?.whose;
	return whose !== undefined && (whose === 'everybody' || has(actor, ...whose));
}

const known = (kind: string): Kind | undefined =>
	Object.hasOwn(kinds, kind) ? kinds[kind as ArtefactKind] : undefined;

/** Whether the copy of a proof opens to somebody; `promised`: a report of answers was promised to them. */
export const canOpenCopy = (
	actor: Pick<Actor, 'roles'>,
	{ artefactKind, promised }: { artefactKind: string | null; promised: boolean }
) => artefactKind === null || (promised && copiesOpenTo(actor).some((kind) => kind === artefactKind));

/** Kinds whose copies somebody may open: what colleagues said of themselves is not for everybody who sees the activity. */
export const copiesOpenTo = (actor: Pick<Actor, 'roles'>) =>
	(Object.keys(kinds) as ArtefactKind[]).filter(
		(kind) => known(kind)?.copy === 'everybody' || canOpenArtefact(actor, kind)
	);
