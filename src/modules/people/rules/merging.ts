import { showDate } from '../../../core/dates';
import type { PersonName } from '../../../core/names';
import type { Sex } from './names';
import { sexFrom } from './names';

type Forms = readonly [one: string, few: string, many: string];

/**
 * Every place that leads to a person and what becomes of it when two entries turn out to be one person (db/migrations/0026_merging.sql
 * carries it out). `moves`: goes over as it is; `one`: what there can be one of is closed or joined. Columns that only sign an act
 * («recorded_by») go over too and are counted together. A wall test asks for a line when a new place appears.
 */
export const places: Record<string, { words: Forms; how: 'moves' | 'one' }> = {
	'access_suspensions.person_id': { words: ['закрытие входа', 'закрытия входа', 'закрытий входа'], how: 'one' },
	'activity_responsible.person_id': {
		words: ['мероприятие, за которое отвечает', 'мероприятия, за которые отвечает', 'мероприятий, за которые отвечает'],
		how: 'one'
	},
	'assessment_showings.subject_id': {
		words: ['показанная оценка', 'показанные оценки', 'показанных оценок'],
		how: 'one'
	},
	'calendar_feeds.person_id': { words: ['адрес календаря', 'адреса календаря', 'адресов календаря'], how: 'one' },
	'consent_withdrawals.person_id': { words: ['отзыв согласия', 'отзыва согласий', 'отзывов согласий'], how: 'moves' },
	'consents.person_id': { words: ['согласие', 'согласия', 'согласий'], how: 'moves' },
	'coverings.person_id': {
		words: ['отметка о выполнении', 'отметки о выполнении', 'отметок о выполнении'],
		how: 'one'
	},
	'criterion_marks.person_id': {
		words: ['отметка критерия отбора', 'отметки критериев отбора', 'отметок критериев отбора'],
		how: 'moves'
	},
	'employments.person_id': { words: ['период работы', 'периода работы', 'периодов работы'], how: 'one' },
	'erasure_requests.person_id': {
		words: ['просьба удалить данные', 'просьбы удалить данные', 'просьб удалить данные'],
		how: 'one'
	},
	'event_people.person_id': { words: ['участие во встрече', 'участия во встречах', 'участий во встречах'], how: 'one' },
	'group_memberships.person_id': { words: ['решение о группе', 'решения о группах', 'решений о группах'], how: 'one' },
	'group_opinions.person_id': {
		words: ['самооценка или наблюдение', 'самооценки и наблюдения', 'самооценок и наблюдений'],
		how: 'moves'
	},
	'guests.person_id': {
		words: ['запись о гостевом наставнике', 'записи о гостевом наставнике', 'записей о гостевом наставнике'],
		how: 'moves'
	},
	'import_hints.person_id': {
		words: ['запомненное исправление плана', 'запомненных исправления плана', 'запомненных исправлений плана'],
		how: 'moves'
	},
	'interviews.person_id': { words: ['собеседование', 'собеседования', 'собеседований'], how: 'moves' },
	'invitations.person_id': { words: ['приглашение', 'приглашения', 'приглашений'], how: 'one' },
	'leavings.person_id': { words: ['увольнение', 'увольнения', 'увольнений'], how: 'moves' },
	'letter_wishes.person_id': { words: ['настройка писем', 'настройки писем', 'настроек писем'], how: 'one' },
	'letters.person_id': { words: ['письмо', 'письма', 'писем'], how: 'one' },
	'local_act_lines.owner_id': {
		words: ['строка о локальном акте', 'строки о локальных актах', 'строк о локальных актах'],
		how: 'moves'
	},
	'matching_details.manager_id': {
		words: [
			'запись, где назван руководителем',
			'записи, где назван руководителем',
			'записей, где назван руководителем'
		],
		how: 'moves'
	},
	'document_approvals.person_id': {
		words: ['виза на документе', 'визы на документах', 'виз на документах'],
		how: 'moves'
	},
	'document_readers.person_id': {
		words: ['ознакомление с документом', 'ознакомления с документами', 'ознакомлений с документами'],
		how: 'one'
	},
	'document_subjects.person_id': { words: ['документ о нём', 'документа о нём', 'документов о нём'], how: 'moves' },
	'document_particular_people.person_id': {
		words: ['ответ для документа', 'ответа для документов', 'ответов для документов'],
		how: 'moves'
	},
	'document_settings.signer_id': {
		words: ['подпись под документами', 'подписи под документами', 'подписей под документами'],
		how: 'moves'
	},
	'matching_details.person_id': {
		words: ['сведения для подбора', 'сведения для подбора', 'сведений для подбора'],
		how: 'moves'
	},
	'matching_proposal_pairs.mentee_id': {
		words: ['предложенная пара', 'предложенные пары', 'предложенных пар'],
		how: 'moves'
	},
	'matching_proposal_pairs.mentor_id': {
		words: ['предложенная пара', 'предложенные пары', 'предложенных пар'],
		how: 'moves'
	},
	'matching_ties.mentee_id': { words: ['решение о паре', 'решения о парах', 'решений о парах'], how: 'moves' },
	'matching_ties.mentor_id': { words: ['решение о паре', 'решения о парах', 'решений о парах'], how: 'moves' },
	'meeting_feedback.person_id': {
		words: ['отклик о встрече пары', 'отклика о встречах пар', 'откликов о встречах пар'],
		how: 'moves'
	},
	'meeting_nudges.person_id': { words: ['напоминание', 'напоминания', 'напоминаний'], how: 'moves' },
	'meeting_people.person_id': { words: ['встреча пары', 'встречи пар', 'встреч пар'], how: 'moves' },
	'mentee_requests.person_id': { words: ['запрос', 'запроса', 'запросов'], how: 'moves' },
	'mentor_offers.person_id': {
		words: ['предложение наставника', 'предложения наставника', 'предложений наставника'],
		how: 'moves'
	},
	'mentor_searches.person_id': { words: ['запрос к сети', 'запроса к сети', 'запросов к сети'], how: 'one' },
	'mentorship_pairs.mentee_id': {
		words: ['пара, где наставляемый', 'пары, где наставляемый', 'пар, где наставляемый'],
		how: 'one'
	},
	'mentorship_pairs.mentor_id': {
		words: ['пара, где наставник', 'пары, где наставник', 'пар, где наставник'],
		how: 'one'
	},
	'mentorship_steps.person_id': { words: ['шаг пары', 'шага пар', 'шагов пар'], how: 'moves' },
	'name_forms.person_id': {
		words: ['форма имени в документах', 'формы имени в документах', 'форм имени в документах'],
		how: 'moves'
	},
	'person_subjects.person_id': { words: ['предмет', 'предмета', 'предметов'], how: 'one' },
	'pleas.person_id': { words: ['просьба из пары', 'просьбы из пар', 'просьб из пар'], how: 'moves' },
	'posts.person_id': { words: ['должность', 'должности', 'должностей'], how: 'one' },
	'practice_authors.person_id': {
		words: ['авторство практики', 'авторства практик', 'авторств практик'],
		how: 'moves'
	},
	'programme_periods.partner_id': { words: ['работа в паре', 'работы в паре', 'работ в паре'], how: 'moves' },
	'register_entries.person_id': { words: ['период в банке', 'периода в банках', 'периодов в банках'], how: 'one' },
	'role_periods.person_id': { words: ['роль', 'роли', 'ролей'], how: 'one' },
	'role_withdrawals.person_id': { words: ['убранная роль', 'убранные роли', 'убранных ролей'], how: 'moves' },
	'search_facts.person_id': {
		words: ['запись о поиске наставника', 'записи о поиске наставника', 'записей о поиске наставника'],
		how: 'moves'
	},
	'selection_decisions.person_id': {
		words: ['решение об отборе', 'решения об отборе', 'решений об отборе'],
		how: 'moves'
	},
	'sessions.person_id': { words: ['открытый вход', 'открытых входа', 'открытых входов'], how: 'one' },
	'survey_participants.about_id': { words: ['анкета о нём', 'анкеты о нём', 'анкет о нём'], how: 'one' },
	'survey_participants.person_id': { words: ['анкета', 'анкеты', 'анкет'], how: 'one' },
	'survey_pseudonyms.person_id': {
		words: ['псевдоним в анкетах', 'псевдонима в анкетах', 'псевдонимов в анкетах'],
		how: 'one'
	}
};
/** Acts somebody has signed, in any room. */
const signed: Forms = ['подпись под действием', 'подписи под действиями', 'подписей под действиями'];

