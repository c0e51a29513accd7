/** A command answers with its exit code; nothing means 0. A thrown error is one sentence and code 1. */
// biome-ignore lint/suspicious/noConfusingVoidType: a command may answer with nothing
type Run = (args: string[]) => Promise<number | void>;
type Command = { usage: string; about: string; load: () => Promise<Run> };

/** Everything the tool can do. Each part is loaded when it is asked for: reading a file must not wait for the database's code. */
const commands: Record<string, Command> = {
	roadmap: {
		usage: 'roadmap parse ФАЙЛ [--json]',
		about: 'Прочитать дорожную карту и показать, что понято.',
		load: async () => {
			const { roadmapCommands } = await import('./modules/roadmap/cli');
			return async ([act, ...args]) => {
				if (act === 'parse') return roadmapCommands.parse(args);
				throw new Error('Что сделать с дорожной картой: nastavnik roadmap parse ФАЙЛ [--json].');
			};
		}
	},
	staff: {
		usage: 'staff read ФАЙЛ',
		about: 'Прочитать таблицу со списком сотрудников и показать её листы.',
		load: async () => {
			const { staffCommands } = await import('./modules/people/cli');
			return async ([act, ...args]) => {
				if (act === 'read') return staffCommands.read(args);
				throw new Error('Что сделать со списком сотрудников: nastavnik staff read ФАЙЛ.');
			};
		}
	},
	match: {
		usage: 'match ФАЙЛ --json',
		about: 'Подобрать наставников: лучшие пары, кому не хватило и почему. «-» вместо файла – стандартный ввод.',
		load: async () => (await import('./modules/matching/cli')).matchCommand
	},
	backup: {
		usage: 'backup [ФАЙЛ]',
		about: 'Сделать резервную копию; работать в это время можно. Без имени файла — в папку backups рядом с данными.',
		load: async () => (await import('./db/backup/cli')).backup
	},
	restore: {
		usage: 'restore ФАЙЛ',
		about: 'Восстановить резервную копию в пустую базу данных.',
		load: async () => (await import('./db/backup/cli')).restore
	},
	mail: {
		usage: 'mail test АДРЕС | mail allow',
		about: 'Отправить пробное письмо; снова разрешить письма после восстановления из копии.',
		load: async () => {
			const { mailCommands } = await import('./server/mail-cli');
			return async ([act, ...args]) => {
				if (act === 'test') return mailCommands.test(args);
				if (act === 'allow') return mailCommands.allow();
				return mailCommands.unknown();
			};
		}
	},
	migrate: {
		usage: 'migrate',
		about: 'Привести базу данных к виду, нужному этой версии (npm start делает это сам).',
		load: async () => (await import('./server/cli')).migrate
	},
	invite: {
		usage: 'invite ЛОГИН|ФАМИЛИЯ',
		about: 'Выдать приглашение тому, кто забыл пароль, когда попросить больше некого.',
		load: async () => (await import('./server/cli')).invite
	},
	demo: {
		usage: 'demo',
		about: 'Запустить демонстрацию с выдуманными школами в отдельной папке ./data-demo (то же: npm start -- --demo).',
		load: async () => (await import('./server/cli')).demo
	},
	doctor: {
		usage: 'doctor',
		about: 'Проверить, всё ли готово к работе: настройки, место на диске, базу данных, копии.',
		load: async () => (await import('./server/cli')).doctor
	}
};

function help() {
	console.log('Наставник: инструмент командной строки. Настройки читаются из окружения, как и у npm start.\n');
	const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
	for (const { usage, about } of Object.values(commands)) console.log(`  nastavnik ${usage.padEnd(width)}  ${about}`);
}

async function main([name = 'help', ...args]: string[]) {
	if (['help', '--help', '-h'].includes(name)) {
		help();
		return 0;
	}
	const command = commands[name];
	if (!command) {
		console.error(`Команды «${name}» нет. Что есть: ${Object.keys(commands).join(', ')}.`);
		return 2;
	}
	const run = await command.load();
	return (await run(args)) ?? 0;
}

// Whoever reads us may have seen enough (`| head`): that is no mistake to tell of.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit(0);
});

main(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(error) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
);
