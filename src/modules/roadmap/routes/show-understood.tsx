import type { Context } from 'hono';
import type { App } from '../../../http';
import { UnderstoodPage } from '../pages/import-understood';
import { findHome } from '../queries/import-home';
import { findLinks } from '../queries/import-source';
import { countLeftOut, listCorrections, type RoadmapImport } from '../queries/imports';
import { kept } from '../rules/draft';
import { awaits } from '../rules/occurrences';
import { remarksOn } from '../rules/remarks/remarks-on';
import { rowsPart } from '../rules/row-order';

const token = () => crypto.randomUUID();

/** «Что понято» with its acts; 422 when an act on the chosen rows could not be done. */
export async function showUnderstood(c: Context<App>, found: RoadmapImport, problem?: string) {
	const { tx, actor, view, now } = c.var;
	const draft = found.draft;
	if (!draft) throw new Error('a read import has a draft');
	const remarks = remarksOn(draft, await findHome(tx, actor, now.today));
	return c.html(
		<UnderstoodPage
			view={view}
			found={{ ...found, draft }}
			awaited={kept(draft).filter(({ responsible }) => awaits(responsible))}
			leftOut={await countLeftOut(tx, actor, found.id)}
			remarks={remarks.map((one) => ({ ...one, tokens: { mend: token(), leave: token() } }))}
			shown={rowsPart(draft, c.req.query())}
			links={await findLinks(tx, actor, found.id)}
			corrections={await listCorrections(tx, actor, found.id)}
			tokens={{ undo: token(), back: token(), question: token(), selection: token(), discard: token() }}
			problem={problem}
		/>,
		problem ? 422 : 200
	);
}
