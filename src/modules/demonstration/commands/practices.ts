import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/actor';
import { addDays } from '../../../core/dates';
import { readAs } from '../../../db/as-actor';
import type { Db } from '../../../db/connection';
import { makePractice } from '../../practices/commands/write';
import type { PracticeInput } from '../../practices/form';
import { yearOf } from '../rules';
import { act, noon } from './live';

type Words = Omit<PracticeInput, 'token' | 'author' | 'occurrence' | 'programme'>;

const together: Words = {
	title: 'Второй учитель на уроке',
	form: 'pair',
	problem: 'На втором месяце работы из пяти уроков два не доходили до конца: класс отвлекался, учитель терял время.',
	goal: 'Чтобы молодой учитель к концу полугодия вёл уроки сам.\nЗадачи: увидеть, где теряется внимание; вести вместе; отпустить.',
	audience: 'Учителя первого года работы',
	dates: 'сентябрь – декабрь',
	steps:
		'Наставник смотрит два урока и отмечает минуты без дела\nПланируют один урок вместе\nВедут вдвоём: наставник начинает, учитель продолжает\nУчитель ведёт сам, наставник в классе\nРазбор раз в две недели',
	resources: 'Два часа наставника в неделю, окно в расписании',
	before: 'Доведены до конца три урока из пяти',
	after: 'Доведены до конца все уроки, учитель сам меняет ход урока',
	figures: 'Минут без дела на уроке: 14 → 4',
	risks: 'Класс слушает наставника, а не учителя: наставник садится на последнюю парту со второй недели',
	conditions: 'Расписание с общим окном; администрация не проверяет эти уроки',
	links: '',
	spreads: true
};
const team: Words = {
	...together,
	title: 'Наставники по очереди: один вопрос – один человек',
	form: 'team',
	problem: 'Один наставник не может знать всего: и журнал, и родителей, и экзамены.',
	goal: 'Чтобы у новичка на каждый вопрос был свой человек.',
	dates: 'с октября',
	steps: 'Собрали вопросы новичков\nКаждый вопрос взял один опытный учитель\nСписок висит в учительской',
	resources: '',
	before: '',
	after: '',
	figures: '',
	risks: '',
	conditions: '',
	spreads: false
};

/** One case that stands in the bank, one that its author proposes and the curator has not yet accepted. */
export async function describePractices(db: Db, actor: Actor, today: string) {
	const on = addDays(yearOf(today).acceptedOn, 14);
	if (on > today) return;
	const mentors = await readAs(db, actor, (tx) =>
		tx
			.selectFrom('role_periods')
			.where('organisation_id', '=', actor.organisationId)
			.where('role', '=', 'mentor')
			.select('person_id as id')
			.orderBy('person_id')
			.limit(2)
			.execute()
	);
	const [first, second = first] = mentors;
	if (!first || !second) return;
	const rest = { occurrence: null, programme: null };
	const accepted = { ...together, ...rest, author: [first.id], accept: true };
	const proposed = { ...team, ...rest, author: [second.id], accept: false };
	const author: Actor = { ...actor, personId: second.id, roles: [] };
	await act(db, actor, (tx) => makePractice(tx, actor, { ...accepted, token: randomUUID() }, noon(actor, on)));
	await act(db, author, (tx) => makePractice(tx, author, { ...proposed, token: randomUUID() }, noon(actor, on)));
}
