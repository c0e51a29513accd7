import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Closes } from '../../../../ui/closes';
import { Button, Buttons, DateField, ErrorSummary, Field, FormToken, LinkButton, Select } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Fold } from '../../../../ui/report';
import { counted, Lede } from '../../../../ui/text';
import type { Plan } from '../../queries/plans';
import type { Closable } from '../../rules/closable';
import type { Change } from '../../rules/plan-difference/difference';
import { layoutOptions, SheetField, StampsFields } from '../paper';
import { activityForms } from '../plan-words';
import { DifferenceTable } from './difference';
import { changeForms, editionsCrumb, planCrumbs } from './words';

type Props = {
	view: View;
	plan: Plan;
	number: number;
	rows: number;
	/** What it differs in from the edition in force; undefined: it is the first. */
	changes: readonly Change[] | undefined;
	closable: readonly Closable[];
	chosen: readonly string[] | undefined;
	values: Values;
	problems?: Problems | undefined;
};

const layouts = Object.fromEntries(Object.entries(layoutOptions).map(([name, { label }]) => [name, label]));

/** The order's number and day: with them the plan as it stands becomes an edition. */
export const NewEditionPage = ({ view, plan, number, rows, changes, closable, chosen, values, problems }: Props) => (
	<Page view={view} title={`Утвердить редакцию № ${number}`} crumbs={[...planCrumbs(plan), editionsCrumb(plan)]}>
		<Lede>
			План сохранится таким, каков он сейчас: {counted(rows, activityForms)}
			{changes && changes.length > 0 && `, ${counted(changes.length, changeForms)} с прошлой редакции`}. Работать с ним
			можно дальше.
		</Lede>
		<form method="post" action={`/roadmap/${plan.id}/editions`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="seen" value={values.seen} />
			<Field
				name="orderNumber"
				label="Номер приказа"
				hint="Например: 112-О."
				maxlength={60}
				class="short"
				autocomplete="off"
				{...{ values, problems }}
			/>
			<DateField name="orderDay" label="День приказа" {...{ values, problems }} />
			<Fold label="Как выглядит приложение: столбцы и грифы" open={problems !== undefined}>
				<Field
					name="annex"
					label="Строка приложения"
					hint="Если оставить пустой: «Приложение к приказу от … № …»."
					maxlength={300}
					optional
					{...{ values, problems }}
				/>
				<Select name="layout" label="Порядок столбцов" options={layouts} {...{ values, problems }} />
				<SheetField {...{ values, problems }} />
				<StampsFields {...{ values, problems }} />
			</Fold>
			<Closes {...{ closable, chosen }} today={view.now.today} />
			<Buttons>
				<Button icon="check">Утвердить редакцию № {number}</Button>
				<LinkButton href={`/roadmap/${plan.id}`} kind="quiet">
					К плану
				</LinkButton>
			</Buttons>
		</form>
		{changes && changes.length > 0 && (
			<>
				<h2>Что в ней нового</h2>
				<DifferenceTable caption="Отличия от прошлой редакции" changes={changes} />
			</>
		)}
	</Page>
);
