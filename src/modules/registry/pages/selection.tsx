import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { ActionForm, DateField, ErrorSummary, Field, LinkButton, Select } from '../../../ui/form';
import { BulkButton, BulkForm, Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { counted, Day, Lede, Quiet } from '../../../ui/text';
import { type Criterion, criterionName, judged, keyOf, selectionDecisions } from '../rules/criteria';
import type { RegisterLine } from '../rules/line';
import { type Register, registers } from '../rules/registers';

type Props = {
	view: View;
	register: Register;
	lines: readonly RegisterLine[];
	criteria: readonly Criterion[]; // none for mentees: whoever asks may be asked about
	undo?: string | undefined;
	values: Values;
	chosen?: readonly string[];
	problems?: Problems;
};

/** Each of a register by each criterion, and what was decided. */
export const SelectionPage = ({ view, register, lines, criteria, undo, values, chosen = [], problems = {} }: Props) => {
	const { today } = view.now;
	const manual = criteria.flatMap((one) => (one.kind === 'manual' ? [one.name] : []));
	const given = { values, problems };
	return (
		<Page
			view={view}
			title={register === 'mentors' ? 'Отбор наставников' : 'Отбор наставляемых'}
			crumbs={[
				{ href: '/registry', label: 'Банки и запросы' },
				{ href: `/registry/${register}`, label: registers[register].name }
			]}
			notice={
				view.saved && (
					<>
						<span>{view.saved === 'marked' ? 'Отметки записаны.' : 'Решение записано.'}</span>{' '}
						{undo && <ActionForm action={undo} label="Отменить" token={crypto.randomUUID()} kind="quiet" />}
					</>
				)
			}
			actions={
				<>
					{register === 'mentors' && (
						<LinkButton href="/registry/criteria" kind="quiet" icon="pencil">
							Критерии
						</LinkButton>
					)}
					<LinkButton href={`/registry/${register}/approval`} kind="primary" icon="check">
						Утвердить банк
					</LinkButton>
				</>
			}
		>
			<Lede>{sentence(lines)}</Lede>
			{lines.length === 0 ? (
				<Empty
					title="Выбирать пока не из кого"
					icon="person"
					action={
						<LinkButton href={`/registry/${register}/new`} kind="primary" icon="plus">
							Внести в банк
						</LinkButton>
					}
				>
					<p>Сначала внесите людей в банк.</p>
				</Empty>
			) : (
				<>
					<ErrorSummary problems={problems} />
					<BulkForm
						action={`/registry/${register}/decisions`}
						token={values.token ?? ''}
						bar={
							<>
								<DateField
									name="on"
									label="Когда решено"
									problems={problems}
									values={{ on: showDate(today), ...values }}
								/>
								<Field name="reason" label="Почему" maxlength={1000} optional {...given} />
								<BulkButton value="yes" icon="check">
									Отобрать
								</BulkButton>
								<BulkButton value="later">Решить позже</BulkButton>
								<BulkButton value="no" icon="cross">
									Не отбирать
								</BulkButton>
								{manual.length > 0 && (
									<>
										<Select
											name="criterion"
											label="Отметить критерий"
											options={Object.fromEntries(manual.map((name) => [name, name]))}
											{...given}
										/>
										<BulkButton value="met">Выполнен</BulkButton>
										<BulkButton value="unmet">Не выполнен</BulkButton>
									</>
								)}
							</>
						}
					>
						<Table
							caption="Отбор"
							choose={({ personId, name }) => ({
								name: 'person',
								value: personId,
								label: `Выбрать: ${name}`,
								checked: chosen.includes(personId)
							})}
							columns={columnsOf(criteria, today)}
							rows={lines}
						/>
					</BulkForm>
				</>
			)}
		</Page>
	);
};

function sentence(lines: readonly RegisterLine[]) {
	const many = (decision: string) => lines.filter((line) => line.decision?.decision === decision).length;
	const open = lines.filter(({ decision }) => !decision).length;
	return `${counted(lines.length, ['человек', 'человека', 'человек'])} в банке: отобрано ${many('yes')}, не отобрано ${many('no')}, решить позже ${many('later')}, решения нет о ${open}.`;
}

const tones = { yes: 'good', no: 'lost', later: 'calm' } as const;

const columnsOf = (criteria: readonly Criterion[], today: string): Column<RegisterLine>[] => [
	{
		head: 'Имя',
		main: true,
		cell: ({ personId, name, post }) => (
			<>
				<a href={`/registry/people/${personId}`}>{name}</a> <Quiet>{post}</Quiet>
			</>
		)
	},
	...criteria.map(
		(criterion): Column<RegisterLine> => ({
			head: criterionName(criterion),
			cell: (line) => {
				const { met, because } = judged(criterion, line, today);
				return (
					<span data-criterion={keyOf(criterion)}>
						<Pill
							tone={met === null ? 'warm' : met ? 'good' : 'lost'}
							icon={met === null ? 'help' : met ? 'check' : 'cross'}
						>
							{met === null ? 'неизвестно' : met ? 'да' : 'нет'}
						</Pill>{' '}
						<Quiet>{because}</Quiet>
					</span>
				);
			}
		})
	),
	{
		head: 'Решение',
		cell: ({ decision }) =>
			decision ? (
				<>
					<Pill tone={tones[decision.decision]}>{selectionDecisions[decision.decision]}</Pill>{' '}
					<Quiet>
						<Day date={decision.on} today={today} />
						{decision.reason && `; ${decision.reason}`}
					</Quiet>
				</>
			) : (
				<Pill icon="circle">нет</Pill>
			)
	}
];
