import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import {
	Button,
	Buttons,
	DateField,
	ErrorSummary,
	Field,
	FileField,
	FormToken,
	LinkButton,
	RadioGroup,
	TextArea
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { PlanActivity, PlanOccurrence } from '../queries/activities';
import type { Outcome } from '../rules/activity-state';
import { outcomesOf } from '../rules/completion';
import { occurrenceName, titleOf } from './plan-words';

type Props = {
	view: View;
	activity: PlanActivity;
	occurrence: PlanOccurrence;
	values: Values;
	problems?: Problems;
};

const choices: Record<Outcome, { label: string; hint?: string }> = {
	done: { label: 'Выполнено' },
	'not-done': { label: 'Не выполнено', hint: 'Напишите причину: она понадобится для информации о ходе выполнения.' },
	noted: { label: 'Принято к сведению', hint: 'Сделали те, от кого это ждали, или ждать больше не нужно.' }
};

/** «Сделано»: one form for the day, the words and what proves it. */
export const CompletionPage = ({ view, activity, occurrence, values, problems }: Props) => {
	const outcomes = outcomesOf(activity);
	const back = backTo[(values.back ?? '') as keyof typeof backTo]?.(activity) ?? `/activities/${activity.id}`;
	return (
		<Page
			view={view}
			title="Отметить выполнение"
			crumbs={[{ href: `/activities/${activity.id}`, label: titleOf(activity) }]}
		>
			<Lede>
				{activity.title} – {occurrenceName(occurrence, view.now.today)}.
			</Lede>
			<form
				method="post"
				action={`/occurrences/${occurrence.id}/completion`}
				enctype="multipart/form-data"
				class="one-column"
			>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="back" value={values.back} />
				<RadioGroup
					name="outcome"
					label="Что отметить"
					options={Object.fromEntries(outcomes.map((outcome) => [outcome, choices[outcome]]))}
					{...{ values, problems }}
				/>
				<DateField name="doneOn" label="Какого числа" required {...{ values, problems }} />
				<TextArea
					name="note"
					label="Что сделано"
					hint="Одно-два предложения; войдёт в отчёт. Например: «Опрошены 14 педагогов, справка у куратора»."
					rows={3}
					maxlength={4000}
					optional
					{...{ values, problems }}
				/>
				<ProofFields {...{ activity, values, problems }} />
				<Buttons>
					<Button icon="check">{activity.awaited ? 'Принять к сведению' : 'Записать'}</Button>
					<LinkButton href={back} kind="quiet">
						Вернуться
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

/** Where the form was opened from, and where its act leads back to. */
export const backTo = {
	today: () => '/today',
	plan: ({ roadmapId }: PlanActivity) => `/roadmap/${roadmapId}`,
	activity: ({ id }: PlanActivity) => `/activities/${id}`
};

export const ProofFields = ({
	activity,
	values,
	problems
}: {
	activity: PlanActivity;
	values: Values;
	problems?: Problems | undefined;
}) => (
	<>
		<FileField
			name="files"
			label="Подтверждение: файлы"
			hint={
				<>
					{activity.results.length > 0 && <>По плану: {activity.results.map(({ text }) => text).join('; ')}. </>}
					Можно несколько, вместе до 20 МБ.
				</>
			}
			multiple
			optional
			{...{ values, problems }}
		/>
		<Field
			name="url"
			label="Или ссылка"
			hint="Например, на запись на сайте организации."
			inputmode="url"
			autocomplete="off"
			maxlength={2000}
			optional
			{...{ values, problems }}
		/>
	</>
);
