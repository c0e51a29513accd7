import { Pill } from '../../../ui/state';
import { Day, Quiet } from '../../../ui/text';
import { type Standing, stateOf } from '../rules/standing';

/** How one kind stands with one person, in a cell: a word and an icon. */
export const StandingCell = ({ standing, asked, today }: { standing: Standing; asked: boolean; today: string }) => {
	switch (stateOf(standing, today)) {
		case 'given':
			return (
				<Pill tone="good" icon="check">
					есть
				</Pill>
			);
		case 'ending':
			return (
				<Pill tone="warm" icon="clock">
					до <Day date={standing.validUntil as string} today={today} />
				</Pill>
			);
		case 'withdrawn':
			return (
				<Pill tone="lost" icon="cross">
					отозвано <Day date={standing.withdrawnOn as string} today={today} />
				</Pill>
			);
		case 'expired':
			return (
				<Pill tone="warm" icon="clock">
					истекло <Day date={standing.expiredOn as string} today={today} />
				</Pill>
			);
		default:
			return asked ? <Pill icon="circle">нет</Pill> : <Quiet>не нужно</Quiet>;
	}
};

/** «на бумаге, редакция 2» */
export const howText = ({ how, textNumber }: { how: 'paper' | 'program'; textNumber: number | null }) =>
	`${how === 'paper' ? 'на бумаге' : 'в программе'}${textNumber ? `, редакция ${textNumber}` : ', на своём бланке'}`;
