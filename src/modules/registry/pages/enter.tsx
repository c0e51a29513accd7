import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { DateField, ErrorSummary, Field } from '../../../ui/form';
import { BulkButton, BulkForm, Empty, Filters, QuickFilter, Toolbar } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { Day, Lede, Quiet } from '../../../ui/text';
import type { ConsentKind } from '../../consents/rules/kinds';
import type { Candidate } from '../queries/candidates';
import { type EnterFilter, enterAddress } from '../rules/entering';
import { type Register, registers } from '../rules/registers';
import { lacking } from '../rules/wanted';
import { ConsentCell } from './words';

type Props = {
	view: View;
	register: Register;
	candidates: readonly (Candidate & { reasons: readonly string[] })[];
	filters: readonly { filter: EnterFilter; label: string; count: number }[];
	filter: EnterFilter;
	q: string;
	asked: readonly ConsentKind[];
	strict: boolean;
	values: Values;
	chosen: readonly string[];
	problems?: Problems;
};

/** Many at once out of the staff: those whom the groups name first. */
export const EnterPage = ({
	view,
	register,
	candidates,
	filters,
	filter,
	q,
	asked,
	strict,
	values,
	chosen,
	problems = {}
}: Props) => {
	const { name, role } = registers[register];
	const { today } = view.now;
	return (
		<Page
			view={view}
			title="Внести в банк"
			crumbs={[
				{ href: '/registry', label: 'Банки и запросы' },
				{ href: `/registry/${register}`, label: name }
			]}
		>
			<Lede>
				{role === 'mentor'
					? 'Отметьте, кто готов быть наставником. Подсказывают ответы на анкеты этого года и группы.'
					: 'Отметьте, кому нужен наставник. Подсказывают ответы на анкеты этого года и группы.'}
			</Lede>
			{strict && (
				<Note title="Порядок строгий">
					<p>Так решила школа: у кого нет нужных согласий, в банк не вносят.</p>
				</Note>
			)}
			<Toolbar>
				<Filters
					filters={filters.map((one) => ({
						href: enterAddress(register, one.filter, q),
						label: one.label,
						count: one.count,
						current: one.filter === filter
					}))}
				/>
				<QuickFilter action={`/registry/${register}/new`} value={q} label="Имя, должность" />
			</Toolbar>
			{candidates.length === 0 ? (
				<Empty title="Здесь вносить некого" icon="person">
					<p>
						{q
							? `По запросу «${q}» никого не нашлось.`
							: 'Все подходящие уже в банке, или группы ещё не решены. Посмотрите «педагоги» и «все сотрудники».'}
					</p>
				</Empty>
			) : (
				<>
					<ErrorSummary problems={problems} />
					<BulkForm
						action={`/registry/${register}/entries`}
						token={values.token ?? ''}
						bar={
							<>
								<DateField
									name="from"
									label="В банке с"
									{...{ problems }}
									values={{ from: showDate(today), ...values }}
								/>
								<Field
									name="basis"
									label="Основание"
									maxlength={500}
									optional
									{...{ problems }}
									values={{ ...(filter === 'survey' && { basis: 'по ответам на анкету' }), ...values }}
								/>
								<BulkButton value="enter" icon="check">
									Внести отмеченных
								</BulkButton>
							</>
						}
					>
						<Table
							caption="Кого внести"
							choose={({ id, name: who }) => ({
								name: 'person',
								value: id,
								label: `Выбрать: ${who}`,
								checked: chosen.includes(id)
							})}
							columns={[
								{ head: 'Имя', main: true, cell: ({ name: who }) => who },
								{ head: 'Должность', cell: ({ post }) => post },
								{
									head: 'Группы',
									cell: ({ groups, fits }) =>
										groups.map(({ code }) =>
											fits.includes(code) ? (
												<Pill tone="good" icon="check">
													{code}
												</Pill>
											) : (
												<Quiet>{code} </Quiet>
											)
										)
								},
								...(candidates.some(({ reasons }) => reasons.length > 0)
									? [
											{
												head: 'Что ответили',
												width: 'wide' as const,
												cell: ({ reasons }: { reasons: readonly string[] }) => reasons.map((reason) => <p>{reason}</p>)
											}
										]
									: []),
								{ head: 'Согласия', cell: (one) => <ConsentCell lacks={lacking(one, asked)} /> },
								{
									head: 'Раньше',
									cell: ({ leftOn }) =>
										leftOn && (
											<Quiet>
												был в банке до <Day date={leftOn} today={today} />
											</Quiet>
										)
								}
							]}
							rows={candidates}
						/>
					</BulkForm>
				</>
			)}
		</Page>
	);
};
