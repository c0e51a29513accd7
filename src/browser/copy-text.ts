/** Puts its text or its table into the clipboard. Its button is hidden until the script is here. */
export class CopyText extends HTMLElement {
	connectedCallback() {
		const button = this.querySelector('button');
		const table = this.querySelector('table');
		const text = this.querySelector('[data-copy]')?.textContent?.trim() ?? '';
		if (!button || !(table || text)) return;
		const words = button.textContent;
		button.hidden = false;
		button.addEventListener('click', async () => {
			const copied = table ? copyTable(table) : await copy(text);
			button.textContent = copied ? 'Скопировано' : 'Не удалось: выделите и нажмите Ctrl+C';
			setTimeout(() => {
				button.textContent = words;
			}, 2500);
		});
	}
}

/** A plain table with lines, as Word and Excel take it, and its cells by tabs for where only text is taken. It is left selected. */
function copyTable(table: HTMLTableElement) {
	const clean = document.createElement('table');
	clean.border = '1';
	clean.style.borderCollapse = 'collapse';
	const text = [...table.rows].map((row) => {
		const copied = clean.insertRow();
		return [...row.cells].map((cell) => {
			const tag = row.rowIndex === 0 ? 'th' : 'td';
			copied.append(Object.assign(document.createElement(tag), { textContent: cell.textContent }));
			return cell.textContent;
		});
	});
	const give = (event: ClipboardEvent) => {
		event.clipboardData?.setData('text/html', clean.outerHTML);
		event.clipboardData?.setData('text/plain', text.map((cells) => cells.join('\t')).join('\n'));
		event.preventDefault();
	};
	getSelection()?.selectAllChildren(table);
	document.addEventListener('copy', give);
	const copied = document.execCommand('copy'); // works without HTTPS too
	document.removeEventListener('copy', give);
	return copied;
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
