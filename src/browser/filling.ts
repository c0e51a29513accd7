import { read, write } from './drafts';

/**
 * A questionnaire is answered section by section and kept as one writes: with a name on the server, without one in this tab
 * alone (sessionStorage), until it has been sent. Without script it is one long form.
 */
const key = (id: string) => `draft answer ${id}`;

function parts(form: HTMLFormElement) {
	const all = [...form.querySelectorAll<HTMLElement>('[data-part]')];
	const show = (at: number, scroll = true) => {
		for (const [index, part] of all.entries()) part.hidden = index !== at;
		if (scroll) form.scrollIntoView();
	};
	const at = () =>
		Math.max(
			0,
			all.findIndex(({ id }) => `#${id}` === location.hash)
		);
	const holding = (place: Element | null) => all.findIndex((part) => place && part.contains(place));
	for (const button of form.querySelectorAll<HTMLButtonElement>('[data-onward], [data-back]')) {
		button.hidden = false;
		button.addEventListener('click', (event) => {
			event.preventDefault();
			const next = holding(button) + (button.hasAttribute('data-back') ? -1 : 1);
			location.hash = `#part-${next + 1}`;
		});
	}
	addEventListener('hashchange', () => {
		const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
		const part = holding(target);
		show(part >= 0 ? part : 0);
		if (target && !target.hasAttribute('data-part')) target.focus();
	});
	const wrong = holding(form.querySelector('.wrong'));
	show(wrong >= 0 ? wrong : at(), false);
}

function keep(form: HTMLFormElement, id: string) {
	const said = form.querySelector('[data-said]');
	const say = (words: string) => {
		if (said) said.textContent = words;
	};
	const inTab = form.dataset.kept === 'tab';
	const now = () => new Date().toLocaleTimeString('ru-RU', { hour: '2-digit', minute: '2-digit' });

	async function save() {
		if (inTab) {
			try {
				sessionStorage.setItem(key(id), JSON.stringify(read(form)));
			} catch {
				return; // the tab has no room: what is written stays on the page
			}
			return say(`Сохранено в этой вкладке, ${now()}`);
		}
		const body = new FormData(form);
		for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
		const answer = await fetch(`${location.pathname}/draft`, { method: 'POST', body }).catch(() => undefined);
		say(answer?.ok ? `Сохранено, ${now()}` : 'Нет связи: написанное пока только на этой странице');
	}

	if (inTab && form.dataset.fresh === 'yes') {
		const kept = sessionStorage.getItem(key(id));
		if (kept) write(form, JSON.parse(kept));
		if (kept) form.dispatchEvent(new Event('change', { bubbles: true })); // what depends on an answer is shown again
	}
	let timer: ReturnType<typeof setTimeout> | undefined;
	form.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(save, 700);
	});
	form.addEventListener('submit', () => clearTimeout(timer));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filling]')) {
	keep(form, form.dataset.filling ?? '');
	parts(form);
}
for (const sent of document.querySelectorAll<HTMLElement>('[data-sent]'))
	sessionStorage.removeItem(key(sent.dataset.sent ?? ''));

/** Sheets are typed in: Enter goes to the next line, and from the last one sends. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keyed]')) {
	const lines = [
		...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type="hidden"]), textarea')
	];
	form.addEventListener('keydown', (event) => {
		const at = lines.indexOf(event.target as HTMLInputElement);
		if (event.key !== 'Enter' || event.ctrlKey || event.shiftKey || at < 0) return;
		const next = lines[at + 1];
		if (!next) return;
		event.preventDefault();
		next.focus();
		next.select();
	});
}
