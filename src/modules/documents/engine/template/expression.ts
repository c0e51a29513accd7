import { type Modifier, modifierNamed } from './modifiers';
import { unbroken } from './unbroken';
import { type Day, type Declined, printed, type Value } from './values';

/** «наставник.имя | дательный | инициалы»: a dotted name and what is done with it. */
export type Expression = {
	path: readonly string[];
	uses: readonly { name: string; argument: string; modify: Modifier }[];
};

/** @returns the expression, or the word that is no modifier. */
export function parseExpression(text: string): Expression | { unknown: string } {
	const [name = '', ...rest] = text.split('|').map((part) => part.replace(/[\s\u00a0]+/g, ' ').trim());
	const uses = rest.map((use) => {
		const [, called = '', argument = ''] = /^([^:]*):?\s*(.*)$/s.exec(use) ?? [];
		const name = called.trim();
		return { name, argument, modify: modifierNamed(name) as Modifier };
	});
	const unknown = uses.find(({ modify }) => !modify);
	if (unknown) return { unknown: unknown.name };
	return { path: name === '.' ? [] : name.split('.').map((part) => part.trim()), uses };
}

/** What words with cases and days are made of: never a field, whatever a template asks. */
const innards: ReadonlySet<string> = new Set<keyof Declined | keyof Day>([
	'cases',
	'short',
	'signature',
	'sex',
	'chosen',
	'day'
]);

/** One name of a dotted path in one thing; what is inherited is no field. */
function own(thing: unknown, name: string): unknown {
	if (typeof thing !== 'object' || thing === null || !Object.hasOwn(thing, name)) return;
	return Array.isArray(thing) || innards.has(name) ? undefined : (thing as Record<string, unknown>)[name];
}

/** The value in one scope, without looking further out. */
export function within(scope: unknown, path: readonly string[]): unknown {
	let value = scope;
	for (const name of path) value = own(value, name);
	return value;
}

/** Looked for from the innermost loop outwards. */
export function lookedUp(scopes: readonly unknown[], path: readonly string[]): unknown {
	for (let at = scopes.length - 1; at >= 0; at--) {
		const value = within(scopes[at], path);
		if (value !== undefined && value !== null) return value;
	}
	return undefined;
}

export const textOf = (value: unknown, uses: Expression['uses']) => keptTogether(shown(value, uses));

export function shown(value: unknown, uses: Expression['uses']): string {
	let current = value as Value;
	for (const { modify, argument } of uses) current = modify(current, argument);
	return printed(current);
}

/** A number never begins a line. */
export const keptTogether = (text: string) => (text.includes('№') ? unbroken(text) : text);
