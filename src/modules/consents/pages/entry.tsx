import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, DateField, ErrorSummary, FileField, FormToken, LinkButton } from '../../../ui/form';
import { Empty, Filters } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import type { PersonWithout } from '../queries/register';
import { type ConsentKind, kindInSentence, whyAsked } from '../rules/kinds';

type Props = {
	view: View;
	kind: ConsentKind;
	people: readonly PersonWithout[];
	everybody: boolean;
	values: Values;
	chosen?: readonly string[];
	problems?: Problems;
};

/** Papers came in: tick whose, give the day, attach one scan of all of them. */
export const EntryPage = ({ view, kind, people, everybody, values, chosen = [], problems = {} }: Props) => (
	<Page
		view={view}
		title={`Полученные согласия: ${kindInSentence(kind)}`}
		crumbs={[{ href: '/consents', label: 'Согласия' }]}
		actions={
			people.length > 0 && (
				<LinkButton href={`/consents/sheets/${kind}${everybody ? '?everybody=on' : ''}`} icon="printer">
					Напечатать листы
				</LinkButton>
			)
		}
	>
		<Lede>
			{people.length === 0
				? 'Нет никого, у кого это согласие ещё не получено.'
				: `Нет согласия у ${counted(people.length, ['человека', 'человек', 'человек'])}. ${whyAsked[kind]}`}
		</Lede>
		<Filters
			filters={[
				{ href: `/consents/entry/${kind}`, label: 'участники', current: !everybody },
				{ href: `/consents/entry/${kind}?everybody=on`, label: 'все сотрудники', current: everybody }
			]}
		/>
		{people.length === 0 ? (
			<Empty
				title="Записывать некого"
				icon="check"
				action={
					<LinkButton href="/consents" kind="primary">
						К согласиям
					</LinkButton>
				}
			/>
		) : (
			<form method="post" action={`/consents/entry/${kind}`} enctype="multipart/form-data">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="kind" value={kind} />
				{everybody && <input type="hidden" name="everybody" value="on" />}
				<Table
					caption="Чьи листы получены"
					choose={({ id, name }) => ({
						name: 'person',
						value: id,
						label: `Получено: ${name}`,
						checked: chosen.includes(id)
					})}
					columns={[
						{ head: 'Имя', main: true, cell: ({ name }) => name },
						{ head: 'Должность', cell: ({ post }) => post }
					]}
					rows={people}
				/>
				<DateField name="givenOn" label="Подписано" required {...{ values, problems }} />
				<DateField
					name="validUntil"
					label="Действует по"
					hint="ДД.ММ.ГГГГ; пустое – до отзыва"
					optional
					{...{ values, problems }}
				/>
				<FileField
					name="file"
					label="Скан подписанных листов"
					hint="Один файл на всех отмеченных: PDF или картинка, до 20 МБ. Общий файл увидят только те, кто ведёт согласия; лист одного человека увидит и он сам."
					optional
					{...{ values, problems }}
				/>
				<div class="buttons">
					<Button>Записать согласия</Button>
					<LinkButton href="/consents" kind="quiet">
						Не записывать
					</LinkButton>
				</div>
			</form>
		)}
	</Page>
);
