type Goal = HTMLElement & { dataset: { to: string; name: string } };

/**
 * A mentee is taken by the grip and let go over a mentor: with a mouse, a finger, or the keyboard (Enter takes and lets go, arrows choose, Esc
 * leaves all as it was). It fills in the form that the page has anyway and sends it; the answer takes the place of the board at once.
 */
class BoardMoves extends HTMLElement {
	#held: HTMLElement | undefined;
	#goal: Goal | undefined;
	#labels = new Map<string, string>();
	#busy = false;

	connectedCallback() {
		this.#dress();
		this.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#send(event.target as HTMLFormElement);
		});
	}

	get #goals() {
		return [...this.querySelectorAll<Goal>('[data-to]:not([hidden])')];
	}

	get #form() {
		return this.querySelector<HTMLFormElement>('form[data-moves]');
	}

	#say(words: string) {
		const status = this.querySelector('[data-says]');
		if (status) status.textContent = words;
	}

	#dress() {
		if (!this.#form) return;
		for (const row of this.querySelectorAll<HTMLElement>('li[data-who]')) {
			const grip = Object.assign(document.createElement('button'), {
				type: 'button',
				className: 'grip',
				textContent: '⠿',
				ariaLabel: `Взять: ${row.dataset.name}`
			});
			row.prepend(grip);
			grip.onpointerdown = (down) => this.#drag(row, grip, down);
			grip.onkeydown = (event) => this.#key(row, event);
		}
	}

	#take(row: HTMLElement) {
		this.#held = row;
		row.classList.add('moved');
		this.#ask(row.dataset.who ?? '');
	}

	#mark(goal: Goal | undefined) {
		this.#goal?.classList.remove('goal');
		this.#goal = goal;
		goal?.classList.add('goal');
	}

	#free() {
		this.#held?.classList.remove('moved');
		this.#held = undefined;
		this.#mark(undefined);
		for (const goal of this.#goals) this.#tell(goal, '');
	}

	#drop() {
		const [row, goal, form] = [this.#held, this.#goal, this.#form];
		this.#free();
		if (!row || !goal || !form || goal.contains(row)) return;
		for (const [name, value] of [
			['who', row.dataset.who ?? ''],
			['to', goal.dataset.to]
		] as const)
			(form.elements.namedItem(name) as HTMLSelectElement).value = value;
		form.requestSubmit();
	}

	#drag(row: HTMLElement, grip: HTMLElement, down: PointerEvent) {
		if (down.button || this.#busy) return;
		down.preventDefault();
		grip.focus();
		grip.setPointerCapture(down.pointerId);
		this.#take(row);
		grip.onpointermove = ({ clientX: x, clientY: y }) => {
			if (y < 80 || y > innerHeight - 80) scrollBy(0, y < 80 ? -16 : 16);
			const over = document.elementFromPoint(x, y)?.closest<Goal>('[data-to]') ?? undefined;
			if (over !== this.#goal) this.#mark(over && this.contains(over) ? over : undefined);
		};
		grip.onpointerup = () => this.#drop();
		grip.onlostpointercapture = () => {
			grip.onpointermove = grip.onpointerup = null;
			if (this.#held === row) this.#free();
		};
	}

	#key(row: HTMLElement, event: KeyboardEvent) {
		const { key } = event;
		const act = key === 'Enter' || key === ' ';
		const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
		if (this.#held !== row) {
			if (!act || this.#busy) return;
			this.#take(row);
			this.#mark(this.#goals.find((goal) => goal.contains(row)));
			this.#say(`${row.dataset.name}: стрелками выберите наставника, Enter – перевести, Esc – оставить как есть.`);
		} else if (key === 'Escape' || key === 'Tab') {
			this.#free();
			this.#say(`${row.dataset.name}: всё осталось как было.`);
			if (key === 'Tab') return;
		} else if (act) this.#drop();
		else if (step) {
			const goals = this.#goals;
			const at = goals.indexOf(this.#goal as Goal) + step;
			const goal = goals[(at + goals.length) % goals.length];
			this.#mark(goal);
			goal?.scrollIntoView({ block: 'nearest' });
			this.#say(goal ? (this.#labels.get(goal.dataset.to) ?? goal.dataset.name) : '');
		} else return;
		event.preventDefault();
		event.stopPropagation();
	}

	/** What each mentor would be for whom one has in hand: the page says it in its own form. */
	async #ask(who: string) {
		this.#labels.clear();
		try {
			const page = await read(await fetch(`${location.pathname}?who=${encodeURIComponent(who)}`));
			if (this.#held?.dataset.who !== who) return;
			for (const { value, text } of page.querySelectorAll<HTMLOptionElement>('form[data-moves] [name=to] option'))
				this.#labels.set(value, text);
			for (const goal of this.#goals) this.#tell(goal, this.#labels.get(goal.dataset.to)?.split(': ')[1] ?? '');
		} catch {
			// what the columns say of themselves is enough
		}
	}

	#tell(goal: Goal, words: string) {
		const place = goal.querySelector('[data-hint]');
		if (place) place.textContent = words;
	}

	async #send(form: HTMLFormElement) {
		if (this.#busy) return;
		this.#busy = true;
		const part = this.querySelector<HTMLElement>('[data-board]');
		const mentee = String(new FormData(form).get('who') ?? '').split(' ')[0];
		part?.setAttribute('aria-busy', 'true');
		try {
			const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) });
			const fresh = (await read(answer)).querySelector('[data-board]');
			if (!fresh || !part) return location.assign(answer.url);
			part.replaceChildren(...fresh.childNodes);
			this.#dress();
			document.querySelector('#quick-filter')?.dispatchEvent(new Event('input'));
			this.#say(part.querySelector('[data-outcome]')?.textContent ?? '');
			const row = mentee && part.querySelector<HTMLElement>(`li[data-who^="${mentee}"] .grip`);
			(row || part.querySelector<HTMLElement>('.error-summary, [data-turn]'))?.focus();
		} catch {
			this.#say('Связь с сервером прервалась. Ход не записан: повторите, когда она вернётся.');
		}
		part?.removeAttribute('aria-busy');
		this.#busy = false;
	}
}

const read = async (answer: Response) => new DOMParser().parseFromString(await answer.text(), 'text/html');

customElements.define('board-moves', BoardMoves);
