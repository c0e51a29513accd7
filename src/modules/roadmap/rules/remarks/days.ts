import { daysIn, weekday } from '../../../../core/dates';
import { type Draft, type DraftActivity, kept } from '../draft';
import { plural } from '../plural';
import type { Period } from '../understanding';
import { inRow, type Mend, type Remark, remark } from './remark';

const year = (day: string) => Number(day.slice(0, 4));

/** Rows of the same wording of a deadline are one thing to say. */
const byDeadline = (rows: readonly DraftActivity[]) => [
	...Map.groupBy(
		rows.filter(({ deadline }) => deadline.text),
		({ deadline }) => deadline.text ?? ''
	)
];

const spotsOf = (rows: readonly DraftActivity[]) => rows.map((row) => inRow(row, 'deadline'));
const things = (count: number) => plural(count, ['мероприятие', 'мероприятия', 'мероприятий']);

/** What is done in the months before the school year prepares it: the plan begins with the calendar year it begins in. */
const isOutside = (window: Period, period: Period) => year(window.to) < year(period.from) || window.from > period.to;

/** More wordings than these outside the period: it is the period that wants looking at. */
const manyWordings = 4;

export function outsidePeriod(draft: Draft): Remark[] {
	const { period } = draft;
	if (!period) return [];
	const dated = kept(draft).filter(({ deadline }) => deadline.windows.length > 0);
	const outside = dated.filter(({ deadline }) => deadline.windows.some((window) => isOutside(window, period)));
	const groups = byDeadline(outside);
	if (groups.length > manyWordings && outside.length * 2 > dated.length) {
		return [
			remark('outside', 'many', {
				sentence: `У ${plural(outside.length, ['мероприятия', 'мероприятий', 'мероприятий'])} сроки не тех лет, что у плана (${yearsText(period)}): проверьте период или сроки.`,
				spots: [{ at: 'heading', field: 'title' }, ...spotsOf(outside)],
				mend: null
			})
		];
	}
	return groups.map(([text, rows]) => {
		const past = rows[0]?.deadline.windows.every(({ to }) => year(to) < year(period.from)) ?? false;
		const meant = inYearsOf(text, rows[0]?.deadline.windows ?? [], period);
		return remark(past ? 'past-year' : 'outside', text, {
			sentence: `Срок «${text}» ${past ? 'раньше плана' : 'выходит за период плана'} (${yearsText(period)}): ${things(rows.length)}.${meant ? ` Наверное, «${meant[1]}».` : ''}`,
			spots: spotsOf(rows),
			mend: meant && { act: 'replace', words: [meant] }
		});
	});
}

const yearsText = ({ from, to }: Period) => (year(from) === year(to) ? `${year(from)}` : `${year(from)}–${year(to)}`);

/** The only year of the words put into the one year of the period in which the window falls; null when several or none fit. */
function inYearsOf(text: string, windows: readonly Period[], period: Period): readonly [string, string] | null {
	const written = [...new Set(text.match(/(?<!\d)20\d\d(?!\d)/g) ?? [])];
	const [window] = windows;
	if (written.length !== 1 || windows.length !== 1 || !window || year(window.from) !== year(window.to)) return null;
	const last = year(period.to);
	const fitting = Array.from({ length: last - year(period.from) + 1 }, (_, index) => year(period.from) + index).filter(
		(one) => `${one}${window.from.slice(4)}` >= period.from && `${one}${window.to.slice(4)}` <= period.to
	);
	return fitting.length === 1 && written[0] ? [text, text.replace(written[0], String(fitting[0]))] : null;
}

const months = ['янв', 'фев', 'мар', 'апр', 'ма[йя]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const dayAndMonth = new RegExp(
	`(?<![\\d.])(\\d{1,2})(?:\\s+(${months.join('|')})[а-яё]*|\\.(0[1-9]|1[0-2])(?!\\d))(?:[\\s.]+(20\\d\\d))?`,
	'giu'
);
const monthOf = (word: string) => months.findIndex((stem) => new RegExp(`^${stem}`, 'i').test(word)) + 1;

/** «31 ноября»: the last day of the month is proposed. «29 февраля» without a year may well be. */
export function daysThatAreNot(draft: Draft): Remark[] {
	return byDeadline(kept(draft)).flatMap(([text, rows]) => {
		for (const [written, day = '', word, number, inYear] of text.matchAll(dayAndMonth)) {
			const month = word ? monthOf(word) : Number(number);
			const last = daysIn(month, Number(inYear ?? 2024));
			if (Number(day) <= last) continue;
			const mended = text.replace(written, written.replace(day, String(last)));
			return [
				remark('no-such-day', text, {
					sentence: `В сроке «${text}» день, которого нет: в этом месяце ${plural(last, ['день', 'дня', 'дней'])}.`,
					spots: spotsOf(rows),
					mend: Number(day) <= 31 ? { act: 'replace', words: [[text, mended]] } : null
				})
			];
		}
		return [];
	});
}

