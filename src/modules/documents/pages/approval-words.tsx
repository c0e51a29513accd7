import type { IconName } from '../../../ui/icon';
import { Pill, type Tone } from '../../../ui/state';
import { type ApprovalStanding, approvalStanding, type Said } from '../rules/approvals';

const looks: Record<ApprovalStanding, readonly [words: string, icon: IconName, tone: Tone]> = {
	waits: ['ждём ответа', 'hourglass', 'calm'],
	late: ['срок прошёл', 'hourglass', 'warm'],
	stale: ['нужен новый ответ: текст изменился', 'repeat', 'warm'],
	agreed: ['согласен', 'check', 'good'],
	remarks: ['согласен с замечаниями', 'check', 'warm'],
	refused: ['не согласен', 'cross', 'warm'],
	silent: ['в срок не ответил', 'cross', 'calm']
};

/** How an approval stands today. */
export const ApprovalPill = ({ approval, today }: { approval: Omit<Said, 'name' | 'kind'>; today: string }) => {
	const [words, icon, tone] = looks[approvalStanding(approval, today)];
	return (
		<Pill tone={tone} icon={icon}>
			{words}
		</Pill>
	);
};
