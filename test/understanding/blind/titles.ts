import type { CapabilityCode } from '../../../src/modules/roadmap/rules/capabilities';
import { preparing } from './titles/preparing';
import { sharing } from './titles/sharing';
import { working } from './titles/working';

export type BlindTitle = { title: string; code: CapabilityCode; also: CapabilityCode[] };

/** Activities as schools word them, each with its capability; written by somebody who has not read the engine. */
export const titles: BlindTitle[] = [preparing, working, sharing].flatMap((text) =>
	text.split(/^== /m).flatMap((block) => {
		const [code, ...lines] = block.trim().split('\n');
		return lines.map((line) => {
			const [title = '', also = ''] = line.split(' | ');
			return { title, code: code as CapabilityCode, also: also.split(' ').filter(Boolean) as CapabilityCode[] };
		});
	})
);
