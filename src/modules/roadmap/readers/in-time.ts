import { type Context, createContext, Script } from 'node:vm';
import { Unreadable } from '../rules/understanding';

/** A school's roadmap takes a tenth of a second, fifty thousand rows four; a busy machine may need five times as long. */
const mostMilliseconds = 20_000;

const tooLong =
	'Файл читается слишком долго: для дорожной карты он устроен слишком сложно. Скопируйте таблицу плана в новый документ и загрузите его.';

/** Made when the first piece of work asks for it: small files never do. */
let made: { room: Context; script: Script } | undefined;
const makeRoom = () => ({ room: createContext({}), script: new Script('work()') });

/**
 * Does synchronous pieces of work one after another and stops them when all of them together take too long: however a file
 * is made, somebody gets an answer. Only V8 can break into work that never waits, and it does so for scripts alone.
 * @throws Unreadable when the time is up.
 */
export function inTime() {
	const until = performance.now() + mostMilliseconds;
	return <T>(work: () => T): T => {
		const timeout = Math.max(1, Math.round(until - performance.now()));
		try {
			made ??= makeRoom();
			const { room, script } = made;
			room.work = work;
			return script.runInContext(room, { timeout }) as T;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new Unreadable(tooLong);
			throw error;
		}
	};
}
