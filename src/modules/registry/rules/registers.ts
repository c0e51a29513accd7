import { type Actor, has } from '../../../core/actor';

type Forms = readonly [one: string, few: string, many: string];

/** Банк наставников, банк наставляемых. */
export const registers = {
	mentors: {
		name: 'Банк наставников',
		role: 'mentor',
		person: 'Наставник',
		forms: ['наставник', 'наставника', 'наставников']
	},
	mentees: {
		name: 'Банк наставляемых',
		role: 'mentee',
		person: 'Наставляемый',
		forms: ['наставляемый', 'наставляемых', 'наставляемых']
	}
} as const satisfies Record<string, { name: string; role: 'mentor' | 'mentee'; person: string; forms: Forms }>;
export type Register = keyof typeof registers;
export const allRegisters = Object.keys(registers) as Register[];
export const isRegister = (text: string): text is Register => Object.hasOwn(registers, text);
export const otherThan = (register: Register): Register => (register === 'mentors' ? 'mentees' : 'mentors');

/** Who keeps the registers, with what is asked and offered (АЗ-1128/08: куратор ведёт банк, персонифицированный учёт). */
export const registryKeepers = ['curator', 'director'] as const;
export const canKeepRegisters = (actor: Pick<Actor, 'roles'>) => has(actor, ...registryKeepers);

/** Why somebody left a register. */
export const leavingReasons = {
	completed: 'программа завершена',
	'own-wish': 'по собственному желанию',
	'no-need': 'больше не требуется',
	'left-work': 'больше здесь не работает',
	'to-mentors': 'стал наставником',
	other: 'другая причина'
} as const;
export type LeavingReason = keyof typeof leavingReasons;

/** Forms of work, by the recommendations of 2021 (АЗ-1128/08); a school may write its own. */
export const formats = {
	'one-to-one': 'традиционное, один на один',
	group: 'в группе',
	virtual: 'дистанционное',
	'short-term': 'краткосрочное, ради одной цели',
	reverse: 'реверсивное',
	situational: 'ситуационное, по запросу',
	speed: 'скоростное, разовые встречи'
} as const;
export type Format = keyof typeof formats;
export const isFormat = (text: string): text is Format => Object.hasOwn(formats, text);
export const formatText = (format: string) => (isFormat(format) ? formats[format] : format);

/** Where a request or an offer comes from. */
export const sources = {
	words: 'со слов',
	survey: 'анкета',
	observation: 'наблюдение',
	interview: 'собеседование'
} as const;
export type Source = keyof typeof sources;

export const priorities = { 1: 'в первую очередь', 2: 'важно', 3: 'может подождать' } as const;
export type Priority = keyof typeof priorities;

export const categories = {
	'': 'не указана',
	none: 'без категории',
	first: 'первая',
	highest: 'высшая',
	methodist: 'педагог-методист',
	mentor: 'педагог-наставник'
} as const;
export type Category = keyof typeof categories;

export const programmeOutcomes = { completed: 'программа пройдена', stopped: 'прекращена раньше' } as const;
export type ProgrammeOutcome = keyof typeof programmeOutcomes;

/** What became of a request. */
export const requestEvents = { taken: 'взят в работу', met: 'выполнен', withdrawn: 'снят' } as const;
export type RequestEvent = keyof typeof requestEvents;

/** Deficits are said by three; the levels are those of the table of difficulties (0 – none, 3 – help is needed now). */
export const deficitSources = { self: 'сам', mentor: 'наставник', curator: 'куратор' } as const;
export type DeficitSource = keyof typeof deficitSources;
export const levels = { 0: '0 – нет', 1: '1 – слабое', 2: '2 – заметное', 3: '3 – сильное' } as const;
