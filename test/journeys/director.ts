import { readFile } from 'node:fs/promises';
import { readRoadmap } from '../../src/modules/roadmap/readers/read-roadmap';
import { press } from './person';
import type { Colleague } from './year';

type Order = {
	number: string;
	day: string; // ДД.ММ.ГГГГ
	annex: string;
	/** What is typed about the stamps, by the names of the fields. */
	stamps: Record<string, string>;
	/** The line of the plan that this is the end of, where one is offered. */
	closes?: RegExp;
};

/** From the plan's page: the plan as it stands is approved by an order, as its annex. Answers with what the .docx of the edition says when it is read again. */
export async function approveByOrder(director: Colleague, plan: string, order: Order) {
	const page = await director.come(plan);
	await page.locator('.plan-line a', { hasText: /Утверждённые редакции|Редакция №/ }).click();
	await press(page, 'Утвердить редакцию');
	await page.getByLabel('Номер приказа').fill(order.number);
	await page.getByLabel('День приказа').fill(order.day);
	await page.getByText('Как выглядит приложение').click();
	await page.getByLabel('Строка приложения').fill(order.annex);
	for (const [name, typed] of Object.entries(order.stamps)) {
		const field = page.locator(`[name="${name}"]`);
		await (name.startsWith('kind') ? field.selectOption(typed) : field.fill(typed));
	}
	if (order.closes) await page.getByLabel(order.closes).check();
	await page.getByRole('button', { name: /^Утвердить редакцию №/ }).click();
	await page.waitForURL(/saved=edition/);
	const said = await page.locator('.notice').textContent();

	await page.locator('main a[href^="/editions/"]').first().click();
	const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Word')]);
	return { said, read: await readRoadmap(await readFile(await file.path()), file.suggestedFilename()) };
}
