import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import {
	ActionForm,
	Button,
	Buttons,
	Checkbox,
	ErrorSummary,
	FormToken,
	LinkButton,
	Select,
	TextArea
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import type { PlanActivity } from '../queries/activities';
import { capabilities } from '../rules/capabilities';
import { titleOf } from './plan-words';

type Props = {
	view: View;
	activity: PlanActivity;
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

const labels = {
	title: 'Что нужно сделать',
	results: 'Ожидаемые результаты',
	capability: 'Чем выполняется',
	awaited: 'Отвечают организации выше'
};

const kinds = Object.fromEntries(Object.entries(capabilities).map(([code, { name }]) => [code, name]));

/** For people: a code is not a word. */
const inWords = (values: Values): Values => ({
	...values,
	capability: kinds[values.capability ?? ''] ?? '',
	awaited: values.awaited ? 'да' : 'нет'
});

/** Says an activity of a plan at work anew; the file it came from stays as it was. */
export const ActivityEditPage = ({ view, activity, values, problems = {}, theirs }: Props) => (
	<Page
		view={view}
		title="Изменить мероприятие"
		crumbs={[
			{ href: `/roadmap/${activity.roadmapId}`, label: activity.roadmapTitle },
			{ href: `/activities/${activity.id}`, label: titleOf(activity) }
		]}
	>
		<form method="post" action={`/activities/${activity.id}/words`}>
			<Conflict theirs={theirs && inWords(theirs)} mine={inWords(values)} labels={labels} />
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="version" value={theirs?.version ?? values.version} />
			<TextArea name="title" label={labels.title} rows={2} maxlength={1000} required {...{ values, problems }} />
			<TextArea
				name="results"
				label={labels.results}
				hint="Каждый – с новой строки."
				rows={3}
				maxlength={4000}
				optional
				{...{ values, problems }}
			/>
			<Select
				name="capability"
				label={labels.capability}
				empty="Не указано"
				options={kinds}
				{...{ values, problems }}
			/>
			<Checkbox
				name="awaited"
				label={labels.awaited}
				hint="Например, РЦ или управление: мы этого ждём, и просроченным у нас оно не бывает."
				{...{ values, problems }}
			/>
			<Buttons>
				<Button>Сохранить изменения</Button>
				<LinkButton href={`/activities/${activity.id}`} kind="quiet">
					Вернуться
				</LinkButton>
			</Buttons>
		</form>
		<section class="plan-archive">
			<h2>Если это мероприятие не нужно</h2>
			<p>Его можно убрать из плана. Отметки и подтверждения сохранятся, и всё можно вернуть.</p>
			<ActionForm
				action={`/activities/${activity.id}/removal`}
				token={crypto.randomUUID()}
				label="Убрать из плана"
				kind="danger"
			/>
		</section>
	</Page>
);
