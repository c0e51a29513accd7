import { type Actor, has, type Role, roleNames } from '../../../core/actor';
import { canKeepConsents } from '../../consents/rules/kinds';
import { canMakeDocuments } from '../../documents/rules/documents';
import { canKeepEvents } from '../../events/rules/event';
import { canKeepGroups } from '../../groups/rules/groups';
import { journalReaders } from '../../journal/rules';
import { canMatch } from '../../matching/rules/matchers';
import { canKeepMeetings } from '../../meetings/rules/words';
import { canReadMentorships } from '../../mentorships/rules/words';
import { canKeepPeople } from '../../people/rules/person';
import { canKeepRegisters } from '../../registry/rules/registers';
import { leadsPlans } from '../../roadmap/rules/plan';
import { canKeepWaves } from '../../surveys/rules/wave';

/** Every role that a rule lets in: asked of the rule itself, so that the page cannot say otherwise than the house does. */
const whoever = (can: (actor: { roles: readonly Role[] }) => boolean) =>
	(Object.keys(roleNames) as Role[]).filter((role) => can({ roles: [role] }));

/** `everybody`: colleagues of the same organisation; `each`: told line by line; `nobody`: the person alone. */
export type Seers = readonly Role[] | 'everybody' | 'each' | 'nobody';

export type Holding = {
	name: string; // what is kept
	seers: Seers;
	why: string;
	until: string; // how long it is kept, and what becomes of it at an erasure
};

const withThePerson = 'Обезличивается вместе с карточкой';

/** What the program keeps about somebody, in the order of the page; queries/holdings.ts reads each. */
export const holdings = {
	name: {
		name: 'Имя, должности, предметы',
		seers: 'everybody',
		why: 'Чтобы коллеги узнали друг друга',
		until: 'Имя и предметы стираются при обезличивании, должности остаются для подсчётов'
	},
	card: {
		name: 'Почта, телефон, день рождения, стаж, пометка',
		seers: whoever(canKeepPeople),
		why: 'Связь и правила: кому положен наставник',
		until: withThePerson
	},
	work: {
		name: 'Периоды работы',
		seers: whoever(canKeepPeople),
		why: 'Стаж здесь и закрепление молодых педагогов',
		until: 'Остаются без имени: по ним считают'
	},
	roles: {
		name: 'Роли',
		seers: whoever(canKeepPeople),
		why: 'Что человек делает в программе наставничества',
		until: 'Остаются без имени'
	},
	groups: {
		name: 'Самооценка, наблюдения, группы',
		seers: whoever(canKeepGroups),
		why: 'Решить, кому нужен наставник и кто может им стать',
		until: 'Мнения стираются, принадлежность к группе остаётся без имени'
	},
	consents: {
		name: 'Согласия и отзывы',
		seers: whoever(canKeepConsents),
		why: 'Доказать, что согласие было, и остановить то, что отозвано',
		until: 'Три года после окончания или отзыва, потом стираются со сканами'
	},
	registry: {
		name: 'Банки: запросы, предложения, отбор, участие в программе',
		seers: whoever(canKeepRegisters),
		why: 'Знать, кому что нужно и кто чем может помочь',
		until: 'Слова стираются, периоды и уровни остаются без имени; утверждённый банк – документ и не меняется'
	},
	mentorships: {
		name: 'Пары: кто кого ведёт, согласия и отказы, соглашения, изменения',
		seers: whoever(canReadMentorships),
		why: 'Закрепить наставника приказом, оплатить его работу, знать, кто остался без помощи',
		until: 'Слова и сказанное по секрету стираются, дни остаются без имени; приказ – документ и не меняется'
	},
	meetings: {
		name: 'Встречи пары: когда были, что записано в журнале, ваши отклики',
		seers: whoever(canKeepMeetings),
		why: 'Видно, что пара встречается, и можно помочь; «только для нас» читают лишь те, кто был',
		until: 'Слова стираются, дни остаются без имени'
	},
	interviews: {
		name: 'Собеседования и их итоги',
		seers: whoever(canKeepRegisters),
		why: 'Выбрать наставников и понять, кому какая помощь нужна',
		until: 'Ответы и заметки стираются, итог остаётся без имени'
	},
	matching: {
		name: 'Что учтено при подборе пар',
		seers: whoever(canMatch),
		why: 'Найти наставника, с которым удобно работать: здание, время, руководитель',
		until: 'Слова стираются; подбор и решения о парах остаются без имени, принятое предложение – документ и не меняется'
	},
	answers: {
		name: 'Ответы на анкеты с именем',
		seers: 'each',
		why: 'Узнать запросы и затруднения, сравнить «до» и «после»',
		until: 'Слова и файлы стираются, отметки на шкалах остаются без имени'
	},
	assessed: {
		name: 'Как вас оценили: то, что вам показано',
		seers: whoever(canKeepWaves),
		why: 'Увидеть себя глазами других и вырасти',
		until: 'Числа остаются без имени'
	},
	asked: {
		name: 'Анкеты без имени и под псевдонимом',
		seers: whoever(canKeepWaves),
		why: 'Видно, что вы ответили, и не видно, что именно',
		until: 'Ответы не связаны с вами и остаются'
	},
	events: {
		name: 'Куда вас звали, были ли вы, с чем ознакомились, отклики',
		seers: whoever(canKeepEvents),
		why: 'Протоколы, листы ознакомления и приглашения в наставники',
		until: 'Слова отклика стираются, отметки остаются без имени; подписанный протокол – документ и не меняется'
	},
	documents: {
		name: 'Документы о вас, ознакомление с ними и визы',
		seers: whoever(canMakeDocuments),
		why: 'Приказы, согласия и соглашения: кто закреплён, кто с чем ознакомлен',
		until:
			'Документ не меняется, его срок – по номенклатуре дел; отметки остаются без имени, комплекты с именем стираются'
	},
	practices: {
		name: 'Практики, где вы автор',
		seers: 'everybody',
		why: 'Чтобы опыт можно было повторить; наружу имя идёт только с согласием на публикацию',
		until: 'Практика остаётся без имени автора'
	},
	plan: {
		name: 'Что вам поручено по плану и что вы отметили',
		seers: whoever(leadsPlans),
		why: 'Видно, кто за что отвечает и чем подтвердил',
		until: 'Остаётся без имени; слова утверждённого плана не меняются'
	},
	comments: {
		name: 'Ваши комментарии к мероприятиям',
		seers: whoever(leadsPlans),
		why: 'Разговор о деле там же, где дело',
		until: 'Остаются без имени'
	},
	letters: {
		name: 'Уведомления и почта для писем',
		seers: 'nobody',
		why: 'Напомнить о сроках',
		until: 'Стираются'
	},
	acts: {
		name: 'Что вы делали в программе',
		seers: journalReaders,
		why: 'Журнал: кто что изменил',
		until: 'Строки остаются без имени, прежние значения стираются'
	}
} as const satisfies Record<string, Holding>;

