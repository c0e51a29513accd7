import { draftKey } from '../drafts';
import { ask, current, lineUnder, main, one, rows, titleOf } from './page';
import { renew } from './renew';

/** Called when the page stands anew: what the script adds to it is added again. */
let ready = () => {};
export const whenAnew = (act: () => void) => {
	ready = act;
	act();
};

const pathOf = (address: string) => new URL(address, location.href).pathname;
/** drafts.ts keeps what is typed into a form that came after the page, until it is told that it was taken. */
const tell = (form: HTMLFormElement, what: 'put' | 'taken') =>
	form.dispatchEvent(new CustomEvent(`form-${what}`, { bubbles: true }));

export function close() {
	const row = current();
	one('.correcting')?.remove();
	titleOf(row)?.focus();
	markUnsent();
}

/** What was typed into a row and not sent is said beside it: the form opens with it. */
export function markUnsent() {
	for (const row of rows()) {
		const title = titleOf(row);
		if (!title || one('.unsent', row) || !sessionStorage.getItem(draftKey(title.href))) continue;
		const words = document.createElement('span');
		words.className = 'quiet unsent';
		words.textContent = ' Есть несохранённый текст.';
		title.after(words);
	}
}

/** The form of the row's own page, under the row; where there is none, that page itself. */
function put(row: Element, address: string, page: Document) {
	const form = one<HTMLFormElement>(`form[action="${pathOf(address)}"]`, page);
	if (!form) return location.assign(address);
	lineUnder(row, 'correcting', form);
	tell(form, 'put');
	const asked = one('.doubt', row)?.dataset.field;
	(one('.error-summary', form) ?? one(`[name=${asked}]`, form) ?? one('textarea', form))?.focus();
}

export async function open(row: Element | null | undefined) {
	const address = titleOf(row)?.href;
	if (row && address) put(row, address, (await ask(address)).page);
}

/** The page as it is after an act, in place of the one before us. */
function show(page: Document) {
	const fresh = page.querySelector('main');
	if (!fresh?.querySelector('.beside')) return location.reload();
	one('.correcting')?.remove();
	renew(main(), fresh);
	ready();
}

/** The list once more, in the order it is read in; `at`: with the part on which this row stands now. */
async function listAgain(at: string, saved: string | null) {
	const address = new URL(location.href);
	if (one('.pager')) address.searchParams.set('at', at);
	address.searchParams.delete('saved');
	const again = new URL(address);
	if (saved) again.searchParams.set('saved', saved);
	show((await ask(again.href)).page);
	if (one('.pager')) history.replaceState(null, '', address);
}

/** Says under the form what became of it; what was typed stays there. */
function say(form: HTMLFormElement, words: string) {
	const line = one('.sending', form) ?? document.createElement('p');
	line.className = 'sending';
	line.setAttribute('role', 'status');
	line.textContent = words;
	one('.buttons', form)?.before(line);
}

/** Sends a form of the list without leaving it. What is refused comes back in its place, with the reason. */
export async function send(form: HTMLFormElement, onward = false) {
	if (form.ariaBusy) return;
	const button = one('.button', form);
	form.ariaBusy = 'true';
	button?.setAttribute('aria-busy', 'true');
	const row = current();
	const inPlace = form.closest('.correcting');
	if (inPlace) say(form, 'Записываем…');
	const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
	if (onward) body.set('onward', 'next');
	try {
		const { answer, page } = await ask(form.action, { method: 'post', body });
		const landed = new URL(answer.url);
		if (!answer.ok) return inPlace && row ? put(row, form.action, page) : show(page);
		// Signed out: after the sign-in the row's own page stands there with what was typed
		if (!landed.pathname.startsWith(location.pathname)) return location.assign(inPlace ? form.action : location.href);
		tell(form, 'taken');
		const next = /\/activities\/(\w+)$/.exec(landed.pathname)?.[1];
		const at = next ?? landed.searchParams.get('at') ?? row?.id ?? '';
		await listAgain(at, landed.searchParams.get('saved'));
		const there = document.getElementById(at) ?? rows()[0];
		titleOf(there)?.focus();
		if (next && there) put(there, landed.href, page);
	} catch {
		form.ariaBusy = null;
		button?.removeAttribute('aria-busy');
		if (!inPlace) return form.submit();
		say(form, 'Связь с сервером прервалась: ничего не записано, ваш текст остался здесь. Попробуйте ещё раз.');
	}
}

export const undo = () => {
	const form = one<HTMLFormElement>('form[action$="/undoing"]');
	if (form) send(form);
};
