const calm = 250;

/** Shows at once what moved sliders would change: asks the page itself with the form as it stands, and puts its part in anew. */
class WeightSliders extends HTMLElement {
	#timer: ReturnType<typeof setTimeout> | undefined;
	#asked = 0;

	connectedCallback() {
		this.addEventListener('input', ({ target }) => {
			if (target instanceof HTMLInputElement) this.#tell(target);
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#ask(), calm);
		});
	}

	disconnectedCallback() {
		clearTimeout(this.#timer);
	}

	#tell({ id, value }: HTMLInputElement) {
		const output = this.querySelector(`output[for="${CSS.escape(id)}"]`);
		if (output) output.textContent = value;
	}

	async #ask() {
		const form = this.closest('form');
		const part = this.querySelector(`#${this.dataset.part}`);
		if (!form || !part) return;
		const fields = [...new FormData(form)].filter(([name]) => name !== 'token' && name !== 'version');
		const query = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
		const number = ++this.#asked;
		part.setAttribute('aria-busy', 'true');
		try {
			const answer = await fetch(`${location.pathname}?${query}`, { headers: { accept: 'text/html' } });
			const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
			const fresh = page.getElementById(part.id);
			if (number === this.#asked && fresh) part.replaceChildren(...fresh.childNodes);
		} catch {
			const status = part.querySelector('[role=status]');
			if (status) status.textContent = 'Связь с сервером прервалась. Сдвиньте ползунок ещё раз, когда она вернётся.';
		}
		if (number === this.#asked) part.removeAttribute('aria-busy');
	}
}

customElements.define('weight-sliders', WeightSliders);
