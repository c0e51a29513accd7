import type { IconName } from '../../../ui/icon';
import { Pill, type Tone } from '../../../ui/state';
import { dayText } from '../../../ui/text';
import type { AccessState } from '../rules/invitations';

export const accessStates = {
	open: { label: 'есть доступ', filter: 'С доступом', icon: 'check', tone: 'good' },
	invited: { label: 'приглашён', filter: 'Приглашены', icon: 'hourglass', tone: 'calm' },
	expired: { label: 'приглашение просрочено', filter: 'Не успели войти', icon: 'alert', tone: 'warm' },
	never: { label: 'без доступа', filter: 'Без доступа', icon: 'circle', tone: 'calm' },
	suspended: { label: 'вход закрыт', filter: 'Вход закрыт', icon: 'lock', tone: 'lost' }
} as const satisfies Record<AccessState, { label: string; filter: string; icon: IconName; tone: Tone }>;

export const AccessPill = ({
	state,
	invitedUntil,
	timeZone,
	today
}: {
	state: AccessState;
	invitedUntil: string | null;
	timeZone: string;
	today: string;
}) => {
	const { label, icon, tone } = accessStates[state];
	const until = state === 'invited' && invitedUntil ? ` до ${dayIn(invitedUntil, timeZone, today)}` : '';
	return (
		<Pill tone={tone} icon={icon}>
			{label}
			{until}
		</Pill>
	);
};

/** The calendar day of an instant where the organisation is. */
export const dayIn = (at: string, timeZone: string, today: string) =>
	dayText(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(at)), today);
