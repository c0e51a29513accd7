/**
 * A questionnaire as it is filled: a question behind a branch is shown when the branch is taken; what is written as one's
 * own option ticks that option. The server passes over whatever was not asked (surveys/rules/read-answers.ts).
 */
const dependent = [...document.querySelectorAll<HTMLElement>('[data-asked-if]')];

const isChosen = (name: string, wanted: string[]) =>
	[...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(name)}"]:checked`)].some(
		(input) => wanted.includes(input.value) && !input.closest('[data-asked-if][hidden]')
	);

/** In the order of the page: a question behind a hidden one is hidden too. */
function show() {
	for (const question of dependent) {
		const { askedIf = '', askedFor = '' } = question.dataset;
		question.hidden = !isChosen(askedIf, askedFor.split(' '));
	}
}

for (const words of document.querySelectorAll<HTMLElement>('[data-when]')) words.hidden = true;

document.addEventListener('input', ({ target }) => {
	if (target instanceof HTMLInputElement && target.matches('[data-other]') && target.value.trim() !== '') {
		const own = target.parentElement?.querySelector<HTMLInputElement>('input[value="other"]');
		if (own && !own.checked) {
			own.checked = true;
			own.dispatchEvent(new Event('input', { bubbles: true }));
		}
	}
	show();
});
// A draft brought back, or thrown away, sets fields without a word
document.addEventListener('click', () => setTimeout(show));
addEventListener('pageshow', show);
show();
