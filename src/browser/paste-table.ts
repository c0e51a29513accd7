const most = 2_000_000; // the server takes no more

/**
 * A table pasted out of Word, Excel or a page goes along whole, with its merged cells and lists: the text alone has lost
 * them. It is sent only while the text is what was pasted.
 */
export class PasteTable extends HTMLElement {
	#words = Object.assign(document.createElement('p'), { className: 'hint' });

	connectedCallback() {
		const text = this.querySelector('textarea');
		const whole = this.querySelector<HTMLInputElement>('input[type=hidden]');
		if (!text || !whole) return;
		this.#words.setAttribute('role', 'status');
		this.append(this.#words);

		text.addEventListener('input', (event) => {
			const pasted = event instanceof InputEvent && event.inputType === 'insertFromPaste';
			if (!pasted) this.#keep(whole, '');
		});
		text.addEventListener('paste', (event) => {
			const html = event.clipboardData?.getData('text/html') ?? '';
			const everything = text.selectionStart === 0 && text.selectionEnd === text.value.length;
			this.#keep(whole, everything && /<table/i.test(html) && html.length <= most ? html : '');
		});
	}

	#keep(whole: HTMLInputElement, html: string) {
		whole.value = html;
		const rows = html.match(/<tr[\s>]/gi)?.length ?? 0;
		this.#words.textContent = html ? `Таблица вставлена целиком, строк: ${rows}.` : '';
	}
}
