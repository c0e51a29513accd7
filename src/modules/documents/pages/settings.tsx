import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, Checkbox, ErrorSummary, Field, FormToken, LinkButton, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Lede } from '../../../ui/text';
import type { Reach } from '../../access/rules/invitations';
import { fonts } from '../rules/documents';
import { documentsCrumb } from './words';

type Props = {
	view: View;
	reach: Reach; // who could open the page of a paper
	staff: readonly { id: string; name: string }[];
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

const details: readonly (readonly [name: string, label: string, hint: string])[] = [
	['shortName', 'Краткое наименование', 'Как в уставе: МБОУ «Школа № 5»'],
	['place', 'Место составления', 'г. Ясногорск, с. Заречное'],
	['founder', 'Вышестоящая организация', 'Если она стоит в вашем бланке'],
	['address', 'Адрес', 'Стоит в дополнительных соглашениях'],
	['taxNumber', 'ИНН', 'Десять цифр'],
	['site', 'Адрес сайта', 'Стоит в Положении']
];
const margins: readonly (readonly [string, string])[] = [
	['marginLeft', 'Левое поле, мм'],
	['marginRight', 'Правое поле, мм'],
	['marginTop', 'Верхнее поле, мм'],
	['marginBottom', 'Нижнее поле, мм']
];

const checkHints: Readonly<Record<Reach, string>> = {
	anywhere:
		'Внизу первой страницы. По нему любой без входа сверит номер, дату и файл зарегистрированного документа; имён на той странице нет.',
	'local-network':
		'Внизу первой страницы. Программа видна только в сети вашей организации: снаружи страница проверки не откроется.',
	'this-computer':
		'Программа видна только на этом компьютере, и страницу проверки никто не откроет: QR-код начнёт печататься, когда у неё будет адрес.'
};

/** What every paper says of the organisation, and how papers look. */
export const DocumentSettingsPage = ({ view, reach, staff, values, problems = {}, theirs }: Props) => {
	const given = { values, problems };
	return (
		<Page view={view} title="Реквизиты и вид документов" crumbs={[documentsCrumb]}>
			<Lede>Это стоит в каждом документе. Полное название берётся из сведений об организации.</Lede>
			{theirs && (
				<Note tone="warm" title="Пока вы правили, реквизиты изменил кто-то другой">
					<ul>
						{details.map(([name, label]) => (
							<li>
								{label}: {theirs[name] || 'не указано'}
							</li>
						))}
					</ul>
				</Note>
			)}
			<form method="post" action="/documents/settings">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version} />
				{details.map(([name, label, hint]) => (
					<Field name={name} label={label} hint={hint} optional {...given} />
				))}
				<Select
					name="signerId"
					label="Кто подписывает"
					empty="кто в программе директор"
					options={Object.fromEntries(staff.map(({ id, name }) => [id, name]))}
					{...given}
				/>
				<Fold label="Шрифт и поля">
					<p class="quiet">Обычные значения отвечают ГОСТ Р 7.0.97. Таблицы печатаются мельче текста.</p>
					<Select name="font" label="Шрифт" options={fonts} {...given} />
					<Select name="sizeHalves" label="Размер шрифта" options={{ 24: '12', 26: '13', 28: '14' }} {...given} />
					{margins.map(([name, label]) => (
						<Field name={name} label={label} inputmode="numeric" maxlength={3} class="short" {...given} />
					))}
				</Fold>
				<Checkbox name="checkPage" label="Печатать QR-код для проверки документа" hint={checkHints[reach]} {...given} />
				<Buttons>
					<Button>Сохранить реквизиты</Button>
					<LinkButton href="/documents" kind="quiet">
						Не менять
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};
