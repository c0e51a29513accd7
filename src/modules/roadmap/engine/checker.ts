import { draftOf } from '../rules/draft';
import type { Mend, Remark, Spot } from '../rules/remarks/remark';
import { allRemarks } from '../rules/remarks/remarks-on';
import type { PlanRemark, Understanding } from '../rules/understanding';

/** A plan may say a thing wrong in thousands of rows: this many remarks are enough to know it. */
const enough = 300;

/** What a careful colleague would say of the plan, who knows nothing of the organisation; places by number, with the pieces they were read from. */
export function remarksIn(understood: Understanding): PlanRemark[] {
	const draft = draftOf(understood);
	const rows = new Map(draft.activities.map(({ key }, index) => [key, index]));
	const stages = new Map(draft.stages.map(({ key }, index) => [key, index]));
	const row = (key: string) => rows.get(key) ?? 0;
	const stage = (key: string) => stages.get(key) ?? 0;
	const place = (spot: Spot): PlanRemark['where'][number] =>
		spot.at === 'row'
			? { activity: row(spot.key), field: spot.field }
			: spot.at === 'stage'
				? { stage: stage(spot.key), field: spot.field }
				: { heading: spot.field };
	const mend = (how: Mend): PlanRemark['mend'] =>
		how.act === 'replace'
			? { replace: how.words.map(([words, by]) => ({ words, by })) }
			: how.act === 'remove-rows'
				? { remove: how.rows.map(row) }
				: how.act === 'remove-stage'
					? { removeStage: stage(how.stage) }
					: null;
	return allRemarks(draft)
		.slice(0, enough)
		.map(({ kind, sentence, spots, mend: how }: Remark) => {
			const where = spots.map(place);
			return { kind, sentence, where, pieces: piecesAt(understood, where), mend: how && mend(how) };
		});
}

/** The cells of the source in which the places stand. */
function piecesAt({ pieces, activities }: Understanding, where: PlanRemark['where']): number[] {
	const wanted = (at: PlanRemark['where'][number]) =>
		'activity' in at
			? (activities[at.activity]?.pieces ?? []).filter((index) => {
					const piece = pieces[index];
					return piece?.use === 'activity' && piece.field === at.field;
				})
			: pieces.flatMap((piece, index) =>
					(
						'stage' in at
							? piece.use === 'stage' && piece.stage === at.stage
							: piece.use === 'header' && piece.what === at.heading
					)
						? [index]
						: []
				);
	return [...new Set(where.flatMap(wanted))];
}
