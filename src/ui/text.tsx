import type { Child } from 'hono/jsx';
import { type Forms, months, plural } from '../core/words';

export { type Forms, plural } from '../core/words';

/** «5 октября», with the year when it is not the year of `today` (or when `today` is not given). Dates are YYYY-MM-DD. */
export function dayText(date: string, today?: string) {
	const [year, month, day] = date.split('-');
	const text = `${Number(day)} ${months[Number(month) - 1]}`;
	return year === today?.slice(0, 4) ? text : `${text} ${year}`;
}

/** «5–9 октября», «28 сентября – 2 октября»; both days inclusive. */
export function dayRangeText(from: string, to: string, today?: string) {
	if (from === to) return dayText(from, today);
	if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dayText(to, today)}`;
	if (from.slice(0, 4) !== to.slice(0, 4)) return `${dayText(from)} – ${dayText(to)}`;
	return `${dayText(from, from)} – ${dayText(to, today)}`;
}

/** A calendar date for people and for machines. */
export const Day = ({ date, today }: { date: string; today?: string | undefined }) => (
	<time datetime={date}>{dayText(date, today)}</time>
);

/** A period, both days inclusive; an open one reads «с 1 сентября». */
export const DayRange = ({ from, to, today }: { from: string; to: string | null; today?: string | undefined }) => (
	<span class="day-range">{to ? dayRangeText(from, to, today) : `с ${dayText(from, today)}`}</span>
);

/** An instant (ISO 8601) as «5 октября, 14:05» in the organisation's own time zone. */
export function momentText(at: string, timeZone: string, today?: string) {
	const instant = new Date(at);
	const date = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
	const time = new Intl.DateTimeFormat('ru-RU', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
	return `${dayText(date, today)}, ${time}`;
}

export const Moment = (props: { at: string; timeZone: string; today?: string | undefined }) => (
	<time datetime={props.at}>{momentText(props.at, props.timeZone, props.today)}</time>
);

/** «Петрова Анна Ивановна» → «Петрова А. И.»; a name of one word stays as it is. */
export function shortName(full: string) {
	const [family = '', ...given] = full.trim().split(/\s+/);
	return [family, ...given.map((name) => `${name[0]?.toUpperCase()}.`)].join(' ');
}

/** Short in tables, where the full name waits in the title; full on cards. */
export const PersonName = ({ name, full = false }: { name: string; full?: boolean }) =>
	full ? (
		<span class="person">{name}</span>
	) : (
		<span class="person" title={name}>
			{shortName(name)}
		</span>
	);

/** Number and word: counted(2, ['пара', 'пары', 'пар']) → «2 пары». */
export const counted = (count: number, forms: Forms) => `${numberText(count)} ${plural(count, forms)}`;

/** «12 480», «3,5»: thousands apart, decimal comma. */
export const numberText = (value: number) => new Intl.NumberFormat('ru-RU').format(value);

/** «640 байт», «18 КБ», «2,4 МБ»: what a person sees in the file manager. */
export function bytesText(bytes: number) {
	if (bytes < 1024) return counted(bytes, ['байт', 'байта', 'байт']);
	if (bytes < 1024 ** 2) return `${numberText(Math.round(bytes / 1024))} КБ`;
	return `${numberText(Math.round((bytes / 1024 ** 2) * 10) / 10)} МБ`;
}

/** The one sentence under the title: «12 пар, у 3 нет встречи больше двух недель». */
export const Lede = ({ children }: { children?: Child }) => <p class="lede">{children}</p>;

/** Less important words: explanations, sources, dates of change. */
export const Quiet = ({ children }: { children?: Child }) => <span class="quiet">{children}</span>;

type Copied = { text: string; label?: string; prose?: boolean };

/** A text to take along: a one-time code, an address, a paragraph (`prose`). The button appears with the script. */
export const CopyText = ({ text, label = 'Скопировать', prose = false }: Copied) => (
	<copy-text class="copy-text">
		{prose ? <span data-copy>{text}</span> : <code data-copy>{text}</code>}
		<button type="button" class="button secondary" hidden>
			{label}
		</button>
	</copy-text>
);
