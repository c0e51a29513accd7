import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, Buttons, ErrorSummary, FormToken, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Day, Lede } from '../../../ui/text';
import type { Plan } from '../queries/plans';
import type { OwnTemplate, Uptake } from '../queries/templates';
import type { Closable } from '../rules/closable';
import type { Change } from '../rules/plan-difference/difference';
import { countOf } from '../rules/working-changes';
import { DifferenceTable } from './editions/difference';
import { changeForms, planCrumbs } from './editions/words';

type Props = {
	view: View;
	plan: Plan;
	template: OwnTemplate | undefined;
	/** What the plan says otherwise than the version published last. */
	changes: readonly Change[];
	uptake: Uptake;
	closable: readonly Closable[];
	chosen: readonly string[] | undefined;
	/** How many lines of the plan the publication has closed. */
	closed: number;
	values: Values;
	problems?: Problems | undefined;
};

const organisations = ['организация взяла', 'организации взяли', 'организаций взяли'] as const;

/** A plan given to the organisations below: what has been published, what is new since, who has taken it. */
export const TemplatePublicationPage = (props: Props) => {
	const { view, plan, template, changes, uptake, closable, chosen, closed, values, problems } = props;
	const offered = template && !template.withdrawnAt;
	const { today } = view.now;
	return (
		<Page
			view={view}
			title="Образец для организаций"
			crumbs={planCrumbs(plan)}
			notice={
				view.saved === 'publication' ? (
					<>
						Опубликовано
						<ClosedToo count={closed} />
					</>
				) : view.saved === 'withdrawal' ? (
					'Снято с публикации'
				) : undefined
			}
		>
			{template ? (
				<Lede>
					{offered ? 'Опубликована' : 'Снята с публикации'} версия {template.number} от{' '}
					<Day date={template.publishedAt.slice(0, 10)} today={today} />.{' '}
					{uptake.length > 0
						? `${uptake.length > 0 ? `${counted(uptake.length, organisations)} её за основу.` : 'Пока её никто не взял.'}`
						: 'Пока её никто не взял.'}
				</Lede>
			) : (
				<Lede>
					Организации, которые под вами, увидят этот план среди образцов и смогут начать с него свой. Когда вы измените
					план и опубликуете снова, каждой будет предложено ровно то, что изменилось.
				</Lede>
			)}
			{changes.length > 0 && (
				<section>
					<h2>Что изменилось после версии {template?.number}</h2>
					<DifferenceTable caption="Изменения после публикации" changes={changes} />
				</section>
			)}
			{template && offered && changes.length === 0 ? (
				<Note title="Опубликовано всё">
					<p>С прошлой публикации в плане ничего не изменилось.</p>
				</Note>
			) : (
				<form method="post" action={`/roadmap/${plan.id}/template`}>
					<ErrorSummary problems={problems} title="Не опубликовано" />
					<FormToken values={values} />
					<TextArea
						name="note"
						label="Что нового"
						hint={
							template
								? `${counted(countOf(changes), changeForms)}: скажите одной фразой, зачем.`
								: 'Для кого этот план и чем он хорош.'
						}
						rows={2}
						maxlength={500}
						optional
						{...{ values, problems }}
					/>
					<Closes {...{ closable, chosen, today }} />
					<Buttons>
						<Button icon="upload">
							{template ? `Опубликовать версию ${template.number + 1}` : 'Опубликовать образец'}
						</Button>
					</Buttons>
				</form>
			)}
			{uptake.length > 0 && (
				<section>
					<h2>Кто взял</h2>
					<Table
						caption="Организации, взявшие образец"
						rows={uptake}
						columns={[
							{ head: 'Организация', main: true, cell: ({ name }) => name },
							{
								head: 'Версия',
								cell: ({ version }) =>
									version === template?.number ? (
										`${version}, последняя`
									) : (
										<Pill tone="warm" icon="clock">
											{version}, есть новее
										</Pill>
									)
							},
							{ head: 'Когда', cell: ({ seenAt }) => <Day date={seenAt.slice(0, 10)} today={today} /> }
						]}
					/>
				</section>
			)}
			{offered && (
				<ActionForm
					action={`/roadmap/${plan.id}/template/withdrawal`}
					token={crypto.randomUUID()}
					label="Снять с публикации"
					kind="quiet"
				/>
			)}
		</Page>
	);
};
