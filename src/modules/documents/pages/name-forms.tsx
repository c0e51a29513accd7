import type { Problems, Values } from '../../../core/forms';
import { fullName } from '../../../core/names';
import type { View } from '../../../core/view';
import { Button, Buttons, ErrorSummary, Field, FormToken, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Lede } from '../../../ui/text';
import type { NameForms } from '../queries/name-forms';
import { inputOf, type NamePart, oblique, obliques, partNames } from '../rules/name-forms';

type Props = {
	view: View;
	person: NameForms;
	parts: readonly NamePart[];
	/** Parts that go the person's own way now. */
	own: readonly NamePart[];
	values: Values;
	problems: Problems;
	late: boolean;
};

/** How one person's name changes in papers: families differ, and the family knows better than any rule. */
export const NameFormsPage = ({ view, person, parts, own, values, problems, late }: Props) => (
	<Page
		view={view}
		title="Как имя склоняется в документах"
		crumbs={[
			{ href: '/people', label: 'Люди' },
			{ href: `/people/${person.id}`, label: fullName(person) }
		]}
		notice={view.saved === 'names' && 'Склонение имени сохранено: следующие документы возьмут его'}
	>
		<Lede>
			{own.length > 0
				? `По-своему: ${own.map((part) => partNames[part].toLocaleLowerCase('ru')).join(', ')}; остальное – по правилам программы.`
				: 'Сейчас – по правилам программы. Исправьте формы, если человек склоняет своё имя иначе.'}
		</Lede>
		{late && (
			<Note tone="warm" title="Пока вы правили, склонение изменил кто-то другой">
				<p>Ниже – то, что ввели вы. Если верно оно, сохраните ещё раз.</p>
			</Note>
		)}
		<form method="post" action={`/people/${person.id}/name-forms`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="version" value={values.version} />
			{parts.map((part) => (
				<fieldset class="field">
					<legend>
						{partNames[part]}: {person[part]}
					</legend>
					<p class="hint">Не склоняется – впишите везде одно и то же. Пусто – по правилам программы.</p>
					{obliques.map((name) => (
						<Field name={inputOf(part, name)} label={oblique[name]} maxlength={100} {...{ values, problems }} />
					))}
				</fieldset>
			))}
			<Buttons>
				<Button>Сохранить склонение</Button>
				<LinkButton href={`/people/${person.id}`} kind="quiet">
					К карточке
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);