export type HoldingKey = keyof typeof holdings;
export const holdingKeys = Object.keys(holdings) as HoldingKey[];

/** One record as it is handed out: what it is called in Russian → what is kept; null where nothing is. */
export type Kept = Record<string, unknown>;
export type Holdings = Record<HoldingKey, Kept[]>;

const withheld = (many: number, whose: readonly string[]): Kept[] =>
	many === 0
		? []
		: [
				{
					'Не выдано':
						whose.length > 0
							? `записей: ${many}, их читают: ${whose.map((role) => roleNames[role as Role] ?? role).join(', ')}`
							: `записей: ${many}, их видит только сам человек`
				}
			];

/**
 * What a keeper may hand out at somebody's request: no more than what they see themselves. Of the rest the file says how much there is and
 * who can add it; the person's own file holds everything.
 */
export function handedOut(actor: Pick<Actor, 'roles'>, kept: Holdings): Holdings {
	const part = (key: HoldingKey): Kept[] => {
		const { seers } = holdings[key] as Holding;
		if (seers === 'everybody') return kept[key];
		if (seers === 'nobody') return withheld(kept[key].length, []);
		if (seers !== 'each') return has(actor, ...seers) ? kept[key] : withheld(kept[key].length, seers);
		return [...Map.groupBy(kept[key], ({ 'Кто читает': readers }) => String(readers))].flatMap(([readers, rows]) => {
			const roles = readers.split(',') as Role[];
			return has(actor, ...roles) ? rows : withheld(rows.length, roles);
		});
	};
	return Object.fromEntries(holdingKeys.map((key) => [key, part(key)])) as Holdings;
}

/** A named questionnaire that somebody has answered, and the roles that read it. */
export type OwnAnswer = { title: string; readers: string[] };

/** Who looked at somebody's private fields, when, and at which. */
export type Reading = { at: string; who: string; field: string };

/** What was opened, as the access log keeps it. */
export const readings: Record<string, string> = {
	card: 'Карточку: почту, телефон, день рождения',
	export: 'Выгрузку списка сотрудников',
	data: 'Все ваши данные, по вашему обращению',
	answers: 'Ваши ответы на анкету'
};