/** What is somebody's, in words for a list; signatures counted together, open sessions not at all: they end. */
export function belongingsIn(rows: readonly { place: string; count: number }[]): { words: Forms; count: number }[] {
	const known = rows.flatMap(({ place, count }) => {
		const words = place === 'sessions.person_id' ? undefined : places[place]?.words;
		return words ? [{ words, count }] : [];
	});
	const acts = rows.filter(({ place }) => !(place in places)).reduce((sum, { count }) => sum + count, 0);
	return acts > 0 ? [...known, { words: signed, count: acts }] : known;
}

/** A card as it is merged, field by field. */
export type MergedCard = PersonName & {
	sex: Sex | null;
	bornOn: string | null;
	email: string;
	phone: string;
	teachingSince: string | null;
	note: string;
};
export const mergedFields = {
	name: 'Имя',
	sex: 'Пол',
	bornOn: 'Дата рождения',
	email: 'Электронная почта',
	phone: 'Телефон',
	teachingSince: 'Педагогический стаж с',
	note: 'Заметка'
} as const;
export type MergedField = keyof typeof mergedFields;
export const allMergedFields = Object.keys(mergedFields) as MergedField[];
/** Whose value stays; «both» joins two notes. */
export type Whose = 'kept' | 'gone' | 'both';

