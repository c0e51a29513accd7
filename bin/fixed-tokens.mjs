// Tokens that no theme and no paper changes are constants: the build puts their values where they are used, a tenth of the style.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './home.mjs';

const folder = join(home, 'src', 'ui', 'style');
const comments = /\/\*[\s\S]*?\*\//g;
const said = /^\s*(--[a-z0-9-]+):\s*([^;]+);\n/gm;

/** @type {import('esbuild').Plugin} */
export const fixedTokens = {
	name: 'fixed-tokens',
	setup(build) {
		const style = new Map(
			readdirSync(folder).map((name) => [
				join(folder, name),
				readFileSync(join(folder, name), 'utf8').replace(comments, '')
			])
		);
		const values = new Map();
		for (const [, name, value] of [...style.values()].join('\n').matchAll(said))
			values.set(name, [...(values.get(name) ?? []), value]);
		const tokens = style.get(join(folder, 'tokens.css'));
		const isFixed = (name) => values.get(name)?.length === 1 && tokens.includes(`${name}: `);

		build.onLoad({ filter: /[\\/]style[\\/][^\\/]+\.css$/ }, ({ path }) => ({
			loader: 'css',
			contents: (style.get(path) ?? '')
				.replace(said, (line, name) => (isFixed(name) ? '' : line))
				.replace(/var\((--[a-z0-9-]+)\)/g, (use, name) => (isFixed(name) ? values.get(name)[0] : use))
		}));
	}
};
