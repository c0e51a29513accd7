import type { State, What } from './life';
import { may } from './life';
import type { Form } from './words';

/** Acts on a mentorship that have a page of their own: the noun of the address. */
export const changes = {
	suspension: { what: 'suspended', label: 'Приостановить', button: 'Приостановить', icon: 'clock' },
	resumption: { what: 'resumed', label: 'Продолжить работу', button: 'Продолжить работу', icon: 'repeat' },
	replacement: { what: 'replaced', label: 'Сменить наставника', button: 'Записать смену', icon: 'repeat' },
	extension: { what: 'extended', label: 'Продлить', button: 'Продлить', icon: 'calendar' },
	joining: { what: 'joined', label: 'Добавить участника', button: 'Добавить участника', icon: 'plus' },
	leaving: { what: 'left', label: 'Участник выходит', button: 'Записать, что вышел', icon: 'exit' },
	completion: { what: 'completed', label: 'Завершить программу', button: 'Завершить программу', icon: 'check' },
	ending: { what: 'ended', label: 'Прекратить раньше срока', button: 'Записать прекращение', icon: 'cross' },
	allowance: { what: 'allowed', label: 'Разрешить работу без приказа', button: 'Разрешить', icon: 'help' }
} as const satisfies Record<string, { what: What; label: string; button: string; icon: string }>;
export type Change = keyof typeof changes;
export const isChange = (text: string): text is Change => Object.hasOwn(changes, text);

/** What can be done with it as it stands, in the order of the page. */
export const changesFor = (state: State, form: Form, pairs: number): Change[] =>
	(Object.keys(changes) as Change[]).filter(
		(change) =>
			may(changes[change].what, state) &&
			!(change === 'leaving' && pairs < 2) &&
			!(change === 'joining' && form === 'chain')
	);
