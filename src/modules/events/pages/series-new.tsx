import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { AudienceFields, type GroupOfStaff } from '../../../ui/audience';
import {
	Button,
	Buttons,
	Checkbox,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	Select,
	TextArea,
	TimeField
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { counted, dayText, Lede } from '../../../ui/text';
import { Steps } from '../../../ui/wizard';
import type { Audience, Candidate } from '../../surveys/rules/audience';
import type { EventKind } from '../rules/kinds';
import { cadences, type SeriesDay } from '../rules/series';
import { eventsCrumb } from './words';

const steps = [{ label: 'О чём и как часто' }, { label: 'Дни и люди' }];
const weekdays = ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'];
const weekdayOf = (day: string) => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];

type First = { view: View; kinds: readonly EventKind[]; activity: string; values: Values; problems?: Problems };

/** What the meetings are about, from when, till when and how often: the days are reckoned by the calendar of the organisation. */
export const SeriesStartPage = ({ view, kinds, activity, values, problems = {} }: First) => {
	const given = { values, problems };
	return (
		<Page view={view} title="Ряд встреч" crumbs={[eventsCrumb]}>
			<Steps steps={steps} current={0} />
			<Lede>
				Встречи об одном и том же: раз в неделю, в две недели, в месяц. Дни посчитает календарь, вы их поправите.
			</Lede>
			<form method="get" action="/event-series/new">
				<ErrorSummary problems={problems} title="Дни не посчитаны: поправьте отмеченное" />
				<input type="hidden" name="step" value="days" />
				<input type="hidden" name="activity" value={activity} />
				<Select
					name="kind"
					label="Что это"
					empty="выберите"
					options={Object.fromEntries(kinds.filter(({ meets }) => meets).map(({ name }) => [name, name]))}
					{...given}
				/>
				<Field name="title" label="О чём" required maxlength={300} {...given} />
				<DateField name="from" label="Первая встреча" required {...given} />
				<DateField name="to" label="Не позже" required {...given} />
				<Select name="every" label="Как часто" options={cadences} {...given} />
				<Checkbox name="skip" label="Пропускать каникулы и карантин" {...given} />
				<Buttons>
					<Button>Показать дни</Button>
					<LinkButton href="/events" kind="quiet">
						Не заводить
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

type Second = {
	view: View;
	days: readonly SeriesDay[];
	ticked: readonly string[];
	staff: readonly Candidate[];
	groups: readonly GroupOfStaff[];
	chosen: Audience;
	back: string;
	line: { title: string } | undefined;
	values: Values;
	problems?: Problems;
};

/** The days, each of which may be left out; when in the day, where, whom. */
export const SeriesDaysPage = (props: Second) => {
	const { view, days, ticked, staff, groups, chosen, back, line, values, problems = {} } = props;
	const given = { values, problems };
	const { today } = view.now;
	return (
		<Page view={view} title={`Ряд встреч: ${values.title}`} crumbs={[eventsCrumb]}>
			<Steps steps={[{ ...steps[0], href: back } as { label: string; href: string }, ...steps.slice(1)]} current={1} />
			<Lede>
				Выходит {counted(days.length, ['встреча', 'встречи', 'встреч'])}. Снимите лишние дни и скажите, кого зовёте.
			</Lede>
			<form method="post" action="/event-series">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				{['kind', 'title', 'from', 'to', 'every', 'skip', 'occurrence'].map((name) => (
					<input type="hidden" name={name} value={values[name] ?? ''} />
				))}
				<fieldset class={problems.date ? 'field wrong' : 'field'}>
					<legend>Дни</legend>
					{days.map(({ on, instead }, at) => {
						const id = at === 0 ? 'date' : `date-${on}`;
						return (
							<div class="choice">
								<input type="checkbox" id={id} name="date" value={on} checked={ticked.includes(on)} />
								<label for={id}>
									{dayText(on, today)}, {weekdayOf(on)}
									{instead && <span class="quiet"> вместо {dayText(instead, today)}: это выходной</span>}
								</label>
							</div>
						);
					})}
				</fieldset>
				<TimeField name="startsAt" label="Время" maxlength={10} {...given} />
				<Field name="place" label="Где" maxlength={300} optional {...given} />
				<TextArea
					name="agenda"
					label="Повестка каждой встречи"
					hint="По вопросу в строке; её можно менять на странице встречи"
					rows={3}
					maxlength={8000}
					optional
					{...given}
				/>
				<TextArea name="words" label="Что сказать тем, кого зовёте" rows={3} maxlength={5000} optional {...given} />
				<AudienceFields
					{...{ staff, groups, chosen, problems }}
					whole
					legend="Кого зовёте"
					hint="Отмеченное складывается. Позванные увидят встречи в «Сегодня», в письмах и в календаре."
				/>
				{line && (
					<p class="quiet">
						Для мероприятия «{line.title}»: список присутствующих каждой встречи станет его подтверждением, а закроет
						его последняя или «Закончить ряд».
					</p>
				)}
				<Buttons>
					<Button name="announce" value="on">
						Завести и объявить
					</Button>
					<Button kind="secondary">Завести черновиком</Button>
					<LinkButton href={back} kind="quiet">
						Назад
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};
