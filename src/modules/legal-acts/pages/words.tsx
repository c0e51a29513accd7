import { StatePill } from '../../../ui/state';
import { dayText } from '../../../ui/text';
import { type ActContent, forceOn } from '../rules/act';

export const documentsCrumb = { href: '/documents', label: 'Документы' };
export const libraryCrumb = { href: '/legal-acts', label: 'Библиотека актов' };
export const checklistCrumb = { href: '/local-acts', label: 'Локальные акты' };

/** Whether an act is in force on the day, with the day that matters. */
export const ForcePill = ({ act, today }: { act: Pick<ActContent, 'from' | 'to' | 'unsure'>; today: string }) => {
	const force = forceOn(act, today);
	if (force === 'lapsed') return <StatePill state="overdue" label={`действовал по ${dayText(act.to ?? '', today)}`} />;
	if (force === 'future')
		return <StatePill state="waiting" label={`вступит в силу ${dayText(act.from ?? '', today)}`} />;
	return act.unsure ? (
		<StatePill state="doubtful" label="действует, проверьте" />
	) : (
		<StatePill state="done" label="действует" />
	);
};
