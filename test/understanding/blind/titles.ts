import type { CapabilityCode } from '../../../src/modules/roadmap/rules/capabilities';
import { fifth } from './titles/fifth';
import { fourth } from './titles/fourth';
import { preparing } from './titles/preparing';
import { secondPreparing } from './titles/second-preparing';
import { secondSharing } from './titles/second-sharing';
import { secondWorking } from './titles/second-working';
import { seventh } from './titles/seventh';
import { sharing } from './titles/sharing';
import { sixthPreparing } from './titles/sixth-preparing';
import { sixthSharing } from './titles/sixth-sharing';
import { sixthWorking } from './titles/sixth-working';
import { third } from './titles/third';
import { working } from './titles/working';

export type BlindTitle = { title: string; code: CapabilityCode; also: CapabilityCode[] };

const titlesOf = (texts: readonly string[]): BlindTitle[] =>
	texts.flatMap((text) =>
		text.split(/^== /m).flatMap((block) => {
			const [code, ...lines] = block.trim().split('\n');
			return lines.map((line) => {
				const [title = '', also = ''] = line.split(' | ');
				return { title, code: code as CapabilityCode, also: also.split(' ').filter(Boolean) as CapabilityCode[] };
			});
		})
	);

/** Activities as schools word them, each with its capability; written by somebody who has not read the engine. */
export const titles = titlesOf([preparing, working, sharing]);

/** Another bank, of another stranger: more kinds of institutions, more ways of wording, now and then a slip of the pen. */
export const secondTitles = titlesOf([secondPreparing, secondWorking, secondSharing]);

/** A third bank, of a third stranger: hasty words and slow ones. */
export const thirdTitles = titlesOf([third]);

/** A fourth bank: eighteen hands, from a village of forty pupils to a regional institute. */
export const fourthTitles = titlesOf([fourth]);

/** A fifth bank: twelve hands of schools, services and arts; for measuring only, none of it is tuned by. */
export const fifthTitles = titlesOf([fifth]);

/** A sixth bank: a clerk's shortened plans; all of it may be tuned by. */
export const sixthTitles = titlesOf([sixthPreparing, sixthWorking, sixthSharing]);

/** A seventh bank, in the proportions of real roadmaps: wholly held out, only its mean is ever shown. */
export const seventhTitles = titlesOf([seventh]);
