/**
 * «Что понято» by keyboard: from row to row, a row corrected in place, the file beside. Whatever is shown or saved comes
 * from the pages that work without it; nothing is remembered here but where one was. A script of its own: one page needs it.
 */
const main = () => document.querySelector('main') as HTMLElement;
const one = <E extends HTMLElement>(what: string, within: ParentNode = main()) => within.querySelector<E>(what);
const rows = (what = '') =>
	[...main().querySelectorAll<HTMLElement>('.review .row-title')].flatMap((link) => {
		const row = link.closest('tr');
		return row && (!what || one(what, row)) ? [row] : [];
	});
const titleOf = (row: Element | null) => row && one('.row-title', row);
const current = () => document.activeElement?.closest('tr[id]') ?? one('.correcting')?.previousElementSibling ?? null;

async function ask(address: string, sent?: RequestInit) {
	const answer = await fetch(address, { ...sent, headers: { accept: 'text/html' } });
	return { answer, page: new DOMParser().parseFromString(await answer.text(), 'text/html') };
}

/** The row after this one, or before it, of those that have `what`; from the end to the beginning. */
function go(step: number, what = '') {
	const all = rows(what);
	const here = current();
	const after = all.filter((row) => here && here.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
	const before = all.filter((row) => here && here.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING);
	titleOf((step > 0 ? (after[0] ?? all[0]) : (before.at(-1) ?? all.at(-1))) ?? null)?.focus();
}

function close() {
	const row = current();
	one('.correcting')?.remove();
	titleOf(row)?.focus();
}

/** The form of the row's own page, under the row. */
function put(row: Element, address: string, page: Document) {
	const form = one(`form[action="${address}"]`, page);
	if (!form) return location.assign(address);
	one('.correcting')?.remove();
	const line = document.createElement('tr');
	line.className = 'correcting';
	line.insertCell().colSpan = 9;
	line.cells[0]?.append(form);
	row.after(line);
	const asked = one('.doubt', row)?.dataset.field;
	(one('.error-summary', form) ?? one(`[name=${asked}]`, form) ?? one('textarea', form))?.focus();
}

async function open(row: Element | null | undefined) {
	const address = titleOf(row ?? null)?.getAttribute('href');
	if (row && address) put(row, address, (await ask(address)).page);
}

/** The page anew, as it is after an act; the file beside stays. */
async function refresh(saved: string) {
	const address = new URL(location.href);
	address.searchParams.set('saved', saved);
	const { page } = await ask(address.href);
	const [fresh, beside] = [page.querySelector('main'), one('.beside')];
	if (!fresh || !beside) return location.reload();
	fresh.querySelector('.beside')?.replaceWith(beside);
	main().replaceChildren(...fresh.childNodes);
	ready();
}

/** Sends a form of the list without leaving it. What is refused comes back in its place, with the reason. */
async function send(form: HTMLFormElement, saved: string, onward = false) {
	const row = current();
	const doubtful = rows('.doubt').map(({ id }) => id);
	const at = doubtful.indexOf(row?.id ?? '');
	const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
	try {
		const { answer, page } = await ask(form.action, { method: 'post', body });
		if (!answer.ok && row) return put(row, new URL(form.action).pathname, page);
		if (!answer.url.includes(location.pathname)) return form.submit(); // signed out: the sign-in page
		await refresh(saved);
	} catch {
		return form.submit();
	}
	const still = [...doubtful.slice(at + 1), ...doubtful.slice(0, Math.max(0, at))].find((id) =>
		rows('.doubt').some((each) => each.id === id)
	);
	const next = document.getElementById((onward && still) || row?.id || '');
	titleOf(next)?.focus();
	if (onward && still) await open(next);
}

const undo = () => {
	const form = one<HTMLFormElement>('form[action$="/undoing"]');
	if (form) send(form, 'undone');
};

/** The file beside the rows, where there is room for both: it goes to the place that the focused row, or a clicked cell, was read from. */
async function follow(link: HTMLAnchorElement | null | undefined) {
	const beside = one('.beside');
	if (!beside || !link || !matchMedia('(min-width: 75rem)').matches) return false;
	const [address, place] = link.href.split('#') as [string, string];
	if (beside.dataset.shows !== address) {
		beside.dataset.shows = address;
		const source = (await ask(address)).page.getElementById('source');
		if (!source) return false;
		for (const link of source.querySelectorAll('a')) link.tabIndex = -1; // by Tab one passes the file, not each of its cells
		beside.replaceChildren(source);
		beside.hidden = false;
	}
	for (const old of beside.querySelectorAll('.here')) old.classList.remove('here');
	const cell = one(`#${place}`, beside);
	cell?.classList.add('here');
	if (cell) beside.scrollTop += cell.getBoundingClientRect().top - beside.getBoundingClientRect().top - 80;
	return true;
}

const acts: Record<string, () => void> = {
	KeyJ: () => go(1),
	KeyK: () => go(-1),
	KeyN: () => go(1, '.doubt'),
	KeyP: () => go(-1, '.doubt'),
	KeyU: undo
};

function pressed(event: KeyboardEvent) {
	const { target, code, key } = event;
	const command = event.ctrlKey || event.metaKey;
	const element = target as HTMLElement;
	const form = element.closest<HTMLFormElement>('.correcting form');
	const writes = element.matches('input:not([type=checkbox]), textarea, select');
	const onward = form && one('[name=onward]', form);
	let act: (() => void) | undefined;
	if (form && key === 'Escape') act = close;
	else if (command && key === 'Enter' && onward) act = () => form.requestSubmit(onward);
	else if (writes || event.altKey) return;
	else if (command) act = code === 'KeyZ' ? undo : undefined;
	else if (key === '?') act = () => one('.keys summary')?.click();
	else if (element.matches('.row-title') && /^Arrow(Up|Down)$/.test(key))
		act = acts[key === 'ArrowUp' ? 'KeyK' : 'KeyJ'];
	else act = acts[code];
	if (!act) return;
	event.preventDefault();
	event.stopImmediatePropagation();
	act();
}

function ready() {
	const keys = one('.keys');
	if (keys) keys.hidden = false;
}

function listen() {
	ready();
	follow(one<HTMLAnchorElement>('.review .in-file'));
	document.addEventListener('keydown', pressed, true);
	document.addEventListener('focusin', ({ target }) => {
		const row = (target as Element).closest('.review tr[id]');
		if (row) follow(row.querySelector<HTMLAnchorElement>('.in-file'));
	});
	document.addEventListener('click', (event) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('.review a');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
		if (link.matches('.in-file') && !one('.beside')?.hidden) follow(link);
		else if (link.matches('.row-title') && event.detail === 0) open(link.closest('tr'));
		else if (link.closest('.correcting')) close();
		else return;
		event.preventDefault();
	});
	document.addEventListener(
		'submit',
		(event) => {
			const form = event.target as HTMLFormElement;
			if (!form.closest('.correcting')) return;
			event.preventDefault();
			send(form, 'correction', event.submitter?.getAttribute('name') === 'onward');
		},
		true
	);
}

listen();

export {};
