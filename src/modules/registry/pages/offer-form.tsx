import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import { Button, DateField, ErrorSummary, Field, FormToken, LinkButton, Select, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { categories, formats, isFormat, sources } from '../rules/registers';
import type { Topic } from '../rules/topics';

type Props = {
	view: View;
	person: { id: string; name: string };
	action: string;
	topics: readonly Topic[];
	draft: boolean;
	values: Values;
	/** Ticked competences and formats. */
	ticked: { competences: readonly string[]; formats: readonly string[] };
	problems?: Problems;
	theirs?: Values | undefined;
};

/** What somebody can give as a mentor. */
export const OfferFormPage = ({
	view,
	person,
	action,
	topics,
	draft,
	values,
	ticked,
	problems = {},
	theirs
}: Props) => {
	const given = { values, problems };
	return (
		<Page
			view={view}
			title="Предложение наставника"
			crumbs={[
				{ href: '/registry', label: 'Банки и запросы' },
				{ href: `/registry/people/${person.id}`, label: person.name }
			]}
		>
			<Lede>
				{draft
					? 'Предложение составлено из ответов на анкету. Поправьте, если нужно, и сохраните: тогда оно войдёт в банк.'
					: `Чем ${person.name} может помочь коллегам. Обязательно только число наставляемых.`}
			</Lede>
			<Conflict
				{...{ theirs, mine: values }}
				labels={{
					capacity: 'Наставляемых',
					freeTime: 'Свободное время',
					wishes: 'Пожелания',
					achievements: 'Достижения'
				}}
			/>
			<form method="post" action={action}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version ?? '0'} />
				<Ticks
					legend="Компетенции"
					name="competences"
					options={topics.map(({ key, name }) => [key, name])}
					ticked={ticked.competences}
				/>
				<TextArea name="otherCompetences" label="Ещё умеет" rows={2} maxlength={1000} optional {...given} />
				<TextArea
					name="achievements"
					label="Важные для программы достижения"
					rows={2}
					maxlength={2000}
					optional
					{...given}
				/>
				<Field name="interests" label="Интересы" maxlength={1000} optional {...given} />
				<Ticks
					legend="Формы работы"
					name="formats"
					options={[
						...Object.entries(formats),
						...ticked.formats.filter((one) => !isFormat(one)).map((one) => [one, one] as const)
					]}
					ticked={ticked.formats}
				/>
				<Field
					name="capacity"
					label="Сколько наставляемых может вести"
					inputmode="numeric"
					maxlength={2}
					class="short"
					required
					{...given}
				/>
				<Field
					name="freeTime"
					label="Свободное время"
					hint="Например: «вторник после 5-го урока»"
					maxlength={500}
					optional
					{...given}
				/>
				<TextArea
					name="wishes"
					label="Пожелания"
					hint="С кем хотел бы работать, с кем нет. Видят только куратор и директор."
					rows={2}
					maxlength={1000}
					optional
					{...given}
				/>
				<Select name="category" label="Категория" options={categories} {...given} />
				<Select name="source" label="Откуда предложение" options={sources} {...given} />
				<Field name="sourceNote" label="Пояснение" maxlength={300} optional {...given} />
				<DateField name="saidOn" label="Когда сказано" required {...given} />
				<DateField name="until" label="До какого дня" optional {...given} />
				<div class="buttons">
					<Button>Сохранить предложение</Button>
					<LinkButton href={`/registry/people/${person.id}`} kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};

type TicksProps = {
	legend: string;
	name: string;
	options: readonly (readonly [value: string, label: string])[];
	ticked: readonly string[];
};

const Ticks = ({ legend, name, options, ticked }: TicksProps) => (
	<fieldset class="field">
		<legend>
			{legend}
			<span class="optional"> (необязательно)</span>
		</legend>
		{options.map(([value, label], at) => (
			<div class="choice">
				<input
					type="checkbox"
					id={at === 0 ? name : `${name}-${value}`}
					name={name}
					value={value}
					checked={ticked.includes(value)}
				/>
				<label for={at === 0 ? name : `${name}-${value}`}>{label}</label>
			</div>
		))}
	</fieldset>
);
