const typing = (target: EventTarget | null) =>
	target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

const menus = () => document.querySelectorAll<HTMLDetailsElement>('details[name="menu"][open]');

/** «/» and Ctrl+K look for something, Ctrl+Enter sends the form, Esc closes what is open. */
export function listenToKeys() {
	document.addEventListener('keydown', (event) => {
		const command = event.ctrlKey || event.metaKey;
		// event.code: on a Russian layout the same key says «л», and «/» is «.»
		const asksForSearch = command ? event.code === 'KeyK' : event.key === '/' && !typing(event.target);
		if (asksForSearch) {
			const search = document.querySelector<HTMLInputElement>('#search');
			if (!search) return;
			event.preventDefault();
			search.focus();
			search.select();
		}
		if (command && event.key === 'Enter' && event.target instanceof Element) {
			const form = event.target.closest('form');
			if (form?.method === 'post') form.requestSubmit(form.querySelector<HTMLElement>('.button.primary'));
		}
		if (event.key === 'Escape') closeMenus();
	});

	document.addEventListener('click', (event) => {
		for (const menu of menus()) if (!menu.contains(event.target as Node)) menu.open = false;
	});
}

function closeMenus() {
	for (const menu of menus()) {
		menu.open = false;
		menu.querySelector('summary')?.focus();
	}
}
