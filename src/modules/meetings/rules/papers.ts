import { showDate } from '../../../core/dates';
import type { WordPaper } from '../../../core/paper-in-word';
import { type Mentorship, menteesOf, mentorsOf, pairsNow } from '../../mentorships/rules/mentorship';
import { orderOf } from '../../mentorships/rules/table';
import { dayOfMeeting, held, type Meeting } from './meeting';
import type { WorkLine } from './overview';
import { goals, meetingFormats, meetingKinds, missedReasons } from './words';

type Given = { organisation: string; mentorship: Mentorship; meetings: readonly Meeting[]; today: string };

const named = (all: readonly { name: string; post: string }[]) =>
	all.map(({ name, post }) => [name, post].filter(Boolean).join(', ')).join('; ');

function headOf({ mentorship, today }: Pick<Given, 'mentorship' | 'today'>) {
	const pairs = pairsNow(mentorship, today);
	const { from, to } = mentorship.life.term;
	return [
		`Наставник: ${named(mentorsOf(pairs))}`,
		`Наставляемый: ${named(menteesOf(pairs))}`,
		`Срок: с ${showDate(from)} по ${showDate(to)}`,
		...(orderOf(mentorship) ? [orderOf(mentorship)] : [])
	];
}

const answered = ({ people }: Meeting) => {
	const there = people.filter(({ came }) => came);
	return `${there.filter(({ answeredOn }) => answeredOn).length} из ${there.length}`;
};

/** Журнал встреч (domain 6.10): what was held and what was not, in the order of days. What stands in answers is nobody else's. */
export function journalPaper({ organisation, mentorship, meetings, today }: Given): WordPaper {
	const done = meetings.filter(({ heldOn, missed }) => heldOn || missed);
	const next = (one: Meeting) =>
		meetings.find((other) => dayOfMeeting(other) > dayOfMeeting(one) && !other.cancelledOn);
	return {
		...{ title: 'ЖУРНАЛ ВСТРЕЧ', head: [organisation] },
		parts: [
			...headOf({ mentorship, today }),
			{
				headings: [
					'№',
					'Дата, время, минут',
					'Как',
					'Тема и содержание',
					'Что получилось, договорённости',
					'Следующая встреча',
					'Отклики',
					'Подписи'
				],
				widths: [1, 4, 3, 6, 7, 3, 2, 4],
				rows: done.map((one, at) => {
					const after = next(one);
					return [
						String(at + 1),
						[showDate(dayOfMeeting(one)), one.startsAt, one.heldOn && String(one.lasts)].filter(Boolean).join(', '),
						one.format ? meetingFormats[one.format] : 'не состоялась',
						[meetingKinds[one.kind], one.topic].filter(Boolean).join('. '),
						[
							...[one.works, one.difficulty && `Трудно: ${one.difficulty}`, one.nextStep && `Дальше: ${one.nextStep}`],
							...[one.missed && missedReasons[one.missed], one.goal && goals[one.goal]]
						]
							.filter(Boolean)
							.join('. '),
						after ? showDate(dayOfMeeting(after)) : '',
						one.heldOn ? answered(one) : '',
						''
					];
				})
			},
			{ line: 'Наставник ____________________    Наставляемый ____________________', before: 240 }
		]
	};
}

/** Отчёт наставника (domain 6.12): the numbers and words stand filled in, the conclusion and the signature are the mentor's. */
export function reportPaper({ organisation, mentorship, today, line }: Given & { line: WorkLine }): WordPaper {
	const all = held(line.meetings);
	const hours = Math.round((10 * all.reduce((sum, { lasts }) => sum + lasts, 0)) / 60) / 10;
	const visits = all.filter(({ format }) => format === 'visit').length;
	const [first, last] = [all[0], all.at(-1)];
	const said = (pick: (one: Meeting) => string) => all.map((one) => pick(one)).filter(Boolean);
	const period =
		first && last
			? `за период с ${showDate(dayOfMeeting(first))} по ${showDate(dayOfMeeting(last))}`
			: 'встреч ещё не было';
	return {
		...{ title: 'ОТЧЁТ НАСТАВНИКА', head: [organisation], upright: true },
		parts: [
			{ line: period, align: 'center' as const },
			...headOf({ mentorship, today }),
			{ heading: 'Что сделано' },
			`Встреч состоялось: ${all.length}, часов: ${String(hours).replace('.', ',')}, из них взаимопосещений: ${visits}.`,
			`Встреч с откликами обоих: ${all.length - line.silent} из ${all.length}.`,
			...said(({ heldOn, topic, works }) => `${showDate(heldOn ?? '')}: ${[topic, works].filter(Boolean).join('. ')}`),
			{ heading: 'Что мешало' },
			...(said(({ difficulty }) => difficulty).length > 0
				? said(({ difficulty }) => difficulty)
				: ['____________________']),
			{ heading: 'Вывод' },
			line.road.final?.goal
				? `Цель программы: ${goals[line.road.final.goal]}.`
				: 'Цель программы: ____________________',
			'Предлагаю (нужное подчеркнуть): завершить программу; продлить до «___» __________ 20__ г.; сменить наставника.',
			{ line: 'Наставник ____________________ / ____________________', before: 240 }
		]
	};
}
