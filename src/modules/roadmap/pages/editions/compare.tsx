import type { View } from '../../../../core/view';
import { Button, Select } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { counted, Lede } from '../../../../ui/text';
import type { EditionLine } from '../../queries/editions';
import type { Plan } from '../../queries/plans';
import type { Change } from '../../rules/plan-difference/difference';
import { countOf } from '../../rules/working-changes';
import { DifferenceTable } from './difference';
import { changeForms, editionsCrumb, planCrumbs } from './words';

type Props = {
	view: View;
	plan: Plan;
	editions: readonly EditionLine[];
	was: string;
	became: string;
	changes: readonly Change[];
};

/** What differs between any two editions, or an edition and the plan as it stands now. */
export const ComparePage = ({ view, plan, editions, was, became, changes }: Props) => {
	const options = {
		...Object.fromEntries(editions.map(({ id, number }) => [id, `Редакция № ${number}`])),
		now: 'Как сейчас'
	};
	const values = { was, became };
	return (
		<Page view={view} title="Отличия редакций" crumbs={[...planCrumbs(plan), editionsCrumb(plan)]}>
			<Lede>{changes.length === 0 ? 'Отличий нет.' : `${counted(countOf(changes), changeForms)}.`}</Lede>
			<form method="get" action={`/roadmap/${plan.id}/difference`} class="toolbar">
				<Select name="was" label="Было" {...{ options, values }} />
				<Select name="became" label="Стало" {...{ options, values }} />
				<Button kind="secondary">Сравнить</Button>
			</form>
			{changes.length > 0 && <DifferenceTable caption="Отличия" changes={changes} />}
		</Page>
	);
};
