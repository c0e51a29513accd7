import * as v from 'valibot';
import { parseDate } from './dates';

/** One message per field, in the user's language, shown next to that field. */
export type Problems = Partial<Record<string, string>>;
export type Values = Partial<Record<string, string>>;

/** `theirs`: the row has changed since the form was opened; these are the values saved meanwhile (409, both are shown). */
export type Rejected = { ok: false; problems: Problems; theirs?: Values };
export type Result<T> = { ok: true; value: T } | Rejected;

export const rejected = (problems: Problems, theirs?: Values): Rejected =>
	theirs ? { ok: false, problems, theirs } : { ok: false, problems };

/** 409 when somebody else was faster, 422 when something was mistyped. */
export const statusOf = (result: { theirs?: Values }) => (result.theirs ? 409 : 422);

/** A form carries a token made with the page: sent twice, it is done once. */
export type Submitted<T> = T & { token: string };
export const token = v.pipe(v.string('Откройте форму заново'), v.uuid('Откройте форму заново'));

/** A line of text, trimmed; `required` says what to do when it is empty. */
export const line = (max: number, required?: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.minLength(required ? 1 : 0, required ?? ''),
		v.maxLength(max, `Не длиннее ${max} знаков`)
	);

/** A day typed ДД.ММ.ГГГГ, read as YYYY-MM-DD. */
export const day = (message: string) => v.pipe(line(10), v.transform(parseDate), v.string(message));

/** The same, null when left empty. */
export const optionalDay = (message: string) =>
	v.pipe(
		line(10),
		v.transform((typed) => (typed === '' ? null : parseDate(typed))),
		v.nullable(v.string(message))
	);

/** Which version of the row the form was opened on. */
export const version = v.pipe(
	v.string('Откройте форму заново'),
	v.regex(/^\d{1,9}$/, 'Откройте форму заново'),
	v.transform(Number)
);

/** What was typed or pasted without what no database keeps: the zero sign and halves of letters. */
export const plainText = (typed: string) => typed.replaceAll('\u0000', '').toWellFormed();

/**
 * Reads a submitted form and keeps what was typed, so that a rejected one is shown again as it was.
 * `lists`: names that may come many times (ticked rows) and are read as arrays.
 */
export function readForm<S extends v.GenericSchema>(data: FormData, schema: S, lists: readonly string[] = []) {
	const plain = (value: FormDataEntryValue) => (typeof value === 'string' ? plainText(value) : value);
	const texts = [...data].filter(([, value]) => typeof value === 'string');
	const values = Object.fromEntries(texts.map(([name, value]) => [name, plain(value)])) as Values;
	const many = Object.fromEntries(lists.map((name) => [name, data.getAll(name).map(plain)]));
	const parsed = v.safeParse(schema, { ...values, ...many });
	if (parsed.success) return { ok: true as const, value: parsed.output, values };

	const { nested = {} } = v.flatten(parsed.issues);
	const problems: Problems = Object.fromEntries(
		Object.entries(nested as Record<string, string[]>).map(([field, messages]) => [field, messages?.[0]])
	);
	return { ok: false as const, problems, values };
}

/** What a form that only reads was sent with, in its address. */
export function formOf(query: Record<string, string>) {
	const data = new FormData();
	for (const [name, value] of Object.entries(query)) data.set(name, value);
	return data;
}
