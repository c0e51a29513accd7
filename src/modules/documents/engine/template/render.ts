import type { Node } from './compile';
import { lookedUp, shown } from './expression';
import type { Writer } from './writer';

/** Writes one piece of a part with a paper's own values. */
export type Step = (scopes: unknown[], to: Writer) => void;

/** A part as steps: what kind of piece each is was asked once, not in every paper. */
export function stepOf(nodes: readonly Node[]): Step {
	const steps = nodes.map((node): Step => {
		switch (node.kind) {
			case 'literal': {
				const { bytes } = node;
				return (_, to) => to.literal(bytes);
			}
			case 'field': {
				const { path, uses } = node.expression;
				return (scopes, to) => to.words(shown(lookedUp(scopes, path), uses));
			}
			case 'guard':
				return guard(node);
			default:
				return section(node);
		}
	});
	const [only] = steps;
	if (only && steps.length === 1) return only;
	return (scopes, to) => {
		for (const step of steps) step(scopes, to);
	};
}

function guard({ needs, otherwise, nodes }: Extract<Node, { kind: 'guard' }>): Step {
	const body = stepOf(nodes);
	return (scopes, to) => {
		const from = to.at();
		body(scopes, to);
		if (to.since(from).includes(needs)) return;
		// a cell keeps its properties; a table without rows goes away
		if (otherwise === '') to.backTo(from);
		else to.text(otherwise);
	};
}

function section({ path, inverted, nodes }: Extract<Node, { kind: 'section' }>): Step {
	const body = stepOf(nodes);
	// the same list of scopes goes down and comes back, for rows are many
	const inside = (scopes: unknown[], scope: unknown, to: Writer) => {
		scopes.push(scope);
		body(scopes, to);
		scopes.pop();
	};
	return (scopes, to) => {
		const value = lookedUp(scopes, path);
		const empty = !value || (Array.isArray(value) && value.length === 0);
		if (empty || inverted) {
			if (empty && inverted) body(scopes, to);
		} else if (Array.isArray(value)) for (const one of value) inside(scopes, one, to);
		else if (typeof value === 'object') inside(scopes, value, to);
		else body(scopes, to);
	};
}