/** A field as people read it. */
export function fieldText(card: MergedCard, field: MergedField) {
	if (field === 'name') return [card.familyName, card.givenName, card.patronymic].filter(Boolean).join(' ');
	if (field === 'sex') return card.sex === 'female' ? 'женский' : card.sex === 'male' ? 'мужской' : '';
	const value = card[field] ?? '';
	return field === 'bornOn' || field === 'teachingSince' ? value && showDate(value) : value;
}

/** Fields over which somebody has to decide: both entries say something, and not the same. */
export const differingFields = (kept: MergedCard, gone: MergedCard) =>
	allMergedFields.filter((field) => {
		const [one, other] = [fieldText(kept, field), fieldText(gone, field)];
		return one !== '' && other !== '' && one !== other;
	});

/** What is suggested: the fuller name, both notes, otherwise that of the entry that stays. */
export function suggestedChoice(kept: MergedCard, gone: MergedCard, field: MergedField): Whose {
	if (field === 'note') return 'both';
	if (field !== 'name') return 'kept';
	const worth = (card: MergedCard) =>
		fieldText(card, 'name').replace(/\./g, '').length + (/ё/i.test(fieldText(card, 'name')) ? 0.5 : 0);
	return worth(gone) > worth(kept) ? 'gone' : 'kept';
}

/** The card that stays: what was chosen, and whatever one of the entries alone says. */
export function mergedCard(
	kept: MergedCard,
	gone: MergedCard,
	choice: Partial<Record<MergedField, Whose>>
): MergedCard {
	const from = (field: MergedField) => {
		const only = fieldText(kept, field) === '' ? gone : fieldText(gone, field) === '' ? kept : undefined;
		return only ?? (choice[field] === 'gone' ? gone : kept);
	};
	const { familyName, givenName, patronymic } = from('name');
	const both = choice.note === 'both' && kept.note && gone.note && kept.note !== gone.note;
	return {
		familyName,
		givenName,
		patronymic,
		sex: from('sex').sex ?? sexFrom({ patronymic }),
		bornOn: from('bornOn').bornOn,
		email: from('email').email,
		phone: from('phone').phone,
		teachingSince: from('teachingSince').teachingSince,
		note: both ? `${kept.note}\n${gone.note}` : from('note').note
	};
}

/** What is done in a merge, kept for taking it back: what went over, and rows as they were. */
export type MergeRecord = {
	moved: { table: string; column: string; keys: unknown[] }[];
	before: { table: string; row: Record<string, unknown> }[];
};

/** What went over, counted by place. */
export const movedIn = ({ moved = [] }: Partial<MergeRecord>) =>
	belongingsIn(moved.map(({ table, column, keys }) => ({ place: `${table}.${column}`, count: keys.length })));

/** What of the entry that went was joined or closed, counted by place. */
export const closedIn = ({ before = [] }: Partial<MergeRecord>, goneId: string) =>
	belongingsIn(
		[
			...Map.groupBy(
				before.filter(({ row }) => row.person_id === goneId),
				({ table }) => table
			)
		].map(([table, rows]) => ({
			place: `${table}.person_id`,
			count: rows.length
		}))
	);

/** What is known of an entry when it is asked whether two may be merged. */
export type Mergeable = {
	id: string;
	name: string;
	hasAccount: boolean;
	login: string | null;
	roles: readonly { role: string; from: string; to: string | null }[];
	employed: boolean;
	createdAt: string;
};

/** The entry that stays: one's own, then the one that can enter, that has roles, that is older. */
export function keptOf<P extends Mergeable>(one: P, other: P, actorId: string): { kept: P; gone: P } {
	const weight = (person: P) =>
		(person.id === actorId ? 8 : 0) +
		(person.hasAccount ? 4 : 0) +
		(person.roles.length > 0 ? 2 : 0) +
		(person.employed ? 1 : 0);
	const first = weight(one) === weight(other) ? one.createdAt <= other.createdAt : weight(one) > weight(other);
	return first ? { kept: one, gone: other } : { kept: other, gone: one };
}
