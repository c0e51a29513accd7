import { readConfig } from './config';
import { firstRunCode } from './modules/access/first-run';
import { makeLog } from './server/log';
import { start } from './server/start';

/** Starts, says where it is, and stops at the first signal. A mistake of the settings or of the machine is one sentence and code 1. */
async function main() {
	const demo = process.argv.includes('--demo') && { DEMO: '1' };
	const config = readConfig({ ...process.env, ...demo });
	const log = makeLog(config);

	let asked: () => void = () => undefined;
	const askedToStop = new Promise<void>((resolve) => {
		asked = resolve;
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked());
	process.on('disconnect', () => asked()); // whoever started us has gone
	process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled'));

	let failure: Error | undefined;
	const running = await start(config, log, (error) => {
		failure = error;
		asked();
	});
	const code = await firstRunCode(running.owner, new Date());
	console.log(`Наставник работает: ${running.url}`); // together with the code: no line of the log comes between
	if (code) console.log(`Первый запуск. Откройте этот адрес в браузере и введите одноразовый код: ${code}`);
	console.log('Остановить: Ctrl+C.');

	await askedToStop;
	console.log('Останавливаюсь: заканчиваю начатое и закрываю базу данных…');
	await running.stop();
	if (failure) throw failure;
	console.log('Остановлено.');
}

main().then(
	() => process.exit(0),
	(error) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
);
