import type { IconName } from '../../../ui/icon';
import { Pill, type Tone } from '../../../ui/state';
import { type Standing, standings } from '../rules/life';

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

export const pairsCrumb = { href: '/mentorships', label: 'Пары' };
