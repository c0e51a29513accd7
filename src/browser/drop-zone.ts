const unit = (bytes: number) =>
	bytes < 1024 ** 2
		? `${Math.max(1, Math.round(bytes / 1024))} КБ`
		: `${(bytes / 1024 ** 2).toFixed(1).replace('.', ',')} МБ`;

/**
 * A file dropped anywhere on the page goes into the page's first file field; its name and size are said in Russian,
 * whatever the language of the browser. The real field lies over the whole zone, unseen: it takes the click, the key and the drop.
 */
export class DropZone extends HTMLElement {
	#words = Object.assign(document.createElement('p'), { className: 'drop-words' });
	#button = Object.assign(document.createElement('span'), { className: 'button secondary' });
	#leaving = new AbortController();

	get #input() {
		return this.querySelector<HTMLInputElement>('input[type=file]');
	}

	connectedCallback() {
		this.#words.setAttribute('role', 'status');
		this.#button.ariaHidden = 'true';
		this.append(this.#button, this.#words);
		this.classList.add('ready');
		this.#say();
		this.addEventListener('change', () => this.#say());
		if (document.querySelector('drop-zone') === this) this.#takeFromPage();
	}

	disconnectedCallback() {
		this.#leaving.abort();
	}

	#takeFromPage() {
		const { signal } = this.#leaving;
		const over = (yes: boolean) => this.classList.toggle('over', yes);
		const bringsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

		addEventListener(
			'dragover',
			(event) => {
				if (!bringsFile(event)) return;
				event.preventDefault();
				over(true);
			},
			{ signal }
		);
		addEventListener('dragleave', (event) => event.relatedTarget === null && over(false), { signal });
		addEventListener('drop', (event) => this.#drop(event, bringsFile(event), () => over(false)), { signal });
	}

	#drop(event: DragEvent, bringsFile: boolean, done: () => void) {
		const [input, files] = [this.#input, event.dataTransfer?.files];
		if (!bringsFile || !input || !files?.length) return;
		event.preventDefault();
		done();
		const taken = new DataTransfer();
		for (const file of input.multiple ? files : [files[0] as File]) taken.items.add(file);
		input.files = taken.files;
		input.dispatchEvent(new Event('change', { bubbles: true }));
		input.focus();
	}

	#say() {
		const files = [...(this.#input?.files ?? [])];
		this.#button.textContent = files.length > 0 ? 'Выбрать другой' : 'Выбрать файл';
		this.#words.textContent =
			files.map(({ name, size }) => `${name}, ${unit(size)}`).join('; ') || 'или перетащите его прямо на эту страницу';
	}
}
