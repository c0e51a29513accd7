/** A form whose answer is a file leaves the page where it is: after this long it may be sent again. */
const again = 10_000;

/**
 * A second click while the first is on its way does nothing. The server holds the same promise by form tokens;
 * this only spares the person the doubt.
 */
export function sendOnce() {
	const sent = new Map<HTMLFormElement, HTMLElement | null>();

	const release = (form: HTMLFormElement) => {
		sent.get(form)?.removeAttribute('aria-busy');
		sent.delete(form);
	};

	document.addEventListener('submit', (event) => {
		const form = event.target as HTMLFormElement;
		if (form.method !== 'post') return;
		if (sent.has(form)) return event.preventDefault();
		if (event.defaultPrevented) return;

		event.submitter?.setAttribute('aria-busy', 'true');
		sent.set(form, event.submitter);
		setTimeout(() => release(form), again);
	});

	// The browser's «back» may bring the page exactly as it was left
	addEventListener('pageshow', () => {
		for (const form of [...sent.keys()]) release(form);
	});
}
