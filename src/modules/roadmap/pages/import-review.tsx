import { Filters, Toolbar } from '../../../ui/list';
import { Fold } from '../../../ui/report';
import { Pager } from '../../../ui/table';
import type { Draft } from '../rules/draft';
import { pageAddress, type RowsPart } from '../rules/row-order';
import { lookedThrough } from '../rules/source-view';
import { RowsForm } from './import-rows';

/** `fields`: of every piece of the file, the field it was read as; `doubted`: which activities were doubtful as read. */
export type Links = { fields: readonly (string | null)[]; doubted: readonly number[] };

type Props = { draft: Draft; here: string; token: string; shown: RowsPart; links: Links };

/** The rows to be looked through, doubtful ones first. With script they are corrected by keyboard in place, and the file stands beside. */
export const Review = ({ draft, here, token, shown, links }: Props) => {
	const { left, settled } = lookedThrough(draft, links.doubted);
	return (
		<div class="review">
			<div class="review-rows">
				{left + settled > 0 && (
					<Toolbar>
						{left > 0 ? (
							<Filters
								label="Порядок"
								filters={[
									{ href: here, label: 'сначала неясные', current: shown.order === 'doubtful' },
									{ href: `${here}?order=document`, label: 'как в файле', current: shown.order === 'document' }
								]}
							/>
						) : (
							<span />
						)}
						<p>{`Неясных ${left}, разобрано ${settled}.`}</p>
					</Toolbar>
				)}
				<Keys />
				<RowsForm {...{ draft, here, token, shown }} fields={links.fields} />
				<Pager page={shown.part} pages={shown.parts} href={(page) => pageAddress(here, shown.order, page)} />
			</div>
			<aside class="beside" tabindex={0} aria-label="Что в файле" hidden />
			<script type="module" src="/review.js" />
		</div>
	);
};

const keys = [
	['J, K', 'к следующей строке, к предыдущей; на строке – и стрелки'],
	['N, P', 'к следующей неясной, к предыдущей'],
	['Enter', 'исправить строку на месте'],
	['Ctrl+Enter', 'сохранить и перейти к следующей неясной'],
	['Esc', 'закрыть, не меняя'],
	['U или Ctrl+Z', 'отменить последнее исправление'],
	['?', 'показать или спрятать этот список']
] as const;

/** Shown by the script that listens to them. */
const Keys = () => (
	<div class="keys" hidden>
		<Fold label="Клавиши">
			<dl class="facts">
				{keys.map(([key, what]) => (
					<div>
						<dt>{key}</dt>
						<dd>{what}</dd>
					</div>
				))}
			</dl>
		</Fold>
	</div>
);
