import { type Logger, pino } from 'pino';
import type { Config } from '../config';

/**
 * One JSON line an event on standard output. Nothing personal: no addresses, names, bodies, nor what PostgreSQL says about values.
 * A person at a terminal sees only what went wrong.
 */
export const makeLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
	pino({
		level: logLevel ?? (process.stdout.isTTY ? 'warn' : 'info'),
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime,
		serializers: { err: toldOf }
	});

/** The place and the kind of a mistake. A message of PostgreSQL names tables; its detail holds people's values, and stays out. */
export function toldOf(error: unknown) {
	if (!(error instanceof Error)) return { message: 'not an error' };
	const { name, stack = '' } = error;
	const { code, table, constraint, routine } = error as Error & Partial<Record<string, string>>;
	const place = stack.split('\n').filter((line) => /^\s+at /.test(line));
	const message = routine ? `PostgreSQL ${code}` : error.message; // a message of PostgreSQL may quote what was typed
	return { name, message, code, table, constraint, stack: place.slice(0, 12).join('\n') };
}
