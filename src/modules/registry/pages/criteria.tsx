import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Checkbox, ErrorSummary, FormToken, LinkButton, Select, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { monthsInWords } from '../rules/criteria';

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
				<Tenure name="teaching" label="Педагогический стаж не меньше" {...given} />
				<Tenure name="here" label="Стаж в этой организации не меньше" {...given} />
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

const usual = [6, 12, 24, 36, 60, 84, 120, 180];

/** Asked in years, kept in months; a term of the school's own stays on the list. */
const Tenure = ({
	name,
	label,
	values,
	problems
}: {
	name: string;
	label: string;
	values: Values;
	problems: Problems;
}) => {
	const own = Number(values[name]) || 0;
	const months = [...new Set([...usual, ...(own > 0 ? [own] : [])])].sort((a, b) => a - b);
	return (
		<Select
			{...{ name, label, values, problems }}
			empty="не спрашивать"
			options={Object.fromEntries(months.map((count) => [String(count), monthsInWords(count)]))}
		/>
	);
};
