import { showDate } from '../../../core/dates';
import { type ConsentKind, consentKinds } from '../../consents/rules/kinds';
import { tenure, tenureText } from '../../people/rules/tenure';
import { deficitsOf, type Programme, programmeNow, type RegisterLine } from './line';
import { pairingOf, pairings } from './pairing';
import { categories, formatText, programmeOutcomes, type Register } from './registers';
import type { TopicNames } from './topics';
import { lacking } from './wanted';

export type AboutColumns = {
	names: TopicNames;
	today: string;
	organisation: string; // where those who work inside one organisation work
	asked: readonly ConsentKind[];
	/** How a receiver wants days and yes or no to be written; ДД.ММ.ГГГГ and «да», «нет» unless told. */
	day?: (date: string) => string;
	yes?: (whether: boolean) => string;
};
type Cell = (line: RegisterLine, about: AboutColumns) => string;
type Field = { heading: string; cell: Cell };

const day = (date: string | null, { day: shown = showDate }: AboutColumns) => (date ? shown(date) : '');
const yes = (whether: boolean, { yes: shown = (is) => (is ? 'да' : 'нет') }: AboutColumns) => shown(whether);

/** Several programmes stand in one cell in the same order in every column; what one of them lacks is a dash. */
const each =
	(say: (programme: Programme, about: AboutColumns) => string | null | undefined): Cell =>
	({ programmes }, about) => {
		const said = programmes.map((one) => (say(one, about) || '').replace(/;\s*/g, ', '));
		return said.some(Boolean) ? said.map((one) => one || '–').join('; ') : '';
	};
/** «Петрова А. И.» */
const shortened = (name: string) => {
	const [family = '', ...given] = name.split(' ');
	return [family, ...given.map((one) => `${one[0]}.`)].join(' ');
};
/** What the curator has looked at: drafts from questionnaires are no part of the register. */
const askedBy = ({ requests }: RegisterLine) => requests.filter(({ confirmed }) => confirmed);
const offeredBy = ({ offer }: RegisterLine) => (offer?.confirmed ? offer : null);
const topicsText = (keys: readonly string[], names: TopicNames) => keys.map((key) => names.get(key) ?? key);

const shared = {
	name: { heading: 'ФИО', cell: ({ name }) => name },
	family: { heading: 'Фамилия', cell: ({ name }) => name.split(' ')[0] ?? '' },
	given: { heading: 'Имя', cell: ({ name }) => name.split(' ')[1] ?? '' },
	patronymic: { heading: 'Отчество', cell: ({ name }) => name.split(' ').slice(2).join(' ') },
	short: { heading: 'Фамилия и инициалы', cell: ({ name }) => shortened(name) },
	contacts: { heading: 'Контактные данные', cell: ({ phone, email }) => [phone, email].filter(Boolean).join(', ') },
	phone: { heading: 'Телефон', cell: ({ phone }) => phone },
	email: { heading: 'Электронная почта', cell: ({ email }) => email },
	birthYear: { heading: 'Год рождения', cell: ({ birthYear }) => (birthYear ? String(birthYear) : '') },
	workplace: { heading: 'Место работы', cell: (_, { organisation }) => organisation },
	post: { heading: 'Должность', cell: ({ post }) => post },
	subjects: { heading: 'Предмет', cell: ({ subjects }) => subjects.join(', ') },
	tenure: {
		heading: 'Педагогический стаж',
		cell: ({ teachingSince }, { today }) => (teachingSince ? tenureText(tenure(teachingSince, today)) : '')
	},
	group: { heading: 'Группа', cell: ({ groups }) => groups.map(({ code }) => code).join(', ') },
	since: { heading: 'Дата внесения в банк', cell: ({ entry }, about) => day(entry.from, about) },
	basis: { heading: 'Основание внесения', cell: ({ entry }) => entry.basis },
	leftOn: { heading: 'Дата выбытия из банка', cell: ({ entry }, about) => day(entry.to, about) },
	working: {
		heading: 'Сейчас в программе',
		cell: (line, about) => yes(programmeNow(line, about.today) !== null, about)
	},
	begun: { heading: 'Дата вхождения в программу', cell: each(({ from }, about) => day(from, about)) },
	form: { heading: 'Форма наставничества', cell: each(({ form }) => formatText(form)) },
	ended: { heading: 'Дата завершения программы', cell: each(({ to }, about) => day(to, about)) },
	results: { heading: 'Результаты программы', cell: each(({ results }) => results) },
	transfer: {
		heading: 'Согласие на передачу сведений',
		cell: ({ consents }, about) => yes(consents.includes('transfer'), about)
	},
	consent: {
		heading: 'Согласия',
		cell: (line, { asked }) => {
			const lacks = lacking(line, asked);
			return lacks.length === 0
				? 'есть'
				: `нет: ${lacks.map((kind) => consentKinds[kind].brief.toLocaleLowerCase('ru')).join(', ')}`;
		}
	}
} as const satisfies Record<string, Field>;

