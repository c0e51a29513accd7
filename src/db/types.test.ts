import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support';
import { home } from '../home';
import { describe } from './describe';

it('src/db/types.ts is what the migrations make; `node bin/types.mjs` writes it anew', async () => {
	const { owner } = await freshDatabase();
	await expect(await describe(owner)).toMatchFileSnapshot(join(home, 'src/db/types.ts'));
});
