/** Puts its text into the clipboard. Its button is hidden until the script is here. */
export class CopyText extends HTMLElement {
	connectedCallback() {
		const button = this.querySelector('button');
		const text = this.querySelector('[data-copy]')?.textContent?.trim();
		if (!button || !text) return;
		const words = button.textContent;
		button.hidden = false;
		button.addEventListener('click', async () => {
			button.textContent = (await copy(text)) ? 'Скопировано' : 'Не удалось: выделите и нажмите Ctrl+C';
			setTimeout(() => {
				button.textContent = words;
			}, 2500);
		});
	}
}

/** The clipboard needs HTTPS or this very computer; a school's own network has neither. */
async function copy(text: string) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		const box = Object.assign(document.createElement('textarea'), { value: text, className: 'unseen' });
		document.body.append(box);
		box.select();
		const done = document.execCommand('copy');
		box.remove();
		return done;
	}
}
