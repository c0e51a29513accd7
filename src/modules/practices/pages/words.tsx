import { Pill, StatePill } from '../../../ui/state';

export const practicesCrumb = { href: '/practices', label: 'Практики' };
export const practiceWords = ['практика', 'практики', 'практик'] as const;

/** How a case stands, as a word and an icon. */
export const PracticePill = ({ acceptedAt }: { acceptedAt: string | null }) =>
	acceptedAt ? <StatePill state="done" label="в банке" /> : <Pill icon="pencil">черновик</Pill>;
