import type { DeadlineKind, Period } from '../../../src/modules/roadmap/rules/understanding';

/** One right way to read a cell. `ends`: only the ends are compared; `within`: dates are right anywhere inside it. */
export type Reading = { kind: DeadlineKind; windows: Period[]; ends?: boolean; within?: Period };
export type BlindDeadline = { text: string; period: Period | null; readings: Reading[] };

/**
 * Cells of the column «Сроки» under the plan's period, and what they mean; «/» parts readings that are right alike.
 * 2025-10 is a month, 2025-10..2025-12 whole months, ..2026-05-20 only an end, ~2025-10..2025-11 anywhere inside.
 */
const cells = `
== 2025-09..2026-08
Октябрь | windows 2025-10
сентябрь 2025 г. | windows 2025-09
Сентябрь 2025г | windows 2025-09
август | windows 2025-08
Август–сентябрь | windows 2025-08..2025-09
август - сентябрь 2025 | windows 2025-08..2025-09
май | windows 2026-05
июнь | windows 2026-06
Май-июнь | windows 2026-05..2026-06
сентябрь-май | windows 2025-09..2026-05
Сентябрь  —  май | windows 2025-09..2026-05
октябрь 2025 г. – апрель 2026 г. | windows 2025-10..2026-04
ноябрь 2025 – март 2026 гг. | windows 2025-11..2026-03
декабрь-январь | windows 2025-12..2026-01
сент.–окт. 2025 | windows 2025-09..2025-10
сент. - дек. | windows 2025-09..2025-12
окт. 2025, апр. 2026 | windows 2025-10 2026-04
09.2025 | windows 2025-09
09.2025–05.2026 | windows 2025-09..2026-05
30.09.2025 | windows 2025-09-30
30.09.2025 г. | windows 2025-09-30
15 октября | windows 2025-10-15
15 октября 2025 года | windows 2025-10-15
20.04.26 | windows 2026-04-20
до 15.10.2025 | windows ..2025-10-15
До 15.10.2025 г. | windows ..2025-10-15
до 15.10. | windows ..2025-10-15
до 1 октября | windows ..2025-10-01
в срок до 20 ноября 2025 года | windows ..2025-11-20
не позднее 25 мая | windows ..2026-05-25
не позднее 31.12.2025 | windows ..2025-12-31
к 1 сентября | windows ..2025-09-01
до 1 сентября | windows ..2025-09-01
до начала учебного года | windows ..2025-08-31 / windows ..2025-09-01
до конца сентября | windows ..2025-09-30
до конца учебного года | windows ..2026-05-31 / windows ..2026-08-31 / windows ..2026-06-30
до 25 декабря, до 25 мая | windows ..2025-12-25 ..2026-05-25
до 10.10.2025, до 10.04.2026 | windows ..2025-10-10 ..2026-04-10
с 1 по 15 сентября | windows 2025-09-01..2025-09-15
с 1 по 15 сентября 2025 г. | windows 2025-09-01..2025-09-15
с 01.10 по 15.10 | windows 2025-10-01..2025-10-15
с 20 ноября по 5 декабря | windows 2025-11-20..2025-12-05
01.09-15.09.2025 | windows 2025-09-01..2025-09-15
01.09.2025 – 30.05.2026 | windows 2025-09-01..2026-05-30
10–14 ноября | windows 2025-11-10..2025-11-14
с сентября по май | windows 2025-09..2026-05
с октября 2025 года по март 2026 года | windows 2025-10..2026-03
с 15 декабря 2025 г. по 20 января 2026 г. | windows 2025-12-15..2026-01-20
последняя неделя августа | windows 2025-08-25..2025-08-31
последняя неделя мая | windows 2026-05-25..2026-05-31
первая неделя сентября | windows 2025-09-01..2025-09-07
третья неделя сентября | windows 2025-09-15..2025-09-21
первая декада октября | windows 2025-10-01..2025-10-10
2 декада ноября | windows 2025-11-11..2025-11-20
III декада апреля | windows 2026-04-21..2026-04-30
первая половина февраля | windows 2026-02-01..2026-02-14 / windows 2026-02-01..2026-02-15
вторая половина ноября | windows 2025-11-16..2025-11-30 / windows 2025-11-15..2025-11-30
начало октября | windows ~2025-10
конец мая | windows ~2026-05
в конце учебного года | windows ~2026-05..2026-08
IV квартал | windows 2025-10..2025-12
IV квартал 2025 года | windows 2025-10..2025-12
I кв. 2026 г. | windows 2026-01..2026-03
1 квартал 2026 | windows 2026-01..2026-03
I полугодие | windows 2025-09..2025-12 / windows ~2025-09..2026-01
во втором полугодии | windows 2026-01..2026-05 / windows ~2026-01..2026-08
осенние каникулы | windows ~2025-10-20..2025-11-12 / external
Весенние каникулы | windows ~2026-03-15..2026-04-12 / external
в каникулярное время | external / cadence / on-demand / windows ~2025-09..2026-08
1 четверть | windows ~2025-09-01..2025-11-05
в течение сентября | windows 2025-09
в течение I четверти | windows ~2025-09-01..2025-11-05
Сентябрь, декабрь, май | windows 2025-09 2025-12 2026-05
декабрь, май | windows 2025-12 2026-05
октябрь; апрель | windows 2025-10 2026-04
октябрь и март | windows 2025-10 2026-03
октябрь, декабрь 2025 года, февраль 2026 года | windows 2025-10 2025-12 2026-02
Ноябрь 2025, апрель-май 2026 | windows 2025-11 2026-04..2026-05
сентябрь / январь | windows 2025-09 2026-01
2 раза в год (октябрь, апрель) | windows 2025-10 2026-04 / cadence
Два раза в год: декабрь, май | windows 2025-12 2026-05 / cadence
2 раза в год | cadence
1 раз в две недели | cadence
не реже 1 раза в месяц | cadence
один раз в неделю | cadence
1 раз в четверть | cadence
раз в полугодие | cadence
ежемесячно | cadence
ежемес. | cadence
Ежеквартально | cadence
еженедельно | cadence
еженедельно, по вторникам | cadence
каждый второй четверг месяца | cadence
до 25 числа каждого месяца | cadence
до 5-го числа ежемесячно | cadence
последняя пятница месяца | cadence
ежемесячно до 10 числа | cadence
3-4 раза в год | cadence
в конце каждой четверти | cadence
по итогам каждого полугодия | cadence / external
в течение года | throughout 2025-09..2026-08
В  течение   года | throughout 2025-09..2026-08
в течении учебного года | throughout 2025-09..2026-08
в теч. года | throughout 2025-09..2026-08
В теч. уч. года | throughout 2025-09..2026-08
весь год | throughout 2025-09..2026-08
учебный год | throughout 2025-09..2026-08
постоянно | throughout 2025-09..2026-08
на протяжении всего учебного года | throughout 2025-09..2026-08
весь период реализации программы | throughout 2025-09..2026-08
на постоянной основе | throughout 2025-09..2026-08
в течение 2025-2026 учебного года | throughout 2025-09..2026-08 / windows 2025-09..2026-08
2025/2026 учебный год | windows 2025-09..2026-08 / throughout 2025-09..2026-08
постоянно, по мере необходимости | throughout 2025-09..2026-08 / on-demand
В течение года (по запросу) | throughout 2025-09..2026-08 / on-demand
по мере необходимости | on-demand
По запросу педагогов | on-demand
по необходимости | on-demand
при необходимости | on-demand
по мере поступления заявлений | on-demand / external
по обращению наставляемого | on-demand
при приёме на работу | on-demand / external
по требованию | on-demand
по графику | external
по отдельному графику | external
согласно плану-графику | external
в соответствии с планом ВШК | external
по плану работы ШМП | external
По отдельному плану | external
по графику ЦНППМ | external
согласно срокам проведения конкурсов | external
в соответствии с персонализированной программой | external
в течение месяца после издания приказа | external
не позднее 5 рабочих дней после закрепления пары | external
в течение 10 дней с момента приёма на работу | external
после формирования пар | external
по завершении программы | external / windows ~2026-05..2026-08
за 2 недели до конкурса | external
в течение 3 рабочих дней со дня подписания | external
сентябрь, далее по запросу | windows 2025-09 / on-demand
октябрь, далее ежемесячно | cadence / windows 2025-10 / windows 2025-10..2026-08
Сентябрь (по мере необходимости корректировка) | windows 2025-09 / on-demand
сентбрь 2025 | windows 2025-09
октярбь | windows 2025-10
ноябь 2025г. | windows 2025-11
Сентябрь2025 | windows 2025-09
сентябрь- октябрь | windows 2025-09..2025-10
сентябрь −октябрь 2025г | windows 2025-09..2025-10
До 15 .10. 2025 | windows ..2025-10-15
СЕНТЯБРЬ | windows 2025-09
Сентябрь
2025 | windows 2025-09
В течение
учебного
года | throughout 2025-09..2026-08
лето 2026 г. | windows 2026-06..2026-08
30 сентября, 30 декабря, 30 марта | windows 2025-09-30 2025-12-30 2026-03-30
 | none
- | none
== 2024-09..2027-08
ежегодно, сентябрь | windows 2024-09 2025-09 2026-09
сентябрь ежегодно | windows 2024-09 2025-09 2026-09
Ежегодно в мае | windows 2025-05 2026-05 2027-05
ежегодно до 20 мая | windows ..2025-05-20 ..2026-05-20 ..2027-05-20
ежегодно, до 1 октября | windows ..2024-10-01 ..2025-10-01 ..2026-10-01
май-июнь, ежегодно | windows 2025-05..2025-06 2026-05..2026-06 2027-05..2027-06
ежегодно (октябрь, апрель) | windows 2024-10 2025-04 2025-10 2026-04 2026-10 2027-04
Май, ежегодно с 2026 года | windows 2026-05 2027-05
ежегодно, IV квартал | windows 2024-10..2024-12 2025-10..2025-12 2026-10..2026-12
ежегодно | cadence / throughout 2024-09..2027-08 / windows ~2024-09..2027-08
каждый год в декабре | windows 2024-12 2025-12 2026-12
декабрь 2024, декабрь 2025, декабрь 2026 | windows 2024-12 2025-12 2026-12
май 2025, 2026, 2027 гг. | windows 2025-05 2026-05 2027-05
октябрь 2024 г. | windows 2024-10
ноябрь | windows 2024-11 2025-11 2026-11 / windows 2024-11
2025-2026 учебный год | windows 2025-09..2026-08
2025-2027 гг. | windows 2025-01..2027-12 / windows 2025-09..2027-08 / windows 2025-01..2027-08
2025 год | windows 2025-01..2025-12
весь период | throughout 2024-09..2027-08
в течение всего срока реализации | throughout 2024-09..2027-08
сентябрь 2024 – май 2027 | windows 2024-09..2027-05
до 31 августа 2027 года | windows ..2027-08-31
ежегодно, 1 раз в полугодие | cadence
ежегодно, не позднее 15 июня | windows ..2025-06-15 ..2026-06-15 ..2027-06-15
== 2026-01..2026-12
март | windows 2026-03
I квартал | windows 2026-01..2026-03
3 квартал | windows 2026-07..2026-09
II–III квартал | windows 2026-04..2026-09
II, IV кварталы | windows 2026-04..2026-06 2026-10..2026-12
I полугодие 2026 г. | windows 2026-01..2026-06
2-е полугодие | windows 2026-07..2026-12
Август - сентябрь | windows 2026-08..2026-09
до 1 февраля | windows ..2026-02-01
до 25.12 | windows ..2026-12-25
в течение года | throughout 2026-01..2026-12
в течение 2026 года | throughout 2026-01..2026-12 / windows 2026-01..2026-12
январь, июнь, декабрь | windows 2026-01 2026-06 2026-12
ежеквартально до 10 числа месяца, следующего за отчётным | cadence
до конца года | windows ..2026-12-31
сентябрь - ноябрь | windows 2026-09..2026-11
== none
октябрь 2025 г. | windows 2025-10
15.01.2026 | windows 2026-01-15
до 1 марта 2026 г. | windows ..2026-03-01
в течение года | throughout
постоянно | throughout
ежемесячно | cadence
по плану управления образования | external
январь – июнь 2026 года | windows 2026-01..2026-06
с 12.01.2026 по 30.01.2026 | windows 2026-01-12..2026-01-30
III квартал 2026 г. | windows 2026-07..2026-09
`;