const ofMentees = {
	request: {
		heading: 'Основной запрос',
		cell: (line) =>
			askedBy(line)
				.map(({ words }) => words)
				.join('; ')
	},
	deficits: {
		heading: 'Затруднения',
		cell: (line, { names }) =>
			deficitsOf(line)
				.map(([topic, level]) => `${names.get(topic) ?? topic} (${level})`)
				.join(', ')
	},
	mentor: { heading: 'ФИО наставника', cell: each(({ partner }) => partner) },
	mentorWorkplace: {
		heading: 'Место работы наставника',
		cell: ({ programmes }, { organisation }) => (programmes.some(({ partner }) => partner) ? organisation : '')
	},
	caseUrl: { heading: 'Ссылка на кейс, отзыв наставляемого', cell: each(({ caseUrl }) => caseUrl) },
	passed: {
		heading: 'Отметка о прохождении программы',
		cell: each(({ outcome }) => outcome && programmeOutcomes[outcome])
	}
} as const satisfies Record<string, Field>;

const ofMentors = {
	pairing: {
		heading: 'Форма: кто – кому',
		cell: ({ post }) => {
			const pairing = pairingOf(post);
			return pairing ? pairings[pairing] : '';
		}
	},
	category: {
		heading: 'Категория',
		cell: (line) => {
			const category = offeredBy(line)?.category;
			return category ? categories[category] : '';
		}
	},
	competences: {
		heading: 'Основные компетенции',
		cell: (line, { names }) => {
			const offer = offeredBy(line);
			return offer ? [...topicsText(offer.competences, names), offer.otherCompetences].filter(Boolean).join(', ') : '';
		}
	},
	achievements: { heading: 'Важные для программы достижения', cell: (line) => offeredBy(line)?.achievements ?? '' },
	interests: { heading: 'Интересы', cell: (line) => offeredBy(line)?.interests ?? '' },
	time: {
		heading: 'Ресурс времени на программу',
		cell: (line) => {
			const offer = offeredBy(line);
			return offer ? [offer.freeTime, `наставляемых не больше ${offer.capacity}`].filter(Boolean).join('; ') : '';
		}
	},
	capacity: { heading: 'Сколько наставляемых может вести', cell: (line) => String(offeredBy(line)?.capacity ?? '') },
	freeTime: { heading: 'Свободное время', cell: (line) => offeredBy(line)?.freeTime ?? '' },
	formats: {
		heading: 'Формы, которые подходят',
		cell: (line) =>
			offeredBy(line)
				?.formats.map((format) => formatText(format))
				.join('; ') ?? ''
	},
	wishes: { heading: 'Пожелания', cell: (line) => offeredBy(line)?.wishes ?? '' },
	mentees: { heading: 'ФИО наставляемых', cell: each(({ partner }) => partner) },
	menteeWorkplace: {
		heading: 'Место работы наставляемых',
		cell: ({ programmes }, { organisation }) => (programmes.some(({ partner }) => partner) ? organisation : '')
	},
	caseUrl: { heading: 'Ссылка на кейс, отзыв наставника', cell: each(({ caseUrl }) => caseUrl) }
} as const satisfies Record<string, Field>;

/** Everything a register can say of a person, by register. */
export const fieldsOf = {
	mentees: { ...shared, ...ofMentees } as Record<string, Field>,
	mentors: { ...shared, ...ofMentors } as Record<string, Field>
} as const satisfies Record<Register, Record<string, Field>>;

/**
 * The columns of the banks in the recommendations (МР-42/02; domain 6.14) as they fit teachers: without the representative's
 * data and the wished age; the year of birth is left out too, since nobody needs it here (data minimisation).
 */
export const officialColumns: Record<Register, readonly string[]> = {
	mentees: [
		'name',
		'contacts',
		'post',
		'subjects',
		'tenure',
		'group',
		'request',
		'begun',
		'mentor',
		'form',
		'mentorWorkplace',
		'ended',
		'results',
		'caseUrl',
		'passed',
		'consent'
	],
	mentors: [
		'name',
		'contacts',
		'workplace',
		'post',
		'subjects',
		'tenure',
		'category',
		'group',
		'pairing',
		'competences',
		'achievements',
		'interests',
		'time',
		'begun',
		'mentees',
		'form',
		'menteeWorkplace',
		'ended',
		'results',
		'caseUrl',
		'consent'
	]
};

/** A table as it goes onto paper or into a file: numbered lines under headings. */
export type PlainTable = { headings: string[]; rows: string[][] };

export function tableOf(
	register: Register,
	lines: readonly RegisterLine[],
	about: AboutColumns,
	columns: readonly { field: string; heading?: string }[] = officialColumns[register].map((field) => ({ field })),
	numbered = true
): PlainTable {
	const known = columns.flatMap(({ field, heading }) => {
		const one = fieldsOf[register][field];
		return one ? [{ heading: heading || one.heading, cell: one.cell }] : [];
	});
	const number = (text: string) => (numbered ? [text] : []);
	return {
		headings: [...number('№'), ...known.map(({ heading }) => heading)],
		rows: lines.map((line, at) => [...number(String(at + 1)), ...known.map(({ cell }) => cell(line, about))])
	};
}
