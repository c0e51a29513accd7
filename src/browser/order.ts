/**
 * Rows of an order are taken by their grip, with a mouse or a finger, and let go before another row or at the end of a list. It sends the
 * form that the row's own buttons send; those stay for the keyboard. Esc lets the row stay where it was.
 */
class DragOrder extends HTMLElement {
	connectedCallback() {
		for (const row of this.querySelectorAll('li')) {
			if (!row.querySelector('form')) continue; // nothing moves in the archive
			const grip = Object.assign(document.createElement('b'), {
				className: 'grip',
				textContent: '⠿',
				ariaHidden: 'true'
			});
			row.querySelector('span')?.prepend(grip);
			grip.onpointerdown = (down) => this.#take(row, grip, down);
		}
	}

	#take(row: HTMLElement, grip: HTMLElement, down: PointerEvent) {
		if (down.button) return;
		let goal: Element | null = null;
		const mark = (next: Element | null) => {
			goal?.classList.remove('goal');
			goal = next;
			goal?.classList.add('goal');
		};
		down.preventDefault();
		grip.setPointerCapture(down.pointerId);
		row.classList.add('moved');
		grip.onpointermove = ({ clientY: y }) => {
			if (y < 80 || y > innerHeight - 80) scrollBy(0, y < 80 ? -16 : 16);
			mark(this.#goalAt(grip.getBoundingClientRect().left + 3, y));
		};
		document.onkeydown = ({ key }) => {
			if (key !== 'Escape') return;
			mark(null);
			grip.onpointermove = null;
		};
		grip.onpointerup = () => goal && goal !== row && send(row, goal);
		grip.onlostpointercapture = () => {
			grip.onpointermove = grip.onpointerup = document.onkeydown = null;
			row.classList.remove('moved');
			mark(null);
		};
	}

	/** The row that would follow here, or the list at whose end it would be. */
	#goalAt(x: number, y: number) {
		const over = document.elementFromPoint(x, y)?.closest('li, ol');
		if (!over || !this.contains(over) || over.tagName === 'OL') return over && this.contains(over) ? over : null;
		const { top, height } = over.getBoundingClientRect();
		return y < top + height / 2 ? over : (over.nextElementSibling ?? over.parentElement);
	}
}

function send(row: HTMLElement, goal: Element) {
	const form = row.querySelector('form');
	const [name, value] =
		goal.tagName === 'LI' ? ['before', goal.id.slice(2)] : ['stage', goal.getAttribute('data-stage')];
	form?.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
	form?.requestSubmit();
}

customElements.define('drag-order', DragOrder);
