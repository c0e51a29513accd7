import { join, resolve } from 'node:path';
import { readConfig } from '../../config';
import { backupsFolder, openDatabase } from '../open';
import { loadBackup } from './load';
import { backupName } from './nightly';
import { saveBackup } from './save';

/** nastavnik backup [FILE] */
export async function backup([file]: string[]) {
	const config = readConfig();
	const target = file ? resolve(file) : join(backupsFolder(config.data), backupName(new Date()));
	const database = await openDatabase(config);
	try {
		const { rows, tables } = await saveBackup(database.ownerUrl, target);
		console.log(`Резервная копия готова: ${target} (таблиц: ${tables}, строк: ${rows}).`);
		console.log('В ней персональные данные: храните её так же бережно, как саму базу.');
	} finally {
		await database.close();
	}
}

/** nastavnik restore FILE */
export async function restore([file]: string[]) {
	if (!file) {
		console.error('Укажите файл резервной копии: nastavnik restore ФАЙЛ');
		return 2;
	}
	const database = await openDatabase(readConfig(), { alone: true });
	try {
		const { rows, createdAt } = await loadBackup(database.ownerUrl, resolve(file));
		console.log(`Восстановлено строк: ${rows}; копия сделана ${showInstant(createdAt)}.`);
		console.log('Почта в восстановленной копии выключена, чтобы письма не ушли дважды; её включает администратор.');
		return 0;
	} finally {
		await database.close();
	}
}

const showInstant = (iso: string) => new Date(iso).toLocaleString('ru-RU', { dateStyle: 'long', timeStyle: 'short' });
