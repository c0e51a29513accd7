import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { NewImportPage } from '../../src/modules/roadmap/pages/import-new';
import { now, timeZone } from '../stories';
import { somebody } from './person';

const view = {
	actor: {
		personId: '',
		organisationId: '',
		accountId: '',
		sessionId: '',
		timeZone,
		name: 'Дронова В. П.',
		roles: ['curator'] as const,
		organisation: { name: 'Школа № 1', kind: 'school' as const, onePersonMode: false }
	},
	now,
	path: '/roadmap/imports/new',
	rooms: new Set<string>()
};

test('a table copied out of Word is kept whole while the text is what was pasted', async () => {
	const script = await build({ entryPoints: ['src/browser/main.ts'], bundle: true, write: false });
	const { page, close } = await somebody();
	const html = String(await NewImportPage({ view, values: {} }));
	await page.route('http://school.test/**', (route) => {
		const asked = new URL(route.request().url()).pathname;
		if (asked === '/browser.js') {
			return route.fulfill({ contentType: 'text/javascript', body: script.outputFiles[0]?.text ?? '' });
		}
		return route.fulfill(asked === view.path ? { contentType: 'text/html', body: html } : { status: 404 });
	});
	await page.goto(`http://school.test${view.path}`);
	const whole = page.locator('input[name="table"]');
	const paste = (html: string, text: string) =>
		page.getByLabel('Или вставьте таблицу плана').evaluate(
			(area, [html, text]) => {
				const clipboardData = new DataTransfer();
				clipboardData.setData('text/html', html as string);
				clipboardData.setData('text/plain', text as string);
				area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
				(area as HTMLTextAreaElement).value += text;
				area.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
			},
			[html, text]
		);

	const table = '<table><tr><td colspan="2">Этап 1</td></tr><tr><td>Приказ</td><td>май</td></tr></table>';
	await paste(table, 'Этап 1\nПриказ\tмай');
	expect(await whole.inputValue()).toBe(table);
	expect(await page.locator('paste-table').textContent()).toContain('Таблица вставлена целиком, строк: 2');

	await page.getByLabel('Или вставьте таблицу плана').press('End');
	await page.getByLabel('Или вставьте таблицу плана').pressSequentially('а');
	expect(await whole.inputValue()).toBe('');

	await paste(table, 'ещё таблица');
	expect(await whole.inputValue()).toBe(''); // beside other words the table is only a part
	await close();
});
