import type { Act } from '../../../core/acts';
import { addYears } from '../../../core/dates';
import type { Problems } from '../../../core/forms';
import { type documentKeepers, documentMakers } from './documents';
import { type Happened, stateOf } from './life';

/** `on`: the day is asked; `where`: so is the place. */
type Turn = {
	act: Act;
	who: typeof documentMakers | typeof documentKeepers;
	may: (document: Happened) => boolean;
	label: string;
	asks: 'nothing' | 'on' | 'where';
	saved: string;
	back?: TurnName; // the turn that takes it back
};
export const turnNames = [
	'removal',
	'restoration',
	'signing',
	'signing-undoing',
	'publishing',
	'publishing-undoing',
	'archiving',
	'archiving-undoing'
] as const;
export type TurnName = (typeof turnNames)[number];

const standing = (document: Happened) => !document.removed && document.datedOn !== null && document.superseded === null;

/** Steps of a document's life that are one press or one line; agreeing, registering and acquainting have forms of their own. */
export const turns: Record<TurnName, Turn> = {
	removal: {
		act: 'document.removed',
		who: documentMakers,
		may: ({ removed, signedOn }) => !removed && !signedOn,
		label: 'Убрать черновик',
		asks: 'nothing',
		saved: 'Черновик убран',
		back: 'restoration'
	},
	restoration: {
		act: 'document.restored',
		who: documentMakers,
		may: ({ removed }) => removed,
		label: 'Вернуть черновик',
		asks: 'nothing',
		saved: 'Черновик возвращён'
	},
	signing: {
		act: 'document.signed',
		who: documentMakers,
		may: ({ removed, signedOn }) => !removed && !signedOn,
		label: 'Отметить подпись',
		asks: 'on',
		saved: 'Подпись отмечена',
		back: 'signing-undoing'
	},
	'signing-undoing': {
		act: 'document.signing-undone',
		who: documentMakers,
		may: (document) => stateOf(document) === 'signed',
		label: 'Снять отметку о подписи',
		asks: 'nothing',
		saved: 'Отметка о подписи снята'
	},
	publishing: {
		act: 'document.published',
		who: documentMakers,
		may: (document) => standing(document) && !document.publishedOn,
		label: 'Отметить публикацию',
		asks: 'where',
		saved: 'Публикация отмечена',
		back: 'publishing-undoing'
	},
	'publishing-undoing': {
		act: 'document.publishing-undone',
		who: documentMakers,
		may: ({ publishedOn }) => publishedOn !== null,
		label: 'Снять отметку о публикации',
		asks: 'nothing',
		saved: 'Отметка о публикации снята'
	},
	archiving: {
		act: 'document.archived',
		who: documentMakers,
		may: ({ removed, datedOn, archivedOn }) => !removed && datedOn !== null && !archivedOn,
		label: 'Положить в дело',
		asks: 'where',
		saved: 'Документ в деле',
		back: 'archiving-undoing'
	},
	'archiving-undoing': {
		act: 'document.archiving-undone',
		who: documentMakers,
		may: ({ archivedOn }) => archivedOn !== null,
		label: 'Вернуть из дела',
		asks: 'nothing',
		saved: 'Документ возвращён из дела'
	}
};

/** What is wrong with the day of a turn. */
export function problemsWithDay(name: TurnName, on: string | null, { datedOn }: Happened, today: string): Problems {
	if (turns[name].asks === 'nothing') return {};
	if (!on) return { on: 'Впишите день: ДД.ММ.ГГГГ' };
	if (on > today) return { on: 'Этот день ещё не наступил' };
	if (on < addYears(today, -5)) return { on: 'Больше пяти лет назад: проверьте год' };
	return datedOn && on < datedOn ? { on: 'Раньше даты самого документа' } : {};
}
