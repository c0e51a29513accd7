#!/usr/bin/env node
// Looks at every screen of the demonstration as its roles see it and keeps the pictures in docs/screens/. Needs Chromium and
// ImageMagick: node bin/screens.mjs [parts of screens' names]. Which screens: bin/screens/list.mjs
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launching } from './browser.mjs';
import { build } from './build.mjs';
import { home } from './home.mjs';
import { findNode } from './install.mjs';
import { screens } from './screens/list.mjs';

const wanted = process.argv.slice(2);
const kept = join(home, 'docs', 'screens');
/** A whole page may be long: its first three screens say enough, in a file that is read quickly. */
const tallest = 2700;
const widths = { 1280: 900, 390: 844 };

const folder = mkdtempSync(join(tmpdir(), 'nastavnik-screens-'));
const server = await startDemonstration();
const browser = await chromium.launch(launching());
try {
	for (const screen of screens.filter(([name]) => isWanted(name))) await look(screen);
} finally {
	await browser.close();
	server.child.kill('SIGTERM');
	await server.ended;
	rmSync(folder, { recursive: true, force: true });
}

/** A server of its own, over a demonstration made for this look. */
async function startDemonstration() {
	const program = join(await build(), 'server.js');
	const child = spawn(findNode(), [program, '--demo'], {
		cwd: home,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, PORT: '0', DATA: join(folder, 'data'), LOG_LEVEL: 'error' }
	});
	const ended = new Promise((resolve) => child.on('exit', resolve));
	const url = await new Promise((resolve, reject) => {
		let said = '';
		child.stdout.on('data', (text) => {
			said += text;
			const found = /работает: (\S+)/.exec(said);
			if (found) resolve(found[1]);
		});
		child.on('exit', () => reject(new Error(`the demonstration did not start: ${said}`)));
	});
	return { child, ended, url };
}

async function look([name, who, route, walk]) {
	for (const [width, height] of Object.entries(widths)) {
		const context = await browser.newContext({
			baseURL: server.url,
			viewport: { width: Number(width), height },
			locale: 'ru-RU',
			timezoneId: 'Asia/Krasnoyarsk',
			reducedMotion: 'reduce'
		});
		const page = await context.newPage();
		try {
			if (who) await enter(page, who);
			await page.goto(walk ? await walk(page) : route);
			await page.waitForLoadState('networkidle');
			const there = new URL(page.url()).pathname;
			if (route && !matches(route, there)) throw new Error(`came to ${there} instead of ${route}`);
			const whole = await page.evaluate(() => document.documentElement.scrollHeight);
			await page.setViewportSize({ width: Number(width), height: Math.min(Math.max(whole, height), tallest) });
			keep(await page.screenshot(), `${name}-${width}`);
			console.log(`${name}-${width}`);
		} catch (error) {
			process.exitCode = 1;
			console.error(`${name}-${width}: ${error.message.split('\n')[0]}`);
		}
		await context.close();
	}
}

function isWanted(name) {
	return wanted.length === 0 || wanted.some((part) => name.includes(part));
}

function matches(route, path) {
	return new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(path);
}

/** One click on the sign-in page of a demonstration. */
async function enter(page, who) {
	await page.goto('/sign-in');
	await page.locator('form[action="/sign-in/demonstration"]', { hasText: who }).locator('button').click();
	await page.waitForURL((url) => url.pathname !== '/sign-in');
}

function keep(picture, name) {
	const args = ['png:-', '-colors', '64', '-strip'];
	execFileSync('convert', [...args, `png8:${join(kept, `${name}.png`)}`], { input: picture });
}
