/** What a node is known by among its neighbours, wherever it stands. */
const nameOf = (node: Node) =>
	node instanceof Element
		? node.id || node.getAttribute('aria-labelledby') || `${node.tagName} ${node.className}`
		: node.nodeName;

const isBeside = (node: Node | undefined): node is Element => node instanceof Element && node.matches('.beside');
const same = (one: Node | undefined, other: Node | undefined) =>
	one !== undefined && other !== undefined && (one.isEqualNode(other) || (isBeside(one) && isBeside(other)));

/** Of one kind and with the same attributes, so that only what is inside may differ. Elements with a script of their own begin anew. */
const alike = (one: Node | undefined, other: Node): one is Element =>
	one instanceof Element && !one.tagName.includes('-') && one.cloneNode().isEqualNode(other.cloneNode());

/**
 * Makes what stands on the page say what the fresh page says, touching only what differs: of five hundred rows the one that
 * was corrected. The file beside is left as it is.
 */
export function renew(old: Element, fresh: Element) {
	const [was, now] = [[...old.childNodes], [...fresh.childNodes]];
	const fewer = Math.min(was.length, now.length);
	let from = 0;
	while (from < fewer && same(was[from], now[from])) from++;
	let end = 0;
	while (end < fewer - from && same(was.at(-1 - end), now.at(-1 - end))) end++;
	const [gone, come] = [was.slice(from, was.length - end), now.slice(from, now.length - end)];
	const left = [...gone];
	const result = come.map((node) => {
		const at = left.findIndex((one) => nameOf(one) === nameOf(node));
		const known = at < 0 ? undefined : left.splice(at, 1)[0];
		if (isBeside(known)) return known;
		if (!alike(known, node)) return node;
		renew(known, node as Element);
		return known;
	});
	for (const node of gone) if (!result.includes(node)) node.remove();
	let place: Node | null = from > 0 ? (was[from - 1] as Node).nextSibling : old.firstChild;
	for (const node of result) {
		if (node === place) place = place.nextSibling;
		else old.insertBefore(node, place);
	}
}
