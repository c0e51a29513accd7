import { showDate } from '../../../core/dates';
import { formats } from '../../registry/rules/registers';
import { standingOn, standings } from './life';
import { type Member, type Mentorship, menteesOf, mentorsOf, pairsNow, roleOf } from './mentorship';
import { missingWords, needsOf } from './missing';
import { forms, orderTitle } from './words';

const people = (all: readonly Member[], roleIn: (id: string) => string = () => '') =>
	all
		.map(({ id, name, post }) => [name, post, roleIn(id) && `в роли: ${roleIn(id)}`].filter(Boolean).join(', '))
		.join('; ');

/** The order by which it works. */
export const orderOf = ({ steps }: Pick<Mentorship, 'steps'>) => {
	const ordered = steps.find(({ what }) => what === 'ordered');
	return ordered?.actKind && ordered.orderNumber && ordered.orderOn
		? orderTitle(ordered.actKind, ordered.orderNumber, ordered.orderOn)
		: '';
};
/** Agreements with their numbers and days. */
export const agreementsOf = ({ steps }: Pick<Mentorship, 'steps'>) =>
	steps
		.filter(({ what }) => what === 'agreement')
		.map(({ number, on }) => [number && `№ ${number}`, `от ${showDate(on)}`].filter(Boolean).join(' '))
		.join('; ');

const headings = [
	'№',
	'Наставник',
	'Наставляемый',
	'Форма',
	'Вид',
	'С',
	'По',
	'Как стоит',
	'Дополнительное соглашение',
	'Доплата',
	'Приказ',
	'Чего не хватает'
];

/** The columns of an order about pairs (domain 6.3), as a table for a file and for paper. */
export function tableOf(mentorships: readonly Mentorship[], today: string) {
	const rows = mentorships.map((one, at) => {
		const pairs = pairsNow(one, today);
		return [
			String(at + 1),
			people(mentorsOf(pairs), (id) => roleOf(pairs, id)),
			people(menteesOf(pairs)),
			forms[one.form],
			formats[one.kind],
			showDate(one.life.term.from),
			showDate(one.life.term.to),
			standings[standingOn(one.life, today)],
			agreementsOf(one),
			one.steps
				.filter(({ pay }) => pay)
				.map(({ pay }) => pay)
				.join('; '),
			orderOf(one),
			missingWords(needsOf(one, today)).join(', ')
		];
	});
	return { headings, rows };
}

const joined = (mark: string, ...words: readonly (string | undefined)[]) => words.filter(Boolean).join(mark);

/** The same for a screen and for a sheet of paper: what belongs together stands in one column. */
export const narrowTable = ({ rows }: ReturnType<typeof tableOf>) => ({
	headings: ['№', 'Наставник', 'Наставляемый', 'Форма и вид', 'Срок', 'Как стоит', 'Приказ, соглашение, доплата'],
	rows: rows.map(
		([at = '', mentor = '', mentee = '', form, kind, from, to, standing, agreement, pay, order, lacks]) => [
			...[at, mentor, mentee, joined(', ', form, kind), joined(' – ', from, to)],
			...[joined('; нет: ', standing, lacks), joined('; ', order, agreement && `соглашение ${agreement}`, pay)]
		]
	)
});
