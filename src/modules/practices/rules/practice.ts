import { type Actor, has } from '../../../core/actor';
import { planLeaders } from '../../roadmap/rules/plan';

/** Who writes into the bank and accepts what others propose: those who lead the plan. */
export const practiceKeepers = planLeaders;
export const canKeepPractices = (actor: Pick<Actor, 'roles'>) => has(actor, ...practiceKeepers);

/** Kinds of practices to choose from; whoever needs another writes it into the title. */
export const practiceForms = {
	pair: 'Пара: педагог – педагог',
	head: 'Пара: руководитель – педагог',
	group: 'Группа с одним наставником',
	team: 'Команда наставников',
	reverse: 'Реверсивное наставничество',
	short: 'Краткосрочное, ради одной цели',
	network: 'Сетевое, с другой организацией',
	event: 'Мероприятие, конкурс',
	other: 'Другое'
} as const;
export type PracticeForm = keyof typeof practiceForms;
export const formName = (form: string) =>
	Object.hasOwn(practiceForms, form) ? practiceForms[form as PracticeForm] : form;

/** The kind that a programme of the register was, by its form there (registry/rules/registers.ts). */
export const formOfProgramme = (form: string): PracticeForm =>
	(({ group: 'group', reverse: 'reverse', 'short-term': 'short' }) as const)[form] ?? 'pair';

/** The long texts of a case in the order of domain 6.17; `most`: how long each may be. */
export const parts = {
	problem: { name: 'Проблема', hint: 'Что было не так и как вы это увидели', rows: 3 },
	goal: { name: 'Цель и задачи', hint: '', rows: 3 },
	audience: { name: 'Целевая группа', hint: 'Для кого: словами и числом, без имён', rows: 2 },
	dates: { name: 'Сроки', hint: 'Например, сентябрь 2025 – май 2026', rows: 1 },
	steps: { name: 'Шаги', hint: 'Что делали по порядку, по шагу в строке', rows: 6 },
	resources: { name: 'Ресурсы', hint: 'Люди, время, материалы, деньги', rows: 2 },
	before: { name: 'Было', hint: 'Как стояло до начала', rows: 3 },
	after: { name: 'Стало', hint: 'Что изменилось', rows: 3 },
	figures: { name: 'В цифрах', hint: 'Числа до и после: уроки, ответы анкет, результаты', rows: 2 },
	risks: { name: 'Риски', hint: 'Что может не получиться и как с этим быть', rows: 2 },
	conditions: { name: 'Условия тиражирования', hint: 'Что нужно другой организации, чтобы повторить', rows: 2 },
	links: { name: 'Ссылки', hint: 'По одной в строке, с https://', rows: 2 }
} as const;
export type Part = keyof typeof parts;
export const allParts = Object.keys(parts) as Part[];
export const longestPart = 6000;

/** What a case must say before it stands in the bank: without these nobody can repeat it. */
export const neededParts = ['problem', 'steps', 'after'] as const satisfies readonly Part[];

export const missingParts = (practice: Record<Part, string>) => neededParts.filter((part) => practice[part] === '');

/** Somebody whose consent to publication does not stand is not named outside (152-ФЗ, ст. 10.1). */
export const unnamed = 'имя не указывается';
export type Author = { id: string; name: string; published: boolean };

/** Authors as they are named in a paper: each with a consent by name, the others together. */
export const authorsOutside = (authors: readonly Author[]) => {
	const named = authors.filter(({ published }) => published).map(({ name }) => name);
	const rest = authors.length - named.length;
	return [...named, ...(rest > 0 ? [rest > 1 ? `${unnamed} (авторов: ${rest})` : unnamed] : [])].join(', ');
};

/** Whether the words of a case are somebody's to change: the keepers' always, its makers' and authors' until it is accepted. */
export const canChange = (
	actor: Pick<Actor, 'roles' | 'personId'>,
	{ acceptedAt, madeBy, authors }: { acceptedAt: string | null; madeBy: string; authors: readonly Author[] }
) =>
	canKeepPractices(actor) ||
	(!acceptedAt && (madeBy === actor.personId || authors.some(({ id }) => id === actor.personId)));
