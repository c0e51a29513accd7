import { Pill, StatePill } from '../../../../ui/state';
import { counted, dayText, type Forms } from '../../../../ui/text';
import type { Wave } from '../../queries/waves';
import { type ReaderRole, readerRoles, readersInSentence, type WaveState, waveState } from '../../rules/wave';

export const people: Forms = ['человек', 'человека', 'человек'];

/** How a wave stands, as a word with its sign. */
export const WavePill = ({ wave, today }: { wave: Wave; today: string }) => {
	const day = (date: string) => dayText(date, today);
	switch (waveState(wave, today)) {
		case 'draft':
			return <Pill icon="pencil">готовится</Pill>;
		case 'planned':
			return <StatePill state="later" label={`откроется ${day(wave.opensOn)}`} />;
		case 'open':
			return <StatePill state="this-week" label={`идёт до ${day(wave.closesOn)}`} />;
		case 'ending':
			return <StatePill state="waiting" label="срок вышел, закройте" />;
		case 'closed':
			return <StatePill state="done" label="закрыто" />;
	}
};

export const identityWords = { named: 'с именем', pseudonymous: 'под псевдонимом', anonymous: 'без имени' } as const;
export const stageWords = { before: 'до начала', after: 'после' } as const;

/** «куратор и директор», in the order of the roles. */
export function readersText(readers: readonly ReaderRole[]) {
	const words = readerRoles.filter((role) => readers.includes(role)).map((role) => readersInSentence[role]);
	const [last = '', ...others] = words.toReversed();
	return others.length === 0 ? last : `${others.toReversed().join(', ')} и ${last}`;
}

/** «Идёт до 20 октября: ответили 12 из 25.» */
export function standing(wave: Wave, today: string) {
	const state: WaveState = waveState(wave, today);
	const answered = `ответили ${wave.answered} из ${wave.asked}`;
	const asked = counted(wave.asked, people);
	switch (state) {
		case 'draft':
			return wave.asked === 0
				? 'Готовится: пока никого не спрашивают.'
				: `Готовится: будет спрошено ${asked}. Пока не открыто, никто ничего не видит.`;
		case 'planned':
			return `Откроется ${dayText(wave.opensOn, today)}: будет спрошено ${asked}.`;
		case 'open':
			return `Идёт до ${dayText(wave.closesOn, today)}: ${answered}.`;
		case 'ending':
			return `Последний день был ${dayText(wave.closesOn, today)}: ${answered}. Ответы больше не принимаются.`;
		case 'closed':
			return `Закрыто: ${answered}.`;
	}
}
