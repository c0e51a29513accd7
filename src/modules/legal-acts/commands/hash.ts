import { createHash } from 'node:crypto';
import type { ActContent } from '../rules/act';
import { contentOf } from '../rules/library';

/** SHA-256 of the words of an act: equal words, equal sum. */
export const hashOf = (act: ActContent) =>
	createHash('sha256')
		.update(JSON.stringify(Object.values(contentOf(act))))
		.digest('hex');