const lastDay = (day: string) => {
	if (day.length === 10) return day;
	const [year, month] = day.split('-').map(Number) as [number, number];
	return `${day}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
};
const firstDay = (day: string) => (day.length === 10 ? day : `${day}-01`);

function spanOf(words: string): Period {
	const [from = '', to = from] = words.split('..');
	return { from: firstDay(from || to), to: lastDay(to) };
}

function readingOf(words: string): Reading {
	const [kind, ...spans] = words.trim().split(' ');
	const [first = ''] = spans;
	const reading: Reading = { kind: kind as DeadlineKind, windows: [] };
	if (first.startsWith('~')) return { ...reading, within: spanOf(first.slice(1)) };
	const windows = spans.map(spanOf);
	return first.startsWith('..') ? { ...reading, windows, ends: true } : { ...reading, windows };
}

/** The notation above, for documents too: `windows 2025-10 / cadence`. */
export const readingsOf = (words: string): Reading[] => words.split(' / ').map(readingOf);

export const deadlines: BlindDeadline[] = cells.split(/^== /m).flatMap((block) => {
	const [, head = '', body = ''] = /^(.*)\n([\s\S]*)$/.exec(block) ?? [];
	const period = head === 'none' ? null : spanOf(head || '2000-01');
	return [...body.matchAll(/([^|]*?) \| (.*)\n/g)].map(([, text = '', readings = '']) => ({
		text,
		period,
		readings: readingsOf(readings)
	}));
});
