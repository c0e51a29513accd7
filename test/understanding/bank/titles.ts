import type { CapabilityCode } from '../../../src/modules/roadmap/rules/capabilities';
import { preparing } from './preparing';
import { sharing } from './sharing';
import { working } from './working';

/** A thing to do and the capabilities a sensible person could name for it. */
export type Title = { text: string; does: readonly CapabilityCode[] };

const titles: Title[] = [preparing, working, sharing]
	.flatMap((bank) => bank.trim().split('\n'))
	.map((line) => {
		const [codes = '', text = ''] = line.split(': ', 1).concat(line.slice(line.indexOf(': ') + 2));
		return { text, does: codes.split('/') as CapabilityCode[] };
	});

/** Every third title belongs to held-out documents only: nobody tunes by them. */
export const titlesFor = (heldOut: boolean) => titles.filter((_, index) => (index % 3 === 2) === heldOut);
