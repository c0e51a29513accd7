/** On paper nothing can be unfolded: folds open for printing and close again after it. */
export function unfoldForPrint() {
	let opened: HTMLDetailsElement[] = [];
	addEventListener('beforeprint', () => {
		opened = [...document.querySelectorAll<HTMLDetailsElement>('.fold:not([open])')];
		for (const fold of opened) fold.open = true;
	});
	addEventListener('afterprint', () => {
		for (const fold of opened) fold.open = false;
	});
}
