import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, ErrorSummary, FormToken, RadioGroup } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Figure, Figures, Fold } from '../../../ui/report';
import { counted, Lede, plural } from '../../../ui/text';
import { StepFoot } from '../../../ui/wizard';
import { type AcceptedPlan, byMonth, type Choices, outlook } from '../rules/acceptance';
import type { OccurrenceState } from '../rules/activity-state';
import { type Draft, namedIn } from '../rules/draft';
import type { KnownPlan } from '../rules/renewal';
import { monthText, periodText } from './deadline-text';
import { ApprovedFile } from './editions/approved-file';
import { NewerVersion } from './editions/newer-version';
import { ImportSteps, importsCrumb, roadmapCrumb } from './import-steps';
import { rowForms } from './import-words';

type Props = {
	view: View;
	id: string;
	draft: Draft;
	/** What the plan would become under the answers that stand now, and under the others that are asked about. */
	plan: AcceptedPlan;
	moved: AcceptedPlan | undefined;
	asItIs: AcceptedPlan;
	/** A plan at work that this looks like a newer version of. */
	newer: KnownPlan | undefined;
	/** `approved`: the file names the order that approved it. */
	asks: { past: boolean; earlier: boolean; approved: boolean };
	choices: Choices;
	values: Values;
	problems?: Problems | undefined;
};

/** The last step: everything that will be, and the questions that the calendar asks; nothing is done before the button. */
export const AcceptancePage = ({
	view,
	id,
	draft,
	plan,
	moved,
	asItIs,
	newer,
	asks,
	choices,
	values,
	problems
}: Props) => {
	const list = `/roadmap/imports/${id}`;
	const counts = outlook(plan, view.now.today);
	return (
		<Page
			view={view}
			title="Принять план к работе"
			crumbs={[roadmapCrumb, importsCrumb, { href: list, label: 'Что понято' }]}
		>
			<ImportSteps current={3} id={id} />
			{newer && <NewerVersion id={id} plan={newer} />}
			<form method="post" action={`${list}/acceptance`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<Lede>
					«{plan.title}»
					{plan.period && !plan.title.includes(plan.period.from.slice(0, 4)) && `, ${periodText(plan.period)}`}
				</Lede>
				{asks.past && <Past {...{ plan, moved, asItIs, choices, view, problems }} />}
				{asks.earlier && <Earlier {...{ counts, choices, problems }} />}
				<h2>{asks.past && choices.past === 'move' ? 'Если перенести' : 'Что получится'}</h2>
				<Figures>
					<Figure value={plan.activities.length} label={`${plural(plan.activities.length, rowForms)} в плане`} />
					<Figure
						value={counts['this-week']}
						label={`${plural(counts['this-week'], ['дело', 'дела', 'дел'])} на этой неделе`}
					/>
					<Figure value={counts.waiting} label="ждём от других" />
					<Figure value={counts.throughout + counts.ask} label="идёт весь год" />
				</Figures>
				{asks.approved && <ApprovedFile {...{ values, problems }} />}
				<Months plan={plan} today={view.now.today} />
				<People draft={draft} list={list} />
				<p>
					После приёма план появится в «Дорожной карте», а дела – на «Сегодня». До сегодняшнего дня ничего не станет
					просроченным, мероприятия можно будет править и дальше.
				</p>
				<StepFoot
					onward={<Button icon="check">Принять план к работе</Button>}
					back={`${list}/people`}
					later="/roadmap/imports"
				/>
			</form>
		</Page>
	);
};

/** «11 дел впереди, 3 на этой неделе»: what a choice leads to. */
function leadsTo(plan: AcceptedPlan, today: string) {
	const counts = outlook(plan, today);
	const ahead = counts['this-week'] + counts.running + counts.later;
	return (
		[
			ahead > 0 && `впереди ${counted(ahead, rowForms)} со сроком`,
			counts['this-week'] > 0 && `на этой неделе ${counts['this-week']}`,
			counts.unsorted > 0 && `${counted(counts.unsorted, rowForms)} со сроком в прошлом`
		]
			.filter(Boolean)
			.join(', ') || 'точных сроков в плане нет'
	);
}

const Past = ({
	moved,
	asItIs,
	choices,
	view,
	problems
}: Pick<Props, 'moved' | 'asItIs' | 'choices' | 'view' | 'problems'>) => (
	<RadioGroup
		name="past"
		label="Это план прошлых лет. Что с ним сделать?"
		options={{
			...(moved && {
				move: {
					label: `Перенести на ${moved.period ? periodText(moved.period) : 'этот учебный год'}`,
					hint: `Месяцы и числа останутся, годы сдвинутся: ${leadsTo(moved, view.now.today)}.`
				}
			}),
			archive: { label: 'Положить в архив', hint: 'Можно посмотреть, на «Сегодня» ничего не попадёт.' },
			keep: {
				label: 'Оставить как есть',
				hint: `Сроки прежние: ${leadsTo(asItIs, view.now.today)}. Просроченным это не станет.`
			}
		}}
		values={{ past: choices.past }}
		{...(problems && { problems })}
	/>
);

const Earlier = ({
	counts,
	choices,
	problems
}: {
	counts: Record<OccurrenceState, number>;
	choices: Choices;
	problems?: Problems | undefined;
}) => (
	<RadioGroup
		name="earlier"
		label="Что стало с тем, чей срок уже прошёл?"
		hint={
			counts.unsorted > 0
				? `Таких мероприятий ${counts.unsorted}. Отметим все сразу, потом любое можно исправить.`
				: 'Отметим все сразу, потом любое можно исправить.'
		}
		options={{
			later: { label: 'Разберу потом', hint: 'Будут стоять отдельно, красными не станут.' },
			done: { label: 'Всё до сегодня сделано' },
			'not-done': { label: 'Ничего из этого не сделано' }
		}}
		values={{ earlier: choices.earlier }}
		{...(problems && { problems })}
	/>
);

const Months = ({ plan, today }: { plan: AcceptedPlan; today: string }) => {
	const months = byMonth(plan, today);
	if (months.length === 0) return null;
	return (
		<Fold label="Как лягут сроки по месяцам">
			{months.map(({ month, titles }) => (
				<section>
					<h2>{monthText(month)}</h2>
					<ul>
						{titles.map((title) => (
							<li>{title}</li>
						))}
					</ul>
				</section>
			))}
		</Fold>
	);
};

/** Who of the named is known here; the rest stay words. */
const People = ({ draft, list }: { draft: Draft; list: string }) => {
	const named = namedIn(draft).filter(({ kind }) => kind === 'person' || kind === 'role');
	const known = named.filter(({ words }) => draft.people[words]);
	if (named.length === 0) return null;
	return (
		<p>
			Исполнители: {known.length} из {named.length} связаны с сотрудниками. <a href={`${list}/people`}>Связать ещё</a>
		</p>
	);
};
