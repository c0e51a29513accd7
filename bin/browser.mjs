// The Chromium of the tests and of the pictures: the one of CHROMIUM, or Debian's. Without a window (the shell) a page and above all
// a new visitor cost it a fraction of what they cost the whole browser; the engine is the same.
import { existsSync } from 'node:fs';

const { CHROMIUM } = process.env;
const places = CHROMIUM ? [CHROMIUM] : ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export const chromiumPath = () => places.find((place) => existsSync(place));

/** How it is launched, by Playwright. */
export function launching() {
	const executablePath = chromiumPath();
	if (!executablePath) throw new Error(`There is no Chromium at ${places.join(' or ')}: apt-get install ${shell}`);
	return { executablePath, args: ['--no-sandbox', '--disable-gpu'] };
}

export const shell = 'chromium-headless-shell';
