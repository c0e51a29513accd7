import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import {
	Button,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	RadioGroup,
	Select,
	TextArea
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Lede } from '../../../ui/text';
import { deficitSources, formats, isFormat, levels, priorities, requestEvents, sources } from '../rules/registers';
import type { Topic } from '../rules/topics';

type Form = {
	view: View;
	person: { id: string; name: string };
	action: string;
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

const crumbsTo = (person: Form['person']) => [
	{ href: '/registry', label: 'Банки и запросы' },
	{ href: `/registry/people/${person.id}`, label: person.name }
];

/** What somebody asks for, in their own words, with the difficulties that stand behind it. */
export const RequestFormPage = ({
	view,
	person,
	action,
	topics,
	draft,
	values,
	problems = {},
	theirs
}: Form & { topics: readonly Topic[]; draft: boolean }) => {
	const given = { values, problems };
	const said = Object.keys(values).some((name) => name.startsWith('level-') && values[name] !== '');
	return (
		<Page view={view} title="Запрос" crumbs={crumbsTo(person)}>
			<Lede>
				{draft
					? 'Запрос составлен из ответов на анкету. Поправьте, если нужно, и сохраните: тогда он войдёт в банк.'
					: `О чём просит ${person.name}. Пишите словами самого человека.`}
			</Lede>
			<Conflict {...{ theirs, mine: values }} labels={{ words: 'Запрос', format: 'Формат', sourceNote: 'Пояснение' }} />
			<form method="post" action={action}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version ?? '0'} />
				<TextArea name="words" label="Основной запрос" rows={3} maxlength={3000} required {...given} />
				<RadioGroup
					name="priority"
					label="Насколько срочно"
					options={Object.fromEntries(Object.entries(priorities))}
					{...given}
				/>
				<Fold label="Затруднения по направлениям" open={said}>
					<p class="quiet">
						Отметьте только то, о чём говорили. «Сам» – что сказал сам человек; взгляд наставника и куратора стоит
						рядом. <a href="/registry/topics">Изменить список направлений</a>
					</p>
					{[...Map.groupBy(topics, ({ block }) => block)].map(([block, of]) => (
						<>
							<h2>{block}</h2>
							{of.map(({ key, name }) => (
								<fieldset class="term-row">
									<legend>{name}</legend>
									{Object.entries(deficitSources).map(([source, label]) => (
										<Select
											name={`level-${source}-${key}`}
											label={label}
											empty="–"
											options={Object.fromEntries(Object.entries(levels))}
											{...given}
										/>
									))}
								</fieldset>
							))}
						</>
					))}
				</Fold>
				<Select
					name="format"
					label="Желаемый формат"
					empty="не важно"
					options={{ ...formats, ...(values.format && !isFormat(values.format) && { [values.format]: values.format }) }}
					optional
					{...given}
				/>
				<Select name="source" label="Откуда запрос" options={sources} {...given} />
				<Field
					name="sourceNote"
					label="Пояснение"
					hint="Например: «посещение урока», «анкета 12 сентября»"
					maxlength={300}
					optional
					{...given}
				/>
				<DateField name="saidOn" label="Когда сказано" required {...given} />
				<div class="buttons">
					<Button>Сохранить запрос</Button>
					<LinkButton href={`/registry/people/${person.id}`} kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};

/** What became of a request. */
export const RequestEventPage = ({ view, person, action, words, values, problems = {} }: Form & { words: string }) => {
	const given = { values, problems };
	return (
		<Page view={view} title="Что с запросом" crumbs={crumbsTo(person)}>
			<Lede>{words}</Lede>
			<form method="post" action={action}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<RadioGroup name="what" label="Отметить" options={requestEvents} {...given} />
				<DateField name="on" label="Когда" required {...given} />
				<Field name="note" label="Пояснение" maxlength={500} optional {...given} />
				<div class="buttons">
					<Button>Записать отметку</Button>
					<LinkButton href={`/registry/people/${person.id}`} kind="quiet">
						Не отмечать
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};

/** An offer that no longer stands. */
export const OfferEndPage = ({ view, person, action, values, problems = {} }: Form) => (
	<Page view={view} title="Предложение больше не действует" crumbs={crumbsTo(person)}>
		<Lede>Предложение останется в истории, и его можно вернуть.</Lede>
		<form method="post" action={action}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<DateField name="on" label="С какого дня" required {...{ values, problems }} />
			<Field name="note" label="Почему" maxlength={500} optional {...{ values, problems }} />
			<div class="buttons">
				<Button>Снять предложение</Button>
				<LinkButton href={`/registry/people/${person.id}`} kind="quiet">
					Не снимать
				</LinkButton>
			</div>
		</form>
	</Page>
);
