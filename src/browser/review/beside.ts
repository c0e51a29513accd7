import { ask, current, lineUnder, one, rows } from './page';

const wide = () => matchMedia('(min-width: 75rem)').matches;

/** A part of the file, brought once; where there is room for both it stands beside the rows. */
async function bring(address: string) {
	const beside = one('.beside');
	if (!beside) return undefined;
	if (beside.dataset.shows !== address) {
		beside.dataset.shows = address;
		const source = (await ask(address)).page.getElementById('source');
		if (!source) {
			delete beside.dataset.shows;
			return undefined;
		}
		if (beside.dataset.shows !== address) return undefined; // another part was asked for meanwhile
		for (const link of source.querySelectorAll<HTMLElement>('.became')) link.tabIndex = -1; // by Tab one passes the file, not each of its cells
		source.querySelector('.pager')?.setAttribute('aria-label', 'Части файла');
		beside.replaceChildren(source);
	}
	if (beside.hidden === wide()) makeRoom(beside);
	return beside;
}

/** The rows become narrower or wider; the one that was looked at stays where it was. */
function makeRoom(beside: HTMLElement) {
	const looked =
		document.querySelector(':target') ?? current() ?? rows().find((row) => row.getBoundingClientRect().top > 0);
	const top = () => looked?.getBoundingClientRect().top ?? 0;
	const before = top();
	beside.hidden = !wide();
	if (scrollY > 0) scrollBy({ top: top() - before, behavior: 'instant' });
}

/** The file goes to the place that a row, or one of its fields, was read from. False when it cannot be shown here. */
export async function follow(link: HTMLAnchorElement | null | undefined) {
	if (!link || !wide()) return false;
	const [address, place] = link.href.split('#') as [string, string];
	const beside = await bring(address).catch(() => undefined);
	if (!beside) return false;
	for (const old of beside.querySelectorAll('.here')) old.classList.remove('here');
	const cell = one(`#${place}`, beside);
	const more = link.dataset.more?.split(' ').map((index) => one(`#p${index}`, beside)) ?? [];
	for (const each of [cell, ...more]) each?.classList.add('here');
	if (!cell) return true;
	// Not scrollIntoView: the rows stay where they are
	const [of, to] = [beside.getBoundingClientRect(), cell.getBoundingClientRect()];
	beside.scrollTop += to.top - of.top - 80;
	const table = cell.closest('.table-box');
	if (table) table.scrollLeft += Math.min(0, to.left - of.left) || Math.max(0, to.right - of.right);
	return true;
}

/** From part to part of the file without leaving the rows. */
export async function turn(link: HTMLAnchorElement) {
	const beside = await bring(link.href).catch(() => undefined);
	if (!beside) return location.assign(link.href);
	beside.scrollTop = 0;
}

/** Where there is no room beside: the line of the file under the row, the field marked in it; asked again it goes. */
export async function peek(link: HTMLAnchorElement) {
	const row = link.closest('tr');
	const [address, place] = link.href.split('#') as [string, string];
	const shown = one('.snippet');
	if (shown?.dataset.of === place) return shown.remove();
	const beside = await bring(address).catch(() => undefined);
	const cell = beside && one(`#${place}`, beside);
	if (!row || !cell) return location.assign(link.href);
	const words = document.createElement('div');
	for (const each of cell.closest('tr')?.cells ?? [cell]) {
		const text = document.createElement('p');
		text.append(...[...each.childNodes].filter((node) => node instanceof Text).map((node) => node.cloneNode()));
		text.classList.toggle('here', each === cell);
		if (text.textContent?.trim()) words.append(text);
	}
	const whole = document.createElement('a');
	whole.href = link.href;
	whole.textContent = 'Весь файл';
	words.append(whole);
	lineUnder(row, 'snippet', words, place);
}
