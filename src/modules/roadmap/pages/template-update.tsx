import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { counted, Lede } from '../../../ui/text';
import type { Plan } from '../queries/plans';
import type { TemplateCopy } from '../queries/templates';
import type { Change } from '../rules/plan-difference/difference';
import { DifferenceTable, Marked } from './editions/difference';
import { changeForms, planCrumbs } from './editions/words';

type Proposal = { change: Change; mine: Change | null };
type Props = {
	view: View;
	plan: Plan;
	copy: TemplateCopy;
	proposals: readonly Proposal[];
	/** Undefined: seen for the first time. What the plan's own people changed too is not ticked then. */
	ticked: ReadonlySet<string> | undefined;
	values: Values;
	problems?: Problems | undefined;
};

/** What the level above has changed in its template, taken over change by change or left; one's own changes are never touched unasked. */
export const TemplateUpdatePage = ({ view, plan, copy, proposals, ticked, values, problems }: Props) => {
	const mineOf = new Map(proposals.map(({ change, mine }) => [change.key, mine]));
	const clashes = proposals.filter(({ mine }) => mine).length;
	const from = copy.by ? `(${copy.by})` : 'организации выше';
	return (
		<Page view={view} title="Образец обновлён" crumbs={planCrumbs(plan)}>
			{copy.seen >= copy.number ? (
				<Empty
					title="Новых изменений в образце нет"
					icon="check"
					action={<LinkButton href={`/roadmap/${plan.id}`}>К плану</LinkButton>}
				>
					<p>Вы уже ответили на последнюю версию образца {from}.</p>
				</Empty>
			) : (
				<form method="post" action={`/roadmap/${plan.id}/template-update`}>
					<ErrorSummary problems={problems} title="Не записано" />
					<FormToken values={values} />
					<input type="hidden" name="version" value={values.version} />
					<input type="hidden" name="seen" value={values.seen} />
					<Lede>
						Образец {from}: версия {copy.number} вместо {copy.seen}. Вам предлагается{' '}
						{counted(proposals.length, changeForms)}. Ваши отметки и подтверждения останутся.
					</Lede>
					{copy.note && (
						<Note title="Что нового">
							<p>{copy.note}</p>
						</Note>
					)}
					{clashes > 0 && <p>То, что вы и сами меняли, не отмечено: посмотрите на оба варианта и решите.</p>}
					{proposals.length > 0 && (
						<DifferenceTable
							caption="Изменения образца"
							changes={proposals.map(({ change }) => change)}
							choose={{ name: 'change', ticked: (key) => (ticked ? ticked.has(key) : !mineOf.get(key)) }}
							more={[{ head: 'Что сделали вы', cell: ({ key }) => <Mine change={mineOf.get(key)} /> }]}
						/>
					)}
					<Buttons>
						<Button icon="check">{proposals.length > 0 ? 'Взять отмеченное' : 'Принять к сведению'}</Button>
						<LinkButton href={`/roadmap/${plan.id}`} kind="quiet">
							Решить позже
						</LinkButton>
					</Buttons>
				</form>
			)}
		</Page>
	);
};

const Mine = ({ change }: { change: Change | null | undefined }) => {
	if (!change) return null;
	if ('became' in change) return <Marked was={change.was} became={change.became} />;
	return <>{change.what === 'removed' ? 'исключили' : 'переставили'}</>;
};
