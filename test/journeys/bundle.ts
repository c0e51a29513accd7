import { build } from 'esbuild';
import { fixedTokens } from '../../bin/fixed-tokens.mjs';

/** Style and script as bin/build.mjs makes them. */
export async function bundle(
	entry: 'src/ui/style.css' | `src/browser/${'main' | 'review' | 'order' | 'answers' | 'filling'}.ts`
) {
	const { outputFiles } = await build({
		entryPoints: [entry],
		bundle: true,
		minify: true,
		charset: 'utf8',
		write: false,
		plugins: [fixedTokens],
		target: ['chrome109', 'firefox115']
	});
	return outputFiles[0]?.text ?? '';
}
