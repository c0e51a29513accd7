import { expect, test } from 'vitest';
import { faultsOf } from './html';

const page = (main: string, head = '') =>
	`<!doctype html><html lang="ru"><head><title>Люди · Наставник</title>${head}</head><body><main><h1>Люди</h1>${main}</main></body></html>`;

test('a good page has no faults', () => {
	expect(
		faultsOf(page('<form><label for="q">Найти</label><input id="q" name="q"/><button>Найти</button></form>'))
	).toEqual([]);
});

test.each([
	['<p id="a"></p><p id="a"></p>', 'not unique'],
	['<h1>Ещё</h1>', '2 × <h1>'],
	['<h3>Мимо</h3>', 'comes after'],
	['<label for="x">Имя</label>', 'points at «x»'],
	['<a href="#nowhere">Туда</a>', 'leads to'],
	['<input name="q"/>', 'has no label'],
	['<label for="q">Найти</label><input id="q"/>', 'sends nothing'],
	['<p class="a" style="color: red">Текст</p>', 'inline style'],
	['<button onclick="go()">Да</button>', 'onclick'],
	['<script>alert(1)</script>', 'inline script'],
	['<a href="javascript:go()">Да</a>', 'javascript:'],
	['<img src="https://example.org/a.png" alt=""/>', 'from outside'],
	['<p><div>Текст</div></p>', 'in a <p>'],
	['<form><form></form></form>', 'in a <form>'],
	['<a href="/"><button>Да</button></a>', 'in a link'],
	['<ul><p>Текст</p></ul>', 'in <ul>'],
	['<button></button>', 'without words'],
	['<p>Не закрыто', 'not well formed']
])('%s is found', (main, fault) => {
	expect(faultsOf(page(main)).join('\n')).toContain(fault);
});
