import { nowIn } from '../core/dates';
import type { Db } from '../db/connection';
import type { World } from '../http';
import { makeDemonstration, RealData } from '../modules/demonstration/commands/make';
import { goRound } from '../modules/notifications/jobs/letters';
import { readImport } from '../modules/roadmap/jobs';

/**
 * A demonstration copy gets its invented schools on the first start; it never shares a folder with real data, and a real
 * start refuses a demonstration's folder: there everybody enters without a password.
 */
export async function settleDemonstration(owner: Db, world: World) {
	const { demonstration } = await owner.selectFrom('instance').select('demonstration').executeTakeFirstOrThrow();
	if (!world.demonstration) {
		if (demonstration) throw new RealData('demonstration');
		return;
	}
	const { today } = nowIn('Europe/Moscow', world.clock());
	if (!demonstration) console.log('Готовлю демонстрацию: выдуманные школы с планами на этот учебный год…');
	await makeDemonstration({
		db: world.db,
		owner,
		today,
		read: (author, importId, { at }) => readImport({ ...world, clock: () => new Date(at) }, author, { importId }),
		wake: (author, morning) => goRound(world, author, {}, morning)
	});
}
