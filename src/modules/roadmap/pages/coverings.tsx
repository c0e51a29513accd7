import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, DateField, ErrorSummary, Field, FormToken, LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { PlanActivity, PlanOccurrence } from '../queries/activities';
import { coverageText } from '../rules/coverage';
import { leadsPlans } from '../rules/plan';
import { ProofFields } from './completion';
import { WhereKept } from './coverage-words';
import { occurrenceName, titleOf } from './plan-words';

type Props = {
	view: View;
	activity: PlanActivity;
	occurrence: PlanOccurrence;
	values: Values;
	ticked?: ReadonlySet<unknown>;
	problems?: Problems;
};

/** Who is left of the many, to be marked one by one, several at once, or all; with the day and what proves it. */
export const CoveringsPage = ({ view, activity, occurrence, values, ticked, problems }: Props) => {
	const { coverage } = activity;
	const left = occurrence.coverage?.left ?? [];
	const back = `/activities/${activity.id}#coverage`;
	return (
		<Page
			view={view}
			title="Отметить по списку"
			crumbs={[{ href: `/activities/${activity.id}`, label: titleOf(activity) }]}
		>
			<Lede>
				{activity.title} – {occurrenceName(occurrence, view.now.today)}.{' '}
				{coverage && occurrence.coverage && `Сейчас ${coverageText(coverage, occurrence.coverage)}.`}
			</Lede>
			{left.length === 0 ? (
				<Empty title="Отмечать некого" icon="person" action={<LinkButton href={back}>Вернуться</LinkButton>}>
					<WhereKept activity={activity} leads={leadsPlans(view.actor)} />
				</Empty>
			) : (
				<form
					method="post"
					action={`/occurrences/${occurrence.id}/coverings`}
					enctype="multipart/form-data"
					class="one-column"
				>
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<fieldset class={problems?.ones ? 'field wrong' : 'field'}>
						<legend>Для кого сделано</legend>
						{problems?.ones && <p class="problem">{problems.ones}</p>}
						<ul class="covering-list">
							{left.map(({ id, name }, index) => (
								<li class="choice">
									<input
										type="checkbox"
										id={index === 0 ? 'ones' : `one-${id}`}
										name="ones"
										value={id}
										checked={ticked?.has(id) ?? left.length === 1}
									/>
									<label for={index === 0 ? 'ones' : `one-${id}`}>{name}</label>
								</li>
							))}
						</ul>
					</fieldset>
					<DateField name="coveredOn" label="Какого числа" required {...{ values, problems }} />
					<Field
						name="note"
						label="Что сделано"
						hint="Если нужно: протокол, тема, замечание. У каждого отмеченного будут эти слова."
						maxlength={1000}
						optional
						{...{ values, problems }}
					/>
					<ProofFields {...{ activity, values, problems }} />
					<Buttons>
						<Button icon="check" name="who" value="chosen">
							Отметить выбранных
						</Button>
						{left.length > 1 && (
							<Button kind="secondary" name="who" value="all">
								Отметить всех оставшихся: {left.length}
							</Button>
						)}
						<Button kind="quiet" name="who" value="excused">
							Выбранных это не касается
						</Button>
						<LinkButton href={back} kind="quiet">
							Вернуться
						</LinkButton>
					</Buttons>
					<WhereKept activity={activity} leads={leadsPlans(view.actor)} />
				</form>
			)}
		</Page>
	);
};
