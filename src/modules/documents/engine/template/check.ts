import type { FieldSpec } from '../../rules/fields/spec';
import type { Node } from './compile';
import { nearest } from './nearest';
import { placeText, type TemplateProblem } from './problems';
import type { Tag } from './tags';

export type Checked = {
	/** Dotted names of all fields the template asks for, in the order they stand. */
	used: string[];
	/** Fields nobody fills: misspelt or not of this kind of paper. They would stay empty. */
	unknown: TemplateProblem[];
};

type Scope = { prefix: string; fields: readonly FieldSpec[] };

/** Which of the known fields a template uses, and which of its fields nobody knows. */
export function checkFields(parts: readonly { nodes: readonly Node[] }[], known: readonly FieldSpec[]): Checked {
	const used = new Set<string>();
	const unknown: TemplateProblem[] = [];
	const look = (path: readonly string[], tag: Tag, scopes: readonly Scope[]) => {
		if (path.length === 0) return undefined; // «.»: the line itself
		const found = find(path, scopes);
		if (found) used.add(found.name);
		else {
			const suggestion = nearest(path.join('.'), namesIn(scopes));
			unknown.push({
				place: placeText(tag.place),
				near: tag.written,
				reason: `Поля «${path.join('.')}» нет в списке полей.`,
				...(suggestion && { suggestion })
			});
		}
		return found;
	};
	const walk = (nodes: readonly Node[], scopes: readonly Scope[]) => {
		for (const node of nodes) {
			if (node.kind === 'literal') continue;
			if (node.kind === 'guard') walk(node.nodes, scopes);
			else if (node.kind === 'field') look(node.expression.path, node.tag, scopes);
			else {
				const found = look(node.path, node.tag, scopes);
				const inner = found?.spec.fields;
				// what stands in an unknown section cannot be told
				if (!found && node.path.length > 0) continue;
				walk(node.nodes, inner && !node.inverted ? [...scopes, { prefix: `${found.name}.`, fields: inner }] : scopes);
			}
		}
	};
	for (const { nodes } of parts) walk(nodes, [{ prefix: '', fields: known }]);
	return { used: [...used], unknown };
}

function find(path: readonly string[], scopes: readonly Scope[]) {
	for (const { prefix, fields } of scopes.toReversed()) {
		let [among, spec]: [readonly FieldSpec[], FieldSpec | undefined] = [fields, undefined];
		for (const name of path) {
			spec = among.find((field) => field.name === name);
			if (!spec) break;
			among = spec.kind === 'list' ? [] : (spec.fields ?? []);
		}
		if (spec) return { spec, name: prefix + path.join('.') };
	}
	return undefined;
}

function* namesIn(scopes: readonly Scope[]): Generator<string> {
	for (const { fields } of scopes) yield* namesOf(fields, '');
}

function* namesOf(fields: readonly FieldSpec[], prefix: string): Generator<string> {
	for (const { name, fields: inner, kind } of fields) {
		yield prefix + name;
		if (inner && kind !== 'list') yield* namesOf(inner, `${prefix}${name}.`);
	}
}