const fullDay = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(20\d\d)/g;
const monthAndYear = new RegExp(`(?<![а-яё])(${months.join('|')})[а-яё]*\\s+(20\\d\\d)`, 'giu');
const span = /^(?:с\s+)?(.+?)(\s*[-–—]\s*|\s+по\s+)(.+?)$/iu;

/** Something like a date that can be compared: «2027-05-20», «2027-05»; null unless exactly one stands there. */
function instantIn(part: string) {
	const days = [...part.matchAll(fullDay)].map(
		([, day, month, of]) => `${of}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
	);
	if (days.length > 0) return days.length === 1 ? (days[0] ?? null) : null;
	const named = [...part.matchAll(monthAndYear)].map(
		([, word = '', of]) => `${of}-${String(monthOf(word)).padStart(2, '0')}`
	);
	return named.length === 1 ? (named[0] ?? null) : null;
}

/** «с 20.05.2027 по 10.09.2026»: the end before the beginning. */
export function reversedDeadlines(draft: Draft): Remark[] {
	return byDeadline(kept(draft)).flatMap(([text, rows]) => {
		const [, first = '', joint = '', second = ''] = span.exec(text.trim()) ?? [];
		const [from, to] = [instantIn(first), instantIn(second)];
		if (!from || !to || from.length !== to.length || from <= to) return [];
		const turned = text.replace(`${first}${joint}${second}`, `${second}${joint}${first}`);
		return [
			remark('reversed', text, {
				sentence: `В сроке «${text}» конец раньше начала.`,
				spots: spotsOf(rows),
				mend: { act: 'replace', words: [[text, turned]] }
			})
		];
	});
}

/** Days off that are the same every year (ст. 112 ТК РФ). */
const holidays = new Set(
	['01', '02', '03', '04', '05', '06', '07', '08']
		.map((day) => `01-${day}`)
		.concat(['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'])
);

/** A thing set for one day that is a Sunday or a holiday is only noted: contests and festivals are held on such days. */
export function daysOff(draft: Draft): Remark[] {
	const set = byDeadline(
		kept(draft).filter(
			({ deadline }) =>
				deadline.kind === 'windows' &&
				!deadline.until &&
				deadline.windows.some(({ from, to }) => from === to && isOff(from))
		)
	);
	return set.map(([text, rows]) =>
		remark('day-off', text, {
			sentence: `Срок «${text}» приходится на ${weekday(rows[0]?.deadline.windows[0]?.from ?? '') === 7 ? 'воскресенье' : 'праздничный день'}.`,
			spots: spotsOf(rows),
			mend: null
		})
	);
}

const isOff = (day: string) => weekday(day) === 7 || holidays.has(day.slice(5));

const schoolYears = /(?<!\d)(20\d\d)(\s*[-–—/]\s*)(20\d\d)(?!\d)(?=\s*(?:\(?уч|г|$|[)».,]))/u;

/** «на 2024–2025 учебный год» over a plan whose period is another: the title stayed from last year. */
export function titleOfAnotherYear({ title, period }: Draft): Remark[] {
	const [years, first, joint, last] = schoolYears.exec(title ?? '') ?? [];
	if (!period || !years || !first || !last) return [];
	const [from, to] = [year(period.from), year(period.to)];
	if (Number(first) === from && Number(last) === to) return [];
	if (Number(last) >= from && Number(first) <= to && Number(last) - Number(first) !== to - from) return [];
	const mend: Mend | null =
		Number(last) - Number(first) === to - from ? { act: 'replace', words: [[years, `${from}${joint}${to}`]] } : null;
	return [
		remark('title-year', years, {
			sentence: `В названии ${years}, а период плана – ${yearsText(period)}.`,
			spots: [{ at: 'heading', field: 'title' }],
			mend
		})
	];
}

const stampYear = /(?<!\d)20\d\d(?!\d)(?!\s*-\s*[оО])/g;

/** An approval of a year far from the plan's: the stamp of an earlier plan was left. A plan is approved a year before it at the earliest. */
export function approvalOfAnotherYear({ approvals, period }: Draft): Remark[] {
	if (!period) return [];
	return (approvals ?? []).flatMap((stamp) => {
		const years = (stamp.match(stampYear) ?? []).map(Number);
		if (years.length === 0 || years.some((one) => one >= year(period.from) - 1 && one <= year(period.to))) return [];
		const [word = 'УТВЕРЖДАЮ'] = /[А-ЯЁ]{6,}/.exec(stamp.toLocaleUpperCase('ru')) ?? [];
		return [
			remark('approval-year', stamp, {
				sentence: `В подписи «${word}» стоит ${years[0]} год, а план на ${yearsText(period)}: дата могла остаться от прежнего плана. Исправьте её в самом документе.`,
				spots: [{ at: 'heading', field: 'document' }],
				mend: null
			})
		];
	});
}
