import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, Buttons, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Empty, Exports, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill } from '../../../ui/state';
import { type Column, Pager, Table } from '../../../ui/table';
import { counted, Lede, plural } from '../../../ui/text';
import type { Closable } from '../../roadmap/rules/closable';
import type { PracticeInList, PracticesFound } from '../queries/list';
import {
	type PracticeFilter,
	type PracticesWanted,
	practiceFilters,
	practicesAddress,
	practicesPage
} from '../rules/list';
import { canKeepPractices, formName, type PracticeForm, practiceForms } from '../rules/practice';
import { PracticePill, practiceWords } from './words';

type Props = PracticesFound & {
	view: View;
	wanted: PracticesWanted;
	removed: { id: string; title: string } | undefined;
	closable: readonly Closable[];
	closed: number;
	chosen: readonly string[] | undefined;
	values: Values;
	problems?: Problems;
};

/** The bank of practices: what worked here, to be found and repeated. */
export const PracticesPage = (props: Props) => {
	const { view, wanted, practices, counts, forms, removed, closed, problems = {} } = props;
	const keeps = canKeepPractices(view.actor);
	const total = forms.reduce((sum, { count }) => sum + count, 0);
	const toPropose = (
		<LinkButton href="/practices/new" kind="primary" icon="plus">
			{keeps ? 'Описать практику' : 'Предложить практику'}
		</LinkButton>
	);
	return (
		<Page
			view={view}
			title="Практики"
			notice={removed ? <Removed {...removed} /> : view.saved === 'filed' && <Filed count={closed} />}
			actions={total > 0 && toPropose}
		>
			<Lede>{sentence(counts, total, keeps)}</Lede>
			<ErrorSummary problems={problems} />
			{total === 0 ? (
				<Empty title="Практик пока нет" icon="book" action={toPropose}>
					<p>
						Начните с того, что получилось: какая была проблема, что сделали, что изменилось. Остальное можно дописать
						потом.
					</p>
					{keeps && view.rooms.has('/registry/graduates') && (
						<p>
							Проще всего – из завершённой программы: откройте{' '}
							<a href="/registry/graduates">«Завершили: кто станет наставником»</a>, сроки, авторы и результаты придут
							сами.
						</p>
					)}
				</Empty>
			) : (
				<>
					<Toolbar>
						<Filters
							filters={(Object.keys(practiceFilters) as PracticeFilter[]).map((filter) => ({
								href: practicesAddress(wanted, { filter }),
								label: practiceFilters[filter],
								count: counts[filter],
								current: filter === wanted.filter
							}))}
						/>
						<QuickFilter action="/practices" value={wanted.q} label="Название, проблема, автор" />
					</Toolbar>
					{forms.length > 1 && (
						<Fold label={wanted.form ? practiceForms[wanted.form] : 'Любая форма'} open={wanted.form !== ''}>
							<Filters
								label="Форма"
								filters={[
									{ href: practicesAddress(wanted, { form: '' }), label: 'любая форма', current: !wanted.form },
									...forms.map(({ form, count }) => ({
										href: practicesAddress(wanted, { form: form as PracticeForm }),
										label: formName(form),
										count,
										current: form === wanted.form
									}))
								]}
							/>
						</Fold>
					)}
					{practices.length === 0 ? (
						<p>{wanted.q ? `По запросу «${wanted.q}» ничего не нашлось.` : 'Здесь сейчас пусто.'}</p>
					) : (
						<Table caption="Практики" columns={columns} rows={practices} />
					)}
					<Pager
						page={wanted.page}
						pages={Math.ceil(counts[wanted.filter] / practicesPage)}
						href={(page) => practicesAddress(wanted, { page })}
					/>
					{keeps && counts.accepted > 0 && (
						<Exports files={[{ href: '/practices/document.docx', label: 'Банк целиком, Word' }]} />
					)}
					{keeps && <ToProve {...props} />}
				</>
			)}
		</Page>
	);
};

function sentence(counts: PracticesFound['counts'], total: number, keeps: boolean) {
	if (total === 0) return 'Что сработало в вашем наставничестве – так, чтобы другие могли повторить.';
	const bank = `В банке ${counted(counts.accepted, practiceWords)}`;
	if (counts.proposed === 0) return `${bank}.`;
	return keeps
		? `${bank}, ещё ${counts.proposed} ${plural(counts.proposed, ['ждёт', 'ждут', 'ждут'])} вашего решения.`
		: `${bank}, ваших черновиков ${counts.proposed}.`;
}

const columns: Column<PracticeInList>[] = [
	{
		head: 'Практика',
		main: true,
		width: 'wide',
		cell: ({ id, title, dates }) => (
			<>
				<a href={`/practices/${id}`}>{title}</a>
				<span class="result">{dates}</span>
			</>
		)
	},
	{ head: 'Форма', cell: ({ form }) => formName(form) },
	{ head: 'Авторы', cell: ({ authors }) => authors },
	{ head: 'Как стоит', cell: (practice) => <PracticePill {...practice} /> },
	{
		head: 'Распространение',
		cell: ({ spreads }) => (spreads ? <Pill tone="good">можно</Pill> : <Pill icon="lock">внутри организации</Pill>)
	},
	{ head: 'Файлов', numeric: true, cell: ({ files }) => files || '' }
];

const Removed = ({ id, title }: { id: string; title: string }) => (
	<>
		Убрана: «{title}»{' '}
		<ActionForm action={`/practices/${id}/restoration`} token={crypto.randomUUID()} label="Отменить" kind="quiet" />
	</>
);

const Filed = ({ count }: { count: number }) => (
	<span>
		Банк приложен как подтверждение
		<ClosedToo count={count} />.
	</span>
);

/** The bank as it is today proves a line of the plan. */
const ToProve = ({ view, closable, chosen, values, counts }: Props) =>
	closable.length === 0 || counts.accepted === 0 ? null : (
		<Card title="Подтвердить банком мероприятие плана">
			<form method="post" action="/practices/editions">
				<FormToken values={values} />
				<Closes {...{ closable, chosen, today: view.now.today }} />
				<Buttons>
					<Button kind="secondary">Приложить банк как он есть</Button>
				</Buttons>
			</form>
		</Card>
	);
