/** A room's address, and the page of it that is open to those who carry things out there: to others it is no place to send to. */
export type Place = { href: string; door: string };

const place = (href: string, door = href): Place => ({ href, door });

/** The rooms of the house that are built: a capability in another room has no address yet. */
const built: Partial<Record<Room, Place>> = {
	roadmap: place('/roadmap'),
	people: place('/people'),
	consents: place('/consents'),
	groups: place('/groups'),
	registry: place('/registry'),
	surveys: place('/surveys', '/surveys/waves/new'),
	interviews: place('/interviews'),
	events: place('/events', '/events/new'),
	mentorships: place('/mentorships/order'),
	meetings: place('/mentorships/meetings'),
	documents: place('/documents'),
	practices: place('/practices'),
	library: place('/documents/materials')
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
	| 'mentorships'
	| 'programmes'
	| 'meetings'
	| 'visits'
	| 'support'
	| 'library'
	| 'practices'
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
	'pair-order': { name: 'Закрепление пар приказом', room: 'mentorships' },
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
	practice: { name: 'Лучшие практики', room: 'practices' },
	monitor: { name: 'Мониторинг', room: 'monitoring' },
	report: { name: 'Отчёт', room: 'reports' },
	statistics: { name: 'Статистика', room: 'monitoring' }
} as const satisfies Record<string, { name: string; room: Room }>;

export type CapabilityCode = keyof typeof capabilities;

/** The codes, for a list to choose from. */
export const capabilityCodes = Object.keys(capabilities) as CapabilityCode[];

/** Whether a text is one of the codes. */
export const isCapability = (code: string): code is CapabilityCode => Object.hasOwn(capabilities, code);

/** Rooms that begin something for one activity are told which. */
const begins: readonly Room[] = ['events'];

/** The way from an activity to where it is carried out; null while that room is not built, and for the plan's own, where one is already. */
export function wayTo(code: CapabilityCode, activityId: string): Place | null {
	const { room } = capabilities[code];
	const place = built[room];
	if (!place || room === 'roadmap') return null;
	return begins.includes(room) ? { ...place, href: `${place.href}?activity=${activityId}` } : place;
}
