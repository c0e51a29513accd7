import type { Node } from './compile';
import { lookedUp, textOf } from './expression';
import type { Writer } from './writer';
import { escaped } from './xml';

/** Writes a part with a paper's own values. */
export function render(nodes: readonly Node[], scopes: readonly unknown[], to: Writer) {
	for (const node of nodes) {
		if (node.kind === 'literal') to.literal(node.bytes);
		else if (node.kind === 'field')
			to.text(escaped(textOf(lookedUp(scopes, node.expression.path), node.expression.uses)));
		else if (node.kind === 'section') section(node, scopes, to);
		else {
			const from = to.at();
			render(node.nodes, scopes, to);
			if (to.since(from).includes(node.needs)) continue;
			// a cell keeps its properties; a table without rows goes away
			if (node.otherwise === '') to.backTo(from);
			else to.text(node.otherwise);
		}
	}
}

function section(
	{ path, inverted, nodes }: Extract<Node, { kind: 'section' }>,
	scopes: readonly unknown[],
	to: Writer
) {
	const value = lookedUp(scopes, path);
	const empty = !value || (Array.isArray(value) && value.length === 0);
	if (empty || inverted) {
		if (empty && inverted) render(nodes, scopes, to);
	} else if (Array.isArray(value)) for (const one of value) render(nodes, [...scopes, one], to);
	else render(nodes, typeof value === 'object' ? [...scopes, value] : scopes, to);
}
