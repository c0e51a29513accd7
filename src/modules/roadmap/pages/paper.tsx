import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, DateField, ErrorSummary, Field, LinkButton, RadioGroup, Select } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import type { Plan } from '../queries/plans';
import { columnHeads, type PaperLayout, paperLayouts, sheets, stampKinds } from '../rules/paper';

type Props = { view: View; plan: Plan; values: Values; problems?: Problems | undefined };

const layoutHints: Partial<Record<PaperLayout, string>> = {
	usual: 'Как в большинстве дорожных карт: этап – строкой через всю таблицу.',
	staged: 'Этап – отдельным столбцом, объединённым на все его мероприятия.',
	'without-responsible': 'Ответственные не войдут.',
	'without-results': 'Ожидаемые результаты не войдут.',
	checklist: 'Для работы с ручкой: сроки и результаты не войдут.'
};

export const layoutOptions: Record<string, { label: string; hint?: string }> = Object.fromEntries(
	Object.entries(paperLayouts).map(([name, columns]) => {
		const [first = '', ...others] = columns.map((column) => columnHeads[column]);
		const hint = layoutHints[name as PaperLayout];
		return [name, { label: [first, ...others.map((head) => head.toLowerCase())].join(' – '), ...(hint && { hint }) }];
	})
);

const places = { 1: 'Слева', 2: 'Посередине', 3: 'Справа' };

/** How the plan is to look before it leaves as a file: order of columns, annex line, stamps. */
export const PaperPage = ({ view, plan, values, problems }: Props) => (
	<Page
		view={view}
		title="План в Word и Excel"
		crumbs={[
			{ href: '/roadmap', label: 'Дорожная карта' },
			{ href: `/roadmap/${plan.id}`, label: plan.title }
		]}
	>
		<Lede>Таблица на листе А4: для подписи, для сайта или чтобы отправить дальше. Слова – как в плане.</Lede>
		<form method="get" action={`/roadmap/${plan.id}/document.docx`}>
			<ErrorSummary problems={problems} title="Файл не составлен: поправьте отмеченное" />
			<RadioGroup name="layout" label="Порядок столбцов" options={layoutOptions} {...{ values, problems }} />
			<SheetField {...{ values, problems }} />
			<Field
				name="annex"
				label="Строка приложения"
				hint="Например: Приложение 1 к приказу от 28.08.2026 № 112-О."
				maxlength={300}
				optional
				{...{ values, problems }}
			/>
			<h2>Грифы над таблицей</h2>
			<StampsFields {...{ values, problems }} />
			<Buttons>
				<Button icon="download">Скачать для Word</Button>
				<Button kind="secondary" icon="download" formaction={`/roadmap/${plan.id}/document.xlsx`}>
					Скачать для Excel
				</Button>
				<LinkButton href={`/roadmap/${plan.id}`} kind="quiet">
					К плану
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);

/** How the sheet lies. */
export const SheetField = ({ values, problems }: Pick<Props, 'values' | 'problems'>) => (
	<Select name="sheet" label="Лист" options={sheets} {...{ values, problems }} />
);

/** The three places for stamps. */
export const StampsFields = ({ values, problems }: Pick<Props, 'values' | 'problems'>) => (
	<>
		{Object.entries(places).map(([place, legend]) => (
			<StampFields {...{ place, legend, values, problems }} />
		))}
	</>
);

const kindOptions = Object.fromEntries(stampKinds.map((kind) => [kind, kind]));

type StampProps = { place: string; legend: string; values: Values; problems: Problems | undefined };

const StampFields = ({ place, legend, values, problems }: StampProps) => (
	<fieldset class="dates">
		<legend>
			<strong>{legend}</strong>
		</legend>
		<Select name={`kind${place}`} label="Гриф" options={kindOptions} empty="нет" {...{ values, problems }} />
		<Field name={`post${place}`} label="Должность или совет" maxlength={300} {...{ values, problems }} />
		<Field name={`name${place}`} label="Кто подпишет" maxlength={100} autocomplete="off" {...{ values, problems }} />
		<Field name={`paper${place}`} label="Приказ № или протокол №" maxlength={100} {...{ values, problems }} />
		<DateField name={`day${place}`} label="День" {...{ values, problems }} />
	</fieldset>
);
