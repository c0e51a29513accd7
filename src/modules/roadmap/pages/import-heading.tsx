import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import { Button, DateField, ErrorSummary, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { importsCrumb, roadmapCrumb } from './import-steps';

type Props = { view: View; id: string; values: Values; problems?: Problems; theirs?: Values | undefined };

const labels = { title: 'Название', from: 'Начало', to: 'Конец', goal: 'Цель и задачи' };

/** Title, period and goal of the plan. */
export const HeadingPage = ({ view, id, values, problems = {}, theirs }: Props) => {
	const list = `/roadmap/imports/${id}`;
	return (
		<Page
			view={view}
			title="Название и период"
			crumbs={[roadmapCrumb, importsCrumb, { href: list, label: 'Что понято' }]}
		>
			<Conflict theirs={theirs} mine={values} labels={labels} />
			<form method="post" action={`${list}/heading`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<TextArea name="title" label={labels.title} rows={2} required {...{ values, problems }} />
				<fieldset class="period">
					<legend>Период плана</legend>
					<p class="hint">
						По нему понимаются месяцы без года и «в течение года». Сроки, в которых год написан, не изменятся.
					</p>
					<div class="dates">
						<DateField name="from" label={labels.from} optional {...{ values, problems }} />
						<DateField name="to" label={labels.to} optional {...{ values, problems }} />
					</div>
				</fieldset>
				<TextArea name="goal" label={labels.goal} optional rows={5} {...{ values, problems }} />
				<div class="buttons">
					<Button>Исправить название и период</Button>
					<LinkButton kind="quiet" href={list}>
						Не менять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};
