/** The rooms of the house that are built: a capability in another room has no address yet. */
const built: Partial<Record<Room, string>> = {
	roadmap: '/roadmap',
	people: '/people',
	consents: '/consents',
	groups: '/groups',
	registry: '/registry',
	surveys: '/surveys',
	interviews: '/interviews',
	events: '/events'
};

export type Room =
	| 'documents'
	| 'roadmap'
	| 'events'
	| 'publication'
	| 'people'
	| 'groups'
	| 'surveys'
	| 'registry'
	| 'consents'
	| 'interviews'
	| 'monitoring'
	| 'matching'
	| 'programmes'
	| 'meetings'
	| 'visits'
	| 'support'
	| 'library'
	| 'network'
	| 'incentives'
	| 'reports';

/** Capability code → its name on screen and the room that carries it out. */
export const capabilities = {
	'local-act': { name: 'Локальный акт', room: 'documents' },
	appoint: { name: 'Назначение куратора или группы', room: 'documents' },
	plan: { name: 'План, дорожная карта', room: 'roadmap' },
	inform: { name: 'Информирование', room: 'events' },
	site: { name: 'Сайт и соцсети', room: 'publication' },
	classify: { name: 'Распределение по группам', room: 'groups' },
	survey: { name: 'Анкетирование', room: 'surveys' },
	registry: { name: 'Банк, реестр', room: 'registry' },
	consent: { name: 'Согласия', room: 'consents' },
	interview: { name: 'Собеседование', room: 'interviews' },
	assess: { name: 'Оценка, диагностика', room: 'surveys' },
	select: { name: 'Отбор наставников', room: 'registry' },
	train: { name: 'Обучение наставников', room: 'events' },
	match: { name: 'Подбор пар', room: 'matching' },
	'pair-order': { name: 'Закрепление пар приказом', room: 'documents' },
	programme: { name: 'Персонализированная программа', room: 'programmes' },
	meetings: { name: 'Встречи пар', room: 'meetings' },
	visit: { name: 'Взаимопосещение', room: 'visits' },
	consult: { name: 'Консультация', room: 'support' },
	support: { name: 'Психологическое сопровождение', room: 'support' },
	materials: { name: 'Методические материалы', room: 'library' },
	network: { name: 'Сообщество и партнёры', room: 'network' },
	event: { name: 'Мероприятие', room: 'events' },
	contest: { name: 'Конкурс', room: 'events' },
	incentive: { name: 'Поощрение', room: 'incentives' },
	practice: { name: 'Лучшие практики', room: 'library' },
	monitor: { name: 'Мониторинг', room: 'monitoring' },
	report: { name: 'Отчёт', room: 'reports' },
	statistics: { name: 'Статистика', room: 'monitoring' }
} as const satisfies Record<string, { name: string; room: Room }>;

export type CapabilityCode = keyof typeof capabilities;

/** The codes, for a list to choose from. */
export const capabilityCodes = Object.keys(capabilities) as CapabilityCode[];

/** Whether a text is one of the codes. */
export const isCapability = (code: string): code is CapabilityCode => Object.hasOwn(capabilities, code);

/** Where a capability is carried out; null while its room is not built: then the activity is marked done with evidence. */
export const placeOf = (code: CapabilityCode): string | null => built[capabilities[code].room] ?? null;

/** Rooms that begin something for one activity are told which. */
const begins: readonly Room[] = ['events'];

/** The way into the room from an activity. */
export const wayTo = (code: CapabilityCode, activityId: string): string | null => {
	const place = placeOf(code);
	return place && begins.includes(capabilities[code].room) ? `${place}?activity=${activityId}` : place;
};
