const unit = (bytes: number) =>
	bytes < 1024 ** 2
		? `${Math.max(1, Math.round(bytes / 1024))} КБ`
		: `${(bytes / 1024 ** 2).toFixed(1).replace('.', ',')} МБ`;

/** A file dropped anywhere on the page goes into the page's first file field; its name and size are said. */
export class DropZone extends HTMLElement {
	#words = Object.assign(document.createElement('p'), { className: 'drop-words' });
	#leaving = new AbortController();

	get #input() {
		return this.querySelector<HTMLInputElement>('input[type=file]');
	}

	connectedCallback() {
		this.#words.setAttribute('role', 'status');
		this.append(this.#words);
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
		this.#words.textContent =
			files.map(({ name, size }) => `${name}, ${unit(size)}`).join('; ') ||
			'Или перетащите файл прямо на эту страницу.';
	}
}
