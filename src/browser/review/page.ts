/** The page «Что понято» as the keys walk it: its rows, the row one is at, and pages asked for in the background. */
export const main = () => document.querySelector('main') as HTMLElement;
export const one = <E extends HTMLElement>(what: string, within: ParentNode = main()) => within.querySelector<E>(what);

export const rows = (what = '') =>
	[...main().querySelectorAll<HTMLElement>('.review .row-title')].flatMap((link) => {
		const row = link.closest('tr');
		return row && (!what || one(what, row)) ? [row] : [];
	});
export const titleOf = (row: Element | null | undefined) => row && one<HTMLAnchorElement>('.row-title', row);
export const current = () =>
	document.activeElement?.closest('tr[id]') ?? document.getElementById(one('.correcting')?.dataset.of ?? '');

export async function ask(address: string, sent?: RequestInit) {
	const answer = await fetch(address, { ...sent, headers: { accept: 'text/html' } });
	return { answer, page: new DOMParser().parseFromString(await answer.text(), 'text/html') };
}

/** A line of the table's width under a row, in place of the one of this name that stood anywhere; it says what it is `of`. */
export function lineUnder(row: Element, name: string, content: Node, of = row.id) {
	one(`.${name}`)?.remove();
	const line = document.createElement('tr');
	line.className = name;
	line.dataset.of = of;
	const cell = line.insertCell();
	cell.colSpan = 9;
	cell.append(content);
	row.after(line);
}
