import { expect, test } from 'vitest';
import { aCheckedOrder, newestFile, pageOf, registration } from '../document-story';
import { clock } from '../stories';
import { freshDatabase } from '../support';
import { serveApp } from './app-server';
import { obstacles, sideways } from './axe';
import { phone, press, somebody, words } from './person';
import { picture } from './picture';

const desk = { width: 1280, height: 800 };

test('a parent opens the page of an order: the file is compared where it lies and is sent to nobody; without script it is sent', async () => {
	const world = { ...(await freshDatabase()), publicUrl: 'https://nastavnik.example' };
	const { vera, page: order, draft } = await aCheckedOrder(world, 'Школа № 5');
	await vera.post(`${order}/registration`, registration());
	const paper = {
		name: 'Приказ.docx',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from(await newestFile(vera, order))
	};
	const older = { ...paper, name: 'Черновик.docx', buffer: Buffer.from(draft) };
	const site = await serveApp({ db: world.db, clock });
	const [parent, plain] = [await somebody({ viewport: phone }), await somebody({ javaScriptEnabled: false })];
	try {
		const { page } = parent;
		const sent: string[] = [];
		page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
		await page.goto(site.url(pageOf(draft)));
		expect(await words(page)).toContain('Документ зарегистрирован');
		for (const [name, size] of [
			['390', phone],
			['1280', desk]
		] as const) {
			await page.setViewportSize(size);
			await page.locator('input[type=file]').setInputFiles(older);
			await page.getByText('Файл другой').waitFor();
			await page.locator('input[type=file]').setInputFiles(paper);
			await page.getByText('Файл тот самый').waitFor();
			expect(await page.getByText('Файл другой').isVisible()).toBe(false);
			expect(await page.getByRole('button', { name: 'Сверить файл' }).isVisible()).toBe(false);
			expect(await obstacles(page)).toEqual([]);
			expect(await sideways(page)).toBe('');
			await picture(page, `check-page-${name}`);
		}
		expect(sent).toEqual([]);

		await plain.page.goto(site.url(pageOf(draft)));
		await plain.page.locator('input[type=file]').setInputFiles(paper);
		await press(plain.page, 'Сверить файл');
		await plain.page.getByText('Файл тот самый').first().waitFor();
		expect(await plain.page.locator('[data-sent]').textContent()).toContain('сделан программой');
	} finally {
		await parent.close();
		await plain.close();
		await site.close();
	}
});
