import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import {
	Button,
	Buttons,
	Checkbox,
	DateField,
	ErrorSummary,
	Field,
	FileField,
	FormToken,
	LinkButton,
	Select,
	TextArea
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { actFieldNames, actLevels } from '../rules/act';
import { actName, type LibraryAct } from '../rules/library';
import { libraryCrumb } from './words';

type Props = { view: View; act: LibraryAct | null; values: Values; problems?: Problems; theirs?: Values | undefined };

/** A new act, or other words about one. */
export const EditActPage = ({ view, act, values, problems = {}, theirs }: Props) => (
	<Page
		view={view}
		title={act ? 'Исправить акт' : 'Добавить акт'}
		crumbs={[libraryCrumb, ...(act ? [{ href: `/legal-acts/${act.key}`, label: actName(act) }] : [])]}
	>
		<Lede>
			{act
				? 'Прежние слова останутся в редакциях. Когда акт отменён, впишите его последний день – он останется в библиотеке.'
				: 'Региональный, муниципальный или свой локальный акт. Федеральные уже в библиотеке.'}
		</Lede>
		<Conflict theirs={theirs} mine={values} labels={actFieldNames} />
		<form method="post" action={act ? `/legal-acts/${act.key}/versions` : '/legal-acts'} enctype="multipart/form-data">
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="version" value={theirs?.version ?? values.version ?? '0'} />
			<Select name="level" label="Уровень" options={actLevels} {...{ values, problems }} />
			<Field name="form" label="Вид" hint="Приказ, распоряжение, положение, письмо" {...{ values, problems }} />
			<Field
				name="body"
				label="Чей"
				hint="Министерства образования области, управления образования"
				optional
				{...{ values, problems }}
			/>
			<Field name="number" label="Номер" optional {...{ values, problems }} />
			<DateField name="signedOn" label="Дата" optional {...{ values, problems }} />
			<TextArea name="title" label="Название" rows={2} {...{ values, problems }} />
			<DateField name="from" label="Действует с" optional {...{ values, problems }} />
			<DateField
				name="to"
				label="Последний день действия"
				hint="Пусто, если действует без срока"
				optional
				{...{ values, problems }}
			/>
			<Field name="replacedBy" label="Чем заменён" optional {...{ values, problems }} />
			<Field name="link" label="Ссылка на текст" type="url" optional {...{ values, problems }} />
			<FileField name="files" label="Файл с текстом" hint="До 20 МБ" optional {...{ values, problems }} />
			<TextArea name="note" label="О чём" rows={3} optional {...{ values, problems }} />
			<Checkbox name="unsure" label="Проверьте" hint="С официальным текстом ещё не сверено" {...{ values, problems }} />
			<Buttons>
				<Button>{act ? 'Сохранить новую редакцию' : 'Добавить в библиотеку'}</Button>
				<LinkButton href={act ? `/legal-acts/${act.key}` : '/legal-acts'} kind="quiet">
					Не сохранять
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);
