import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { counted, Lede } from '../../../ui/text';
import type { Plan } from '../queries/plans';
import type { Change } from '../rules/plan-difference/difference';
import { countOf } from '../rules/working-changes';
import { DifferenceTable } from './editions/difference';
import { changeForms } from './editions/words';
import { ImportSteps, importsCrumb, roadmapCrumb } from './import-steps';

type Props = {
	view: View;
	id: string;
	plan: Plan;
	changes: readonly Change[];
	/** Undefined: the page is seen for the first time, and all is ticked. */
	ticked: ReadonlySet<unknown> | undefined;
	values: Values;
	problems?: Problems | undefined;
};

/** The last step of a newer version: what differs from the plan at work; what is ticked is taken over, marks and evidence stay. */
export const RenewalPage = ({ view, id, plan, changes, ticked, values, problems }: Props) => (
	<Page
		view={view}
		title="Обновить план"
		crumbs={[roadmapCrumb, importsCrumb, { href: `/roadmap/imports/${id}`, label: 'Что понято' }]}
	>
		<ImportSteps current={3} id={id} />
		{changes.length === 0 ? (
			<Empty title="Отличий нет" icon="check" action={<LinkButton href={`/roadmap/${plan.id}`}>К плану</LinkButton>}>
				<p>Файл говорит то же, что план «{plan.title}». Обновлять нечего.</p>
			</Empty>
		) : (
			<form method="post" action={`/roadmap/imports/${id}/renewal?plan=${plan.id}`}>
				<ErrorSummary problems={problems} title="План не обновлён" />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<input type="hidden" name="seen" value={values.seen} />
				<Lede>
					В файле {counted(countOf(changes), changeForms)} по сравнению с планом «
					<a href={`/roadmap/${plan.id}`}>{plan.title}</a>». Снимите отметку с того, что брать не нужно. Отметки о
					выполнении, подтверждения и исполнители останутся; у исключённых мероприятий они сохранятся.
				</Lede>
				<DifferenceTable
					caption="Отличия файла от плана"
					changes={changes}
					choose={{ name: 'change', ticked: (key) => !ticked || ticked.has(key) }}
				/>
				<Buttons>
					<Button icon="check">Обновить план</Button>
					<LinkButton href={`/roadmap/imports/${id}/acceptance?apart=1`} kind="quiet">
						Принять как отдельный план
					</LinkButton>
				</Buttons>
			</form>
		)}
	</Page>
);
