import type { Node } from './compile';
import { lookedUp, textOf } from './expression';
import { escaped } from './xml';

/** The XML of a part with a paper's own values. */
export function rendered(nodes: readonly Node[], scopes: readonly unknown[]): string {
	let out = '';
	for (const node of nodes) {
		if (typeof node === 'string') out += node;
		else if (node.kind === 'field')
			out += escaped(textOf(lookedUp(scopes, node.expression.path), node.expression.uses));
		else if (node.kind === 'section') out += section(node, scopes);
		else {
			const inside = rendered(node.nodes, scopes);
			out += inside.includes(node.needs) ? inside : withoutContent(inside, node.otherwise);
		}
	}
	return out;
}

/** A cell keeps its properties. */
const withoutContent = (inside: string, otherwise: string) => (otherwise ? inside + otherwise : '');

function section({ path, inverted, nodes }: Extract<Node, { kind: 'section' }>, scopes: readonly unknown[]): string {
	const value = lookedUp(scopes, path);
	const empty = !value || (Array.isArray(value) && value.length === 0);
	if (empty) return inverted ? rendered(nodes, scopes) : '';
	if (inverted) return '';
	if (Array.isArray(value)) return value.map((one) => rendered(nodes, [...scopes, one])).join('');
	return rendered(nodes, typeof value === 'object' ? [...scopes, value] : scopes);
}
