/**
 * What was typed and not sent survives a reload, a lost connection and a lost session. It is kept in the tab
 * (sessionStorage), not on the computer: a school's PC has many users. A draft belongs to one person and one form.
 */
type Draft = { at: string; base: string; values: [name: string, value: string][] };

const person = () => document.body.dataset.person;
/** Where the draft of a form lies that is sent to this address. */
export const draftKey = (address: string) => `draft ${person()} ${new URL(address).pathname}`;
const key = (form: HTMLFormElement) => draftKey(form.action);
const sentKey = 'draft-sent';
type Sent = { key: string; from: string };

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const unkept = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'search'];

const controls = (form: HTMLFormElement) =>
	[...form.elements].filter(
		(each): each is Control =>
			(each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement) &&
			each.name !== '' &&
			!unkept.includes(each.type)
	);

const ticks = (control: Control): control is HTMLInputElement =>
	control.type === 'checkbox' || control.type === 'radio';

export const read = (form: HTMLFormElement): Draft['values'] =>
	controls(form).flatMap((control) => (ticks(control) && !control.checked ? [] : [[control.name, control.value]]));

export function write(form: HTMLFormElement, values: Draft['values']) {
	const left = new Map<string, string[]>();
	for (const [name, value] of values) left.set(name, [...(left.get(name) ?? []), value]);
	for (const control of controls(form)) {
		const mine = left.get(control.name) ?? [];
		if (ticks(control)) control.checked = mine.includes(control.value);
		else control.value = mine.shift() ?? '';
	}
}

const isText = (control: Control) => control instanceof HTMLTextAreaElement || control.type === 'text';

/** A form where something is written; passwords and those that say `data-draft="off"` are left alone. */
const isKept = (form: HTMLFormElement) =>
	form.method === 'post' &&
	form.dataset.draft !== 'off' &&
	!form.querySelector('[type=password]') &&
	controls(form).some(isText);

export function keepDrafts() {
	forgetSent();
	document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', forgetAll);
	if (!person()) return;
	for (const form of document.forms) if (isKept(form)) keep(form);
	// A form that came after the page, opened in place (review.ts)
	document.addEventListener(
		'form-put',
		({ target }) => isKept(target as HTMLFormElement) && keep(target as HTMLFormElement)
	);
}

function keep(form: HTMLFormElement) {
	const base = JSON.stringify(read(form));
	bringBack(form, base);

	let timer: ReturnType<typeof setTimeout> | undefined;
	const save = () => {
		clearTimeout(timer);
		timer = undefined;
		const values = read(form);
		if (JSON.stringify(values) === base) return sessionStorage.removeItem(key(form));
		const draft: Draft = { at: new Date().toISOString(), base, values };
		try {
			sessionStorage.setItem(key(form), JSON.stringify(draft));
		} catch {
			// a whole document was pasted: the tab has no room for it, and the person has it elsewhere
		}
	};
	form.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(save, 300);
	});
	form.addEventListener('submit', (event) => {
		if (event.defaultPrevented) return;
		save();
		sessionStorage.setItem(
			sentKey,
			JSON.stringify({ key: key(form), from: location.href.split('#')[0] ?? '' } satisfies Sent)
		);
	});
	form.addEventListener('form-taken', () => {
		clearTimeout(timer);
		timer = undefined;
		sessionStorage.removeItem(key(form));
	});
	addEventListener('pagehide', () => timer && save());
}

/**
 * A page of a signed-in person without an error in it, to which the form itself has led, means that what was sent was
 * taken. The sign-in page, an error page, «back», a reload, an address typed anew mean that it may not have been.
 */
function forgetSent() {
	const sent = JSON.parse(sessionStorage.getItem(sentKey) ?? 'null') as Sent | null;
	if (!sent) return;
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	const ledHere = navigation?.type === 'navigate' && document.referrer === sent.from;
	if (ledHere && person() && !document.querySelector('.error-summary')) sessionStorage.removeItem(sent.key);
	sessionStorage.removeItem(sentKey);
}

/** The next person at this computer finds nothing of the last one. */
function forgetAll() {
	for (const name of Object.keys(sessionStorage)) if (name.startsWith('draft')) sessionStorage.removeItem(name);
}

function bringBack(form: HTMLFormElement, base: string) {
	const draft = JSON.parse(sessionStorage.getItem(key(form)) ?? 'null') as Draft | null;
	if (!draft || JSON.stringify(draft.values) === base || form.querySelector('.error-summary')) return;

	const changedMeanwhile = draft.base !== base;
	if (!changedMeanwhile) write(form, draft.values);
	form.prepend(line(form, draft, base, changedMeanwhile));
}

function line(form: HTMLFormElement, draft: Draft, base: string, changedMeanwhile: boolean) {
	const time = new Date(draft.at).toLocaleTimeString('ru-RU', { hour: '2-digit', minute: '2-digit' });
	const box = document.createElement('div');
	box.className = 'notice kept';
	box.setAttribute('role', 'status');
	const words = document.createElement('span');
	const swap = document.createElement('button');
	swap.type = 'button';
	swap.className = 'button quiet';
	box.append(words, swap);

	if (changedMeanwhile) {
		words.textContent = `Есть ваш несохранённый текст (${time}), но запись с тех пор изменилась.`;
		swap.textContent = 'Вернуть мой текст';
	} else {
		words.textContent = `Вернули несохранённый текст (${time}).`;
		swap.textContent = 'Начать заново';
	}
	swap.addEventListener('click', () => {
		write(form, changedMeanwhile ? draft.values : (JSON.parse(base) as Draft['values']));
		if (!changedMeanwhile) sessionStorage.removeItem(key(form));
		box.remove();
	});
	return box;
}
