const two = (value: number) => String(value).padStart(2, '0');

/** «5.9», «5.9.26», «05092026» → «05.09.2026»; anything else stays as typed. A missing year is the current one. */
export function tidyDate(typed: string, thisYear: number) {
	const parts =
		/^(\d{1,2})[.,/\-\s](\d{1,2})(?:[.,/\-\s](\d{2}|\d{4}))?$/.exec(typed.trim()) ??
		/^(\d\d)(\d\d)(\d{4})$/.exec(typed.trim());
	if (!parts) return typed;
	const [day, month] = [Number(parts[1]), Number(parts[2])];
	const year = parts[3] ? Number(parts[3].length === 2 ? `20${parts[3]}` : parts[3]) : thisYear;
	return day > 31 || month > 12 || day === 0 || month === 0 ? typed : `${two(day)}.${two(month)}.${year}`;
}

/** Tidies a date when its field is left; arrows up and down move it by a day. */
export function tidyDates() {
	document.addEventListener('change', ({ target }) => {
		if (target instanceof HTMLInputElement && target.matches('[data-date]')) {
			target.value = tidyDate(target.value, new Date().getFullYear());
		}
	});

	document.addEventListener('keydown', (event) => {
		const { target, key } = event;
		if (!(target instanceof HTMLInputElement) || !target.matches('[data-date]')) return;
		const step = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
		const moved = step && moveDate(target.value, step);
		if (!moved) return;
		event.preventDefault();
		target.value = moved;
		target.dispatchEvent(new Event('input', { bubbles: true }));
	});
}

/** '31.08.2026' + 1 → '01.09.2026'; undefined when it is not a date. */
export function moveDate(text: string, days: number) {
	const parts = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
	if (!parts) return undefined;
	const date = new Date(Date.UTC(Number(parts[3]), Number(parts[2]) - 1, Number(parts[1]) + days));
	return `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`;
}
