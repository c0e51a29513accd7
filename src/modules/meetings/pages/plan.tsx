import { parseDate, weekday } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import { Button, Buttons, ErrorSummary, Field, FormToken, LinkButton, TimeField } from '../../../ui/form';
import { Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { counted, Lede } from '../../../ui/text';
import type { PairWork } from '../queries/meetings';
import { cadences } from '../rules/cadence';
import { closedTo } from '../rules/record';
import { meetingForms } from '../rules/words';
import { meetingsCrumbs, pairTitle } from './words';

type Props = PairWork & {
	view: View;
	days: readonly string[]; // ДД.ММ.ГГГГ
	every: number;
	cadence: number;
	before: number; // how many planned ones give way
	values: Values;
	theirs?: Values | undefined;
	problems?: Problems | undefined;
};

const weekdays = ['', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'];

/** The plan of meetings: days are proposed at a cadence, vacations and days off left out; each may be changed or emptied. */
export const PlanPage = ({ view, mentorship, own, days, every, before, values, theirs, problems = {} }: Props) => {
	const { today } = view.now;
	const given = { values, problems };
	const path = `/mentorships/${mentorship.id}`;
	const closed = closedTo(mentorship);
	return (
		<Page
			view={view}
			title="План встреч"
			crumbs={[...meetingsCrumbs(view, own), { href: `${path}/meetings`, label: pairTitle(mentorship, today) }]}
		>
			{closed ? (
				<Note>{closed}</Note>
			) : days.length === 0 ? (
				<Note title="До конца срока пары подходящих дней нет">
					<p>Если работать дольше, куратор может продлить срок пары.</p>
				</Note>
			) : (
				<>
					<Lede>
						{counted(days.length, meetingForms)} до конца срока,{' '}
						{cadences[String(every) as keyof typeof cadences] ?? ''}: каникулы и нерабочие дни пропущены. Лишнее
						сотрите, дни поправьте; последняя встреча – итоговая.
					</Lede>
					<Filters
						label="Как часто"
						filters={Object.entries(cadences).map(([key, label]) => ({
							...{ href: `${path}/meeting-plan?every=${key}`, label },
							current: key === String(every)
						}))}
					/>
					<form method="post" action={`${path}/meeting-plan`}>
						<ErrorSummary problems={problems} />
						<Conflict {...{ theirs, mine: { day: days.join(', ') }, labels: { day: 'Дни плана' } }} />
						<FormToken values={values} />
						<input type="hidden" name="seen" value={values.seen} />
						<fieldset class={problems.day ? 'field wrong' : 'field'} id="day">
							<legend>Дни</legend>
							{problems.day && <p class="problem">{problems.day}</p>}
							<ol class="periods">
								{days.map((day, at) => {
									const date = parseDate(day);
									return (
										<li>
											<input
												name="day"
												value={day}
												class="short"
												inputmode="numeric"
												maxlength={10}
												aria-label={`Встреча ${at + 1}`}
												autocomplete="off"
												data-date
											/>{' '}
											<span class="quiet">{date && weekdays[weekday(date)]}</span>
										</li>
									);
								})}
							</ol>
						</fieldset>
						<TimeField
							name="startsAt"
							label="Во сколько"
							hint="14:30; у отдельной встречи можно поправить потом"
							{...given}
						/>
						<Field name="lasts" label="Сколько минут" inputmode="numeric" class="short" maxlength={4} {...given} />
						<Field name="place" label="Где" maxlength={300} optional {...given} />
						{before > 0 && (
							<p class="quiet">
								Этот план заменит назначенное раньше: {counted(before, meetingForms)}. Это можно отменить.
							</p>
						)}
						<Buttons>
							<Button>Принять план</Button>
							<LinkButton href={`${path}/meetings`} kind="quiet">
								Не сейчас
							</LinkButton>
						</Buttons>
					</form>
				</>
			)}
		</Page>
	);
};
