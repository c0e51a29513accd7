import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import { ActionForm, Button, ErrorSummary, Field, FormToken, LinkButton, Select, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import type { DraftActivity, DraftStage } from '../rules/draft';
import { rowAddress } from '../rules/row-order';
import { importsCrumb, roadmapCrumb } from './import-steps';

type Props = {
	view: View;
	id: string;
	stage: DraftStage;
	/** Rows of the stage before and of this one: the border may stand above any of them. */
	around: readonly DraftActivity[];
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
	removal: string;
};

const labels = { number: 'Номер', title: 'Название этапа', goal: 'Задача этапа' };
const short = (title: string) => (title.length > 90 ? `${title.slice(0, 90).trimEnd()}…` : title);

/** A stage: its words, and the row it begins with (titles slide by a row or two in real files). */
export const StagePage = ({ view, id, stage, around, values, problems = {}, theirs, removal }: Props) => {
	const list = `/roadmap/imports/${id}`;
	return (
		<Page
			view={view}
			title="Исправить этап"
			crumbs={[roadmapCrumb, importsCrumb, { href: rowAddress(list, stage.key), label: 'Что понято' }]}
		>
			<Conflict theirs={theirs} mine={values} labels={labels} />
			<form method="post" action={`${list}/stages/${stage.key}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<Field name="number" label={labels.number} optional class="short" maxlength={20} {...{ values, problems }} />
				<TextArea name="title" label={labels.title} rows={2} required {...{ values, problems }} />
				<TextArea name="goal" label={labels.goal} optional rows={2} {...{ values, problems }} />
				{around.length > 0 && (
					<Select
						name="first"
						label="Этап начинается с мероприятия"
						hint="Бывает, что заголовок в файле съехал: выберите, откуда этап начинается на самом деле. Всё, что выше, останется в предыдущем этапе."
						options={Object.fromEntries(around.map(({ key, title }) => [key, short(title)]))}
						{...{ values, problems }}
					/>
				)}
				<div class="buttons">
					<Button>Исправить этап</Button>
					<LinkButton kind="quiet" href={rowAddress(list, stage.key)}>
						Не менять
					</LinkButton>
				</div>
			</form>
			<div class="apart">
				<ActionForm
					action={`${list}/stages/${stage.key}/removal`}
					label="Убрать этап, мероприятия оставить"
					kind="quiet"
					icon="cross"
					token={removal}
				/>
			</div>
		</Page>
	);
};
