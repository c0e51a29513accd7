/**
 * «Что понято» by keyboard: from row to row, a row corrected in place, the file beside. Whatever is shown or saved comes
 * from the pages that work without it; nothing is remembered here but where one was. A script of its own: one page needs it.
 */
import { follow, peek, turn } from './review/beside';
import { close, markUnsent, open, send, undo, whenAnew } from './review/in-place';
import { current, one, rows, titleOf } from './review/page';

/** The row after this one, or before it, of those that have `what`; from the end to the beginning. */
function go(step: number, what = '') {
	const all = rows(what);
	const here = current();
	const after = all.filter((row) => here && here.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
	const before = all.filter((row) => here && here.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING);
	titleOf(step > 0 ? (after[0] ?? all[0]) : (before.at(-1) ?? all.at(-1)))?.focus();
}

const showPlace = async (link: HTMLAnchorElement) => (await follow(link)) || peek(link);

/** From a place in the file to its row when it stands on this part, the place marked; elsewhere the link leads by itself. */
function toRow(link: HTMLAnchorElement) {
	const there = document.getElementById(link.hash.slice(1));
	if (!there) return false;
	titleOf(there)?.focus();
	if (!titleOf(there)) there.scrollIntoView();
	const piece = link.closest('[id]')?.id;
	const ways = [...there.querySelectorAll<HTMLAnchorElement>('.in-file')];
	follow(
		ways.find(({ hash, dataset }) =>
			`${hash} ${dataset.more?.replace(/\d+/g, '#p$&')}`.split(' ').includes(`#${piece}`)
		)
	);
	return true;
}

const acts: Record<string, () => void> = {
	KeyJ: () => go(1),
	KeyK: () => go(-1),
	KeyN: () => go(1, '.doubt'),
	KeyP: () => go(-1, '.doubt'),
	KeyU: undo
};

function pressed(event: KeyboardEvent) {
	const { target, code, key } = event;
	const command = event.ctrlKey || event.metaKey;
	const element = target as HTMLElement;
	const form = element.closest<HTMLFormElement>('.correcting form');
	const writes = element.matches('input:not([type=checkbox]), textarea, select');
	const onward = form && one('[name=onward]', form);
	let act: (() => void) | undefined;
	if (form && key === 'Escape') act = close;
	else if (command && key === 'Enter' && onward) act = () => form.requestSubmit(onward);
	else if (writes || event.altKey) return;
	else if (command) act = code === 'KeyZ' ? undo : undefined;
	else if (key === '?') act = () => one('.keys summary')?.click();
	else if (element.matches('.row-title') && /^Arrow(Up|Down)$/.test(key))
		act = acts[key === 'ArrowUp' ? 'KeyK' : 'KeyJ'];
	else act = acts[code];
	if (!act) return;
	event.preventDefault();
	event.stopImmediatePropagation();
	act();
}

whenAnew(() => {
	const keys = one('.keys');
	if (keys) keys.hidden = false;
	markUnsent();
});
follow(one<HTMLAnchorElement>('.review .in-file'));

document.addEventListener('keydown', pressed, true);

document.addEventListener('focusin', ({ target }) => {
	const row = (target as Element).closest('.review tr[id]');
	if (row) follow(row.querySelector<HTMLAnchorElement>('.in-file'));
});

document.addEventListener('click', (event) => {
	const link = (event.target as Element).closest<HTMLAnchorElement>('.review a');
	if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
	if (link.matches('.in-file')) showPlace(link);
	else if (link.closest('.beside .pager')) turn(link);
	else if (link.matches('.became')) {
		if (!toRow(link)) return;
	} else if (link.matches('.row-title') && event.detail === 0) open(link.closest('tr'));
	else if (link.closest('.correcting')) close();
	else return;
	event.preventDefault();
});

document.addEventListener(
	'submit',
	(event) => {
		const form = event.target as HTMLFormElement;
		if (!form.closest('.correcting')) return;
		event.preventDefault();
		send(form, event.submitter?.getAttribute('name') === 'onward');
	},
	true
);
