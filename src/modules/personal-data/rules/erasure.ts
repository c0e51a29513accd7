import { type Actor, has } from '../../../core/actor';
import { addYears, showDate } from '../../../core/dates';

/** Who answers people about their data and carries an erasure out. */
export const dataKeepers = ['director', 'administrator', 'personnel', 'curator'] as const;
export const canKeepData = (actor: Pick<Actor, 'roles'>) => has(actor, ...dataKeepers);

/** Years after the last day at work, unless the school has said otherwise. */
export const usualYears = 3;
/** Years a consent is kept as a proof after its end or withdrawal (domain.md 4). */
export const consentYears = 3;

/** What is known of somebody whose data might be erased; days as YYYY-MM-DD. */
export type ErasureCase = {
	lastDay: string | null; // null: at work, or never was
	atWork: boolean;
	consentsEndedOn: string | null; // the last of the consents, at the latest the last day at work; null: none are kept
	asked: boolean; // by the person, and not refused
	erased: boolean;
};

export type Verdict = {
	may: boolean;
	because: string;
	/** Whether consents and their scans go too; `until`: the last day they stay as a proof. */
	consents: 'none' | 'go' | 'stay';
	until: string | null;
};

/** Whether somebody may be erased today, and what becomes of their consents. */
export function erasureOf(person: ErasureCase, years: number, today: string): Verdict {
	const until = person.consentsEndedOn && addYears(person.consentsEndedOn, consentYears);
	const consents = until === null ? 'none' : until < today ? 'go' : 'stay';
	const verdict = (may: boolean, because: string): Verdict => ({ may, because, consents, until });
	if (person.atWork)
		return verdict(false, 'Человек работает у вас: сведения нужны для трудовых отношений (п. 5 ч. 1 ст. 6 152-ФЗ).');
	if (person.erased)
		return consents === 'go'
			? verdict(true, 'Имя и слова уже удалены; у согласий кончился срок хранения.')
			: verdict(false, 'Сведения удалены.');
	if (person.asked) return verdict(true, 'Человек у вас не работает и просит удалить свои данные.');
	const due = person.lastDay && addYears(person.lastDay, years);
	if (!due) return verdict(false, 'В карточке нет периода работы: отметьте увольнение или уберите ошибочную запись.');
	return due < today
		? verdict(true, `Срок хранения кончился ${showDate(due)}.`)
		: verdict(false, `Срок хранения кончится ${showDate(due)}. Раньше удаляют по просьбе самого человека.`);
}

/** What an erasure takes away and what it leaves, each with its reason. */
export const goes = [
	'имя, почта, телефон, день рождения, пол, стаж, пометка, предметы',
	'логин, пароль и знакомые браузеры, если учётная запись больше нигде не нужна',
	'самооценка и наблюдения, уведомления, секретный адрес календаря',
	'слова и файлы в ответах на анкеты с именем',
	'слова запросов, предложений и решений в банках, ответы и заметки собеседований',
	'прежние значения в журнале и запомненные исправления планов с этим именем',
	'комплекты документов, где стоит имя, с архивами'
] as const;
export const stays = [
	{ what: 'периоды работы, должности и роли без имени', why: 'по ним считают закрепление и составляют отчёты' },
	{ what: 'отметки о выполненном, файлы-подтверждения и комментарии без имени', why: 'это дела организации' },
	{
		what: 'слова утверждённых планов и банков, принятых отчётов, законченных кругов собеседований',
		why: 'документ не меняют; имя в нём остаётся'
	},
	{ what: 'отметки на шкалах анкет без имени', why: 'по ним посчитаны итоги' },
	{ what: 'строки журнала без имени', why: 'видно, что и когда менялось' }
] as const;
