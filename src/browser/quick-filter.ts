/** Е and ё are the same letter to someone who looks for Королёва. */
const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** Hides the rows of the next table, or the mentors of a board, that do not hold every typed word. Enter still asks the server. */
export class QuickFilter extends HTMLElement {
	connectedCallback() {
		const input = this.querySelector('input');
		input?.addEventListener('input', () => this.#show(plain(input.value).split(/\s+/).filter(Boolean)));
	}

	get #rows() {
		const tables = document.querySelectorAll<HTMLTableElement>('main table');
		const next = [...tables].find((table) => this.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING);
		return [...(next?.tBodies[0]?.rows ?? document.querySelectorAll<HTMLElement>('[data-found]'))];
	}

	#show(words: string[]) {
		const rows = this.#rows;
		for (const row of rows) {
			const text = plain(
				[row.textContent, ...[...row.querySelectorAll('[title]')].map((each) => each.getAttribute('title'))].join(' ')
			);
			row.hidden = !words.every((word) => text.includes(word));
		}
		const shown = rows.filter((row) => !row.hidden).length;
		const status = this.querySelector('[role=status]');
		if (!status) return;
		status.textContent = words.length === 0 ? '' : `Показано ${shown} из ${rows.length}`;
		status.classList.toggle('unseen', words.length === 0);
	}
}
