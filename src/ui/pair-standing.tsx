import { type Standing, standings } from '../modules/mentorships/rules/life';
import type { IconName } from './icon';
import { Pill, type Tone } from './state';

const looks: Record<Standing, readonly [Tone, IconName]> = {
	proposed: ['calm', 'hourglass'],
	agreed: ['warm', 'pencil'],
	'before-order': ['warm', 'pencil'],
	ahead: ['calm', 'calendar'],
	working: ['good', 'check'],
	unordered: ['warm', 'alert'],
	'over-term': ['lost', 'alert'],
	suspended: ['calm', 'clock'],
	ending: ['calm', 'exit'],
	completed: ['good', 'check'],
	ended: ['calm', 'cross'],
	declined: ['calm', 'cross'],
	dropped: ['calm', 'cross']
};

/** How a mentorship stands, as a word and an icon. */
export const StandingPill = ({ standing }: { standing: Standing }) => {
	const [tone, icon] = looks[standing];
	return (
		<Pill tone={tone} icon={icon}>
			{standings[standing]}
		</Pill>
	);
};
