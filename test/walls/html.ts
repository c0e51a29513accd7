import { SaxesParser } from 'saxes';

type Element = { name: string; attributes: Record<string, string>; inside: readonly string[]; text: string };

/** Our pages are written as XML would be: every element closed, every attribute quoted. Throws where one is not. */
export function elementsOf(html: string): Element[] {
	const elements: Element[] = [];
	const open: Element[] = [];
	const parser = new SaxesParser();
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element = {
			name,
			attributes: attributes as Record<string, string>,
			inside: open.map((o) => o.name),
			text: ''
		};
		elements.push(element);
		open.push(element);
	});
	parser.on('text', (text) => {
		for (const element of open) element.text += text;
	});
	parser.on('closetag', () => open.pop());
	parser.write(html.replace(/^<!doctype html>/i, '')).close();
	return elements;
}

const blocks = new Set(
	'address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 header hr main nav ol p pre section table ul'.split(
		' '
	)
);
const interactive = new Set(['a', 'button', 'select', 'textarea', 'label', 'summary']);
const named = new Set(['input', 'select', 'textarea']);

/** What is wrong with a page, by name; an empty list for a good one. */
export function faultsOf(html: string): string[] {
	let elements: Element[];
	try {
		elements = elementsOf(html);
	} catch (error) {
		return [`not well formed: ${(error as Error).message}`];
	}
	return [
		...frameFaults(elements),
		...idFaults(elements),
		...scriptFaults(elements),
		...nestingFaults(elements),
		...labelFaults(elements)
	];
}

const all = (elements: Element[], name: string) => elements.filter((element) => element.name === name);

function* frameFaults(elements: Element[]) {
	const [html] = all(elements, 'html');
	if (html?.attributes.lang !== 'ru') yield 'html has no lang="ru"';
	if (!all(elements, 'title')[0]?.text.trim()) yield 'no title';
	for (const name of ['h1', 'main', 'title']) {
		const count = all(elements, name).filter(({ inside }) => !inside.includes('svg')).length;
		if (count !== 1) yield `${count} × <${name}>`;
	}
	let level = 1;
	for (const { name } of elements) {
		if (!/^h[1-6]$/.test(name)) continue;
		if (Number(name[1]) > level + 1) yield `<${name}> comes after <h${level}>`;
		level = Number(name[1]);
	}
}

function* idFaults(elements: Element[]) {
	const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
	const known = new Set(ids);
	for (const id of known) if (ids.filter((one) => one === id).length > 1) yield `id «${id}» is not unique`;
	if (known.has('')) yield 'an empty id';
	for (const { name, attributes } of elements) {
		for (const attribute of ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'list', 'form']) {
			for (const id of attributes[attribute]?.split(/\s+/) ?? []) {
				if (!known.has(id)) yield `<${name} ${attribute}> points at «${id}», which is not there`;
			}
		}
		const anchor = name === 'a' && /^#(.+)$/.exec(attributes.href ?? '')?.[1];
		if (anchor && !known.has(decodeURIComponent(anchor))) yield `a link leads to «#${anchor}», which is not there`;
	}
}

function* scriptFaults(elements: Element[]) {
	for (const { name, attributes, text } of elements) {
		if ('style' in attributes || name === 'style') yield `inline style on <${name}>`;
		if (name === 'script' && (!attributes.src || text.trim())) yield 'inline script';
		for (const attribute of Object.keys(attributes)) if (/^on/.test(attribute)) yield `<${name} ${attribute}>`;
		if (/^\s*javascript:/i.test(attributes.href ?? '')) yield 'a javascript: link';
		for (const attribute of ['src', 'href', 'action']) {
			const outside = /^(https?:)?\/\//.test(attributes[attribute] ?? '');
			if (outside && (name !== 'a' || !/noopener|noreferrer/.test(attributes.rel ?? 'noopener'))) {
				yield `<${name}> loads from outside`;
			}
		}
	}
}

function* nestingFaults(elements: Element[]) {
	for (const { name, inside } of elements) {
		const parent = inside.at(-1) ?? '';
		if (inside.includes('p') && blocks.has(name)) yield `<${name}> in a <p>`;
		if (name === 'form' && inside.includes('form')) yield '<form> in a <form>';
		if (name !== 'label' && interactive.has(name) && ['a', 'button'].some((outer) => inside.includes(outer))) {
			yield `<${name}> in a link or a button`;
		}
		if (name === 'li' && !['ul', 'ol', 'menu'].includes(parent)) yield `<li> in <${parent}>`;
		if (['ul', 'ol'].includes(parent) && name !== 'li') yield `<${name}> in <${parent}>`;
		if (['dt', 'dd'].includes(name) && !['dl', 'div'].includes(parent)) yield `<${name}> in <${parent}>`;
	}
}

function* labelFaults(elements: Element[]) {
	const labelled = new Set(all(elements, 'label').map(({ attributes }) => attributes.for));
	for (const { name, attributes, inside } of elements) {
		if (name === 'button' && !attributes['aria-label']) {
			const button = elements.find((one) => one.attributes === attributes);
			if (!button?.text.trim()) yield 'a button without words';
		}
		if (!named.has(name) || 'hidden' in attributes || ['hidden', 'submit'].includes(attributes.type ?? '')) continue;
		const spoken = attributes['aria-label'] || attributes['aria-labelledby'];
		if (!spoken && !labelled.has(attributes.id) && !inside.includes('label')) {
			yield `<${name} name="${attributes.name ?? ''}"> has no label`;
		}
		if (!attributes.name && attributes.type !== 'search') yield `<${name} id="${attributes.id ?? ''}"> sends nothing`;
	}
	for (const { name, attributes } of elements) {
		if (name === 'img' && attributes.alt === undefined) yield 'a picture without alt';
	}
}
