const calm = 1500;
const slowest = 15_000;

/**
 * While the work runs, asks for the same page and puts its own part in anew; when the work is done, or the answer lies
 * at another address, goes there. A lost connection is said and waited out.
 */
export class LivePart extends HTMLElement {
	#timer: ReturnType<typeof setTimeout> | undefined;
	#pause = calm;

	connectedCallback() {
		if (this.hasAttribute('data-running')) this.#wait();
	}

	disconnectedCallback() {
		clearTimeout(this.#timer);
	}

	#wait() {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#ask(), this.#pause);
	}

	async #ask() {
		try {
			const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
			if (answer.redirected) return location.assign(answer.url);
			if (!answer.ok) throw new Error(String(answer.status));
			this.#take(await answer.text());
			this.#pause = calm;
		} catch {
			this.#pause = Math.min(slowest, this.#pause * 2);
			const words = this.querySelector('[role=status]');
			if (words)
				words.textContent = 'Связь с сервером прервалась, пробуем ещё раз. Работа при этом не останавливается.';
		}
		this.#wait();
	}

	#take(html: string) {
		const page = new DOMParser().parseFromString(html, 'text/html');
		const fresh = page.getElementById(this.id);
		if (!fresh?.hasAttribute('data-running')) return location.reload();
		if (fresh.innerHTML !== this.innerHTML) this.replaceChildren(...fresh.childNodes);
	}
}
