import type { View } from '../../../core/view';
import { type Filter, Filters } from '../../../ui/list';
import { Fold } from '../../../ui/report';
import { shortName } from '../../../ui/text';
import type { PlanActivity } from '../queries/activities';
import type { Plan } from '../queries/plans';
import { type PlanFilter, passes } from '../rules/activity-state';
import { capabilities, capabilityCodes } from '../rules/capabilities';
import { waitingWords } from '../rules/plan';
import { addressOf, chosen, type PlanLook, responsibleKeys } from '../rules/plan-look';

type Filtered = { view: View; plan: Plan; activities: readonly PlanActivity[]; look: PlanLook };

const filterNames: Record<PlanFilter, string | undefined> = {
	all: 'Всё',
	week: 'На этой неделе',
	overdue: 'Просрочено',
	running: 'Идёт сейчас',
	waiting: undefined,
	throughout: 'В течение года',
	unsorted: 'Разобрать',
	done: 'Выполнено'
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How things stand, each with its count within what else is chosen. */
export const StateFilters = ({ view, plan, activities, look }: Filtered) => {
	const within = chosen(activities, { ...look, show: 'all' });
	const filters = (Object.keys(filterNames) as PlanFilter[]).map(
		(show): Filter => ({
			href: addressOf(plan.id, { ...look, show }),
			label:
				filterNames[show] ??
				capital(
					waitingWords(
						view.actor,
						activities.filter(({ standing }) => standing.state === 'waiting')
					)
				),
			count: within.filter(({ standing }) => passes(show, standing.state)).length,
			current: show === look.show
		})
	);
	return <Filters filters={filters.filter(({ count, current }) => count || current)} />;
};

/** Who answers, those with most first. */
export const ByResponsible = ({ plan, activities, look }: Omit<Filtered, 'view'>) => {
	const keys = responsibleKeys(activities);
	if (keys.length < 2) return null;
	const current = keys.find(({ key }) => key === look.by);
	return (
		<Fold label={current ? `Отвечает: ${current.name}` : 'По ответственным'}>
			<Filters
				label="По ответственным"
				filters={[
					{ href: addressOf(plan.id, { ...look, by: undefined }), label: 'Все', current: !look.by },
					...keys.map(({ key, name, person, count }) => ({
						href: addressOf(plan.id, { ...look, by: key }),
						label: person ? shortName(name) : name,
						count,
						current: key === look.by
					}))
				]}
			/>
		</Fold>
	);
};

/** What the rows are carried out with, the most frequent first. */
export const ByCapability = ({ plan, activities, look }: Omit<Filtered, 'view'>) => {
	const counts = Map.groupBy(activities, ({ capability }) => capability);
	const codes = capabilityCodes.filter((code) => counts.has(code));
	if (codes.length < 2) return null;
	const current = codes.find((code) => code === look.capability);
	const countOf = (code: (typeof codes)[number]) => counts.get(code)?.length ?? 0;
	return (
		<Fold label={current ? `Чем выполняется: ${capabilities[current].name}` : 'По виду дела'}>
			<Filters
				label="По виду дела"
				filters={[
					{ href: addressOf(plan.id, { ...look, capability: undefined }), label: 'Все', current: !current },
					...codes
						.sort((a, b) => countOf(b) - countOf(a))
						.map((code) => ({
							href: addressOf(plan.id, { ...look, capability: code }),
							label: capabilities[code].name,
							count: countOf(code),
							current: code === look.capability
						}))
				]}
			/>
		</Fold>
	);
};

/** The stage or person that the list has been narrowed to, and the way back. */
export const Narrowed = ({ plan, activities, look }: Omit<Filtered, 'view'>) => {
	const stage = activities.find(({ stageId }) => (stageId ?? 'none') === look.stage);
	if (!stage && !look.q) return null;
	return (
		<p>
			{stage && <>Этап: {stage.stageTitle ?? 'вне этапов'}. </>}
			{look.q && <>Со словами «{look.q}». </>}
			<a href={addressOf(plan.id, { ...look, stage: undefined, q: undefined })}>Показать всё</a>
		</p>
	);
};
