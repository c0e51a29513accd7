import type { Child } from 'hono/jsx';
import { ActionForm } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import type { Draft } from '../rules/draft';
import { isOnlyNoted, type Remark, type Spot } from '../rules/remarks/remark';
import { inShort } from '../rules/row-values';

/** A remark with the tokens of its two buttons. */
export type RemarkShown = Remark & { tokens: { mend: string; leave: string } };

/** `way`: the address of a row, on this part or another. */
type Where = { draft: Draft; here: string; way: (key: string) => string };
type Props = Where & { remarks: readonly RemarkShown[] };

/** What a careful colleague would say of the plan itself, each with its places, one button that mends it and one that leaves it. */
export const Remarks = ({ remarks, ...where }: Props) => {
	const said = remarks.filter((one) => !isOnlyNoted(one));
	const noted = remarks.filter(isOnlyNoted);
	const list = (some: readonly RemarkShown[]) => (
		<ul class="plain remarks">
			{some.map((remark) => (
				<li>
					<RemarkLine {...{ remark, where }} />
				</li>
			))}
		</ul>
	);
	if (remarks.length === 0) return null;
	return (
		<Note tone={said.length > 0 ? 'warm' : 'calm'} title="Замечания к самому плану">
			{said.length > 0 && list(said.slice(0, many))}
			{said.length > many && <Fold label={`Ещё замечания: ${said.length - many}`}>{list(said.slice(many, most))}</Fold>}
			{noted.length > 0 && (
				<Fold label={`Сроки в выходные и праздники: ${noted.length}`}>{list(noted.slice(0, most))}</Fold>
			)}
		</Note>
	);
};

const many = 6;
/** A plan wrong in a thousand places is looked through part by part: what is dealt with makes room for the next. */
const most = 60;

const RemarkLine = ({ remark, where }: { remark: RemarkShown; where: Where }) => (
	<>
		<p>
			{remark.sentence} <Places spots={remark.spots} where={where} />
		</p>
		<div class="buttons">
			{remark.mend && (
				<ActionForm action={`${where.here}/remarks/mending`} label={mendLabel(remark)} token={remark.tokens.mend}>
					<input type="hidden" name="remark" value={remark.id} />
				</ActionForm>
			)}
			<ActionForm
				action={`${where.here}/remarks/leaving`}
				label="Оставить как есть"
				kind="quiet"
				token={remark.tokens.leave}
			>
				<input type="hidden" name="remark" value={remark.id} />
			</ActionForm>
		</div>
	</>
);

/** The button says what it will do. */
function mendLabel({ kind, mend, spots }: Remark): string {
	if (kind === 'as-before') return 'Сделать так же';
	if (mend?.act === 'remove-rows') return 'Убрать повтор';
	if (mend?.act === 'remove-stage') return 'Убрать этап';
	const [[, meant] = ['', '']] = mend?.act === 'replace' ? mend.words : [];
	const everywhere = spots.length > 1 ? ' везде' : '';
	return mend?.act === 'replace' && mend.words.length === 1 && meant.length <= 40
		? `Заменить${everywhere} на «${meant}»`
		: `Исправить${everywhere}`;
}

const shownPlaces = 3;

/** Links to the rows and fields; beyond the first few only how many more. */
const Places = ({ spots, where }: { spots: readonly Spot[]; where: Where }): Child => {
	const places = [...new Map(spots.map((spot) => placeOf(spot, where)).map((place) => [place.href, place])).values()];
	const shown = places.slice(0, shownPlaces);
	return (
		<span class="quiet">
			{shown.map(({ href, words }, index) => (
				<>
					{index > 0 && ', '}
					<a href={href}>{words}</a>
				</>
			))}
			{places.length > shown.length && ` и ещё ${places.length - shown.length}`}
		</span>
	);
};

function placeOf(spot: Spot, { draft, here, way }: Where): { href: string; words: string } {
	if (spot.at === 'heading')
		return spot.field === 'document'
			? { href: `${here}/source`, words: 'в начале файла' }
			: { href: `${here}/heading`, words: 'название и период' };
	if (spot.at === 'stage') return { href: `${here}/stages/${spot.key}`, words: 'этап' };
	const row = draft.activities.find(({ key }) => key === spot.key);
	const words = row ? `${row.number ? `${row.number}. ` : ''}${inShort(row.title)}` : 'мероприятие';
	return { href: way(spot.key), words };
}
