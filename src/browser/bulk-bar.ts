/** Under a table with boxes: «Выбрать все», how many are chosen, and Shift+click for a run of rows. */
export class BulkBar extends HTMLElement {
	#last: HTMLInputElement | undefined;

	get #form() {
		return this.closest('form');
	}

	get #boxes() {
		const boxes = this.#form?.querySelectorAll<HTMLInputElement>('td.choose input') ?? [];
		return [...boxes].filter((box) => !box.closest('tr')?.hidden);
	}

	connectedCallback() {
		const all = document.createElement('label');
		all.className = 'all';
		all.innerHTML = '<input type="checkbox"> Все';
		this.prepend(all);
		const box = all.querySelector('input') as HTMLInputElement;

		box.addEventListener('change', () => {
			for (const each of this.#boxes) each.checked = box.checked;
			this.#count(box);
		});
		this.#form?.addEventListener('click', (event) => {
			const clicked = event.target;
			if (!(clicked instanceof HTMLInputElement) || !this.#boxes.includes(clicked)) return;
			if (event.shiftKey && this.#last) this.#run(this.#last, clicked);
			this.#last = clicked;
			this.#count(box);
		});
		this.#count(box);
	}

	#run(from: HTMLInputElement, to: HTMLInputElement) {
		const boxes = this.#boxes;
		const [a, b] = [boxes.indexOf(from), boxes.indexOf(to)].sort((x, y) => x - y) as [number, number];
		if (a >= 0) for (const box of boxes.slice(a, b + 1)) box.checked = to.checked;
	}

	#count(all: HTMLInputElement) {
		const boxes = this.#boxes;
		const chosen = boxes.filter((box) => box.checked).length;
		all.checked = chosen > 0 && chosen === boxes.length;
		all.indeterminate = chosen > 0 && chosen < boxes.length;
		this.classList.toggle('some', chosen > 0);
		const words = this.querySelector('.chosen');
		if (words) words.textContent = chosen === 0 ? 'Отметьте строки' : `Выбрано: ${chosen}`;
		for (const button of this.querySelectorAll('button')) button.disabled = chosen === 0;
	}
}
