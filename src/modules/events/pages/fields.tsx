import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { AudienceFields, type GroupOfStaff } from '../../../ui/audience';
import { Checkbox, DateField, Field, Select, TextArea, TimeField } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { consentKinds } from '../../consents/rules/kinds';
import type { Closable } from '../../roadmap/rules/closable';
import type { Audience, Candidate } from '../../surveys/rules/audience';
import type { EventKind } from '../rules/kinds';

export type EventFieldsProps = {
	view: View;
	values: Values;
	problems: Problems;
	kinds: readonly EventKind[];
	staff: readonly Candidate[];
	groups: readonly GroupOfStaff[];
	chosen: Audience;
	consents: readonly string[];
	waves: readonly { id: string; title: string }[];
	/** Lines of the plan it may be held for. */
	lines: readonly Pick<Closable, 'occurrenceId' | 'title' | 'planTitle'>[];
};

const optionsOf = <T,>(rows: readonly T[], id: (row: T) => string, words: (row: T) => string) =>
	Object.fromEntries(rows.map((row) => [id(row), words(row)]));

/** What is asked of an event: what, when, where, whom, what about; the rest waits behind folds. */
export const EventFields = (props: EventFieldsProps) => {
	const { values, problems, kinds, staff, groups, chosen, consents, waves, lines } = props;
	const given = { values, problems };
	const callsOpen = !!(values.callsMentors || values.wave || consents.length > 0);
	return (
		<>
			<Select
				name="kind"
				label="Что это"
				empty="выберите"
				options={optionsOf(
					kinds,
					({ name }) => name,
					({ name, meets }) => (meets ? name : `${name} (объявление)`)
				)}
				hint="Объявление читают, встречи собирают. Список видов – ваш, его можно изменить."
				{...given}
			/>
			<Field name="title" label="О чём" required maxlength={300} {...given} />
			<DateField name="heldOn" label="День" required {...given} />
			<TimeField name="startsAt" label="Время" maxlength={10} {...given} />
			<Field name="place" label="Где" maxlength={300} optional {...given} />
			<Field name="link" label="Ссылка для тех, кто подключится" type="url" maxlength={500} optional {...given} />
			<TextArea
				name="agenda"
				label="Повестка"
				rows={4}
				maxlength={8000}
				hint="По вопросу в строке; после точки с запятой – кто докладывает. Из неё составится протокол."
				optional
				{...given}
			/>
			<TextArea name="words" label="Что сказать тем, кого зовёте" rows={5} maxlength={5000} optional {...given} />
			<AudienceFields
				{...{ staff, groups, chosen, problems }}
				whole
				legend="Кого зовёте"
				hint="Отмеченное складывается. Позванные увидят это в «Сегодня», в письмах и в календаре."
			/>
			<Field
				name="outside"
				label="Кто ещё, не из списка"
				hint="Родители, обучающиеся, гости: словом и числом, без имён"
				maxlength={200}
				optional
				{...given}
			/>
			<Field
				name="outsideCount"
				label="Сколько их"
				inputmode="numeric"
				class="short"
				maxlength={6}
				optional
				{...given}
			/>
			{lines.length > 0 && (
				<Select
					name="occurrence"
					label="Для какого мероприятия дорожной карты"
					empty="не для плана"
					options={optionsOf(
						lines,
						({ occurrenceId }) => occurrenceId,
						({ title, planTitle }) => `${title} (${planTitle})`
					)}
					hint="Список присутствующих или протокол станет его подтверждением"
					optional
					{...given}
				/>
			)}
			<Checkbox
				name="acquaints"
				label="Просить отметку «Ознакомлен(а)»"
				hint="Отмечают в программе; для остальных – лист на подпись"
				{...given}
			/>
			<DateField name="acquaintBy" label="Ознакомиться до" optional {...given} />
			<Fold label="Ведущий, длительность, отклики и согласия" open={callsOpen || !!values.ledBy}>
				<Select
					name="ledBy"
					label="Кто ведёт"
					empty="не указан"
					options={optionsOf(
						staff,
						({ id }) => id,
						({ name }) => name
					)}
					optional
					{...given}
				/>
				<Field name="lasts" label="Сколько минут" inputmode="numeric" class="short" maxlength={4} {...given} />
				<Checkbox
					name="callsMentors"
					label="Звать в наставники"
					hint="У каждого будет кнопка «Хочу быть наставником»; отклик станет черновиком предложения в банке"
					{...given}
				/>
				{waves.length > 0 && (
					<Select
						name="wave"
						label="Вести к анкете"
						empty="без анкеты"
						options={optionsOf(
							waves,
							({ id }) => id,
							({ title }) => title
						)}
						optional
						{...given}
					/>
				)}
				<fieldset class="field">
					<legend>Какие согласия собираем</legend>
					<p class="hint">Покажем, у кого из позванных чего нет, и дадим напечатать листы.</p>
					{Object.entries(consentKinds).map(([kind, { name }]) => (
						<div class="choice">
							<input
								type="checkbox"
								id={`consents-${kind}`}
								name="consents"
								value={kind}
								checked={consents.includes(kind)}
							/>
							<label for={`consents-${kind}`}>{name}</label>
						</div>
					))}
				</fieldset>
			</Fold>
		</>
	);
};
