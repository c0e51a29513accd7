import { type Modifier, modifierNamed } from './modifiers';
import { isDay, isDeclined, printed, type Value } from './values';

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

/** One name of a dotted path in one thing; what is inherited is no field. */
function own(thing: unknown, name: string): unknown {
	if (typeof thing !== 'object' || thing === null || Array.isArray(thing) || isDeclined(thing) || isDay(thing)) return;
	return Object.hasOwn(thing, name) ? (thing as Record<string, unknown>)[name] : undefined;
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

export function textOf(value: unknown, uses: Expression['uses']): string {
	let current = value as Value;
	for (const { modify, argument } of uses) current = modify(current, argument);
	const text = printed(current);
	return text.includes('№') ? text.replace(/№ (?=[\d_])/g, '№\u00a0') : text; // a number never begins a line
}
