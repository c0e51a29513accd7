import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Checkbox, ErrorSummary, Field, FormToken, LinkButton, Select, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';

/** What the school asks of a mentor. */
export const CriteriaPage = ({ view, values, problems = {} }: { view: View; values: Values; problems?: Problems }) => {
	const given = { values, problems };
	return (
		<Page
			view={view}
			title="Критерии отбора наставников"
			crumbs={[
				{ href: '/registry', label: 'Банки и запросы' },
				{ href: '/registry/mentors/selection', label: 'Отбор наставников' }
			]}
		>
			<Lede>Как в вашем Положении. Критерий только показывает, кто ему отвечает: решаете вы.</Lede>
			<form method="post" action="/registry/criteria">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<Field
					name="teaching"
					label="Педагогический стаж, месяцев не меньше"
					hint="36 – три года; пусто – не спрашивать"
					inputmode="numeric"
					maxlength={3}
					class="short"
					{...given}
				/>
				<Field
					name="here"
					label="Стаж в этой организации, месяцев не меньше"
					inputmode="numeric"
					maxlength={3}
					class="short"
					{...given}
				/>
				<Select
					name="category"
					label="Категория"
					empty="не спрашивать"
					options={{ first: 'не ниже первой', highest: 'высшая' }}
					{...given}
				/>
				<Checkbox name="wish" label="Желание быть наставником" hint="записано предложение" {...given} />
				<Checkbox name="consent" label="Письменное согласие быть наставником" {...given} />
				<TextArea
					name="manual"
					label="Что отмечаете сами"
					hint="По одному в строке: «Нет возражений администрации»"
					rows={4}
					maxlength={1500}
					optional
					{...given}
				/>
				<div class="buttons">
					<Button>Сохранить критерии</Button>
					<LinkButton href="/registry/mentors/selection" kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};
