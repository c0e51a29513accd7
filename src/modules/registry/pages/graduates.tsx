import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { DateField, ErrorSummary, LinkButton } from '../../../ui/form';
import { BulkButton, BulkForm, Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { Day, Lede, Quiet, shortName } from '../../../ui/text';
import type { Graduate } from '../queries/graduates';

type Props = {
	view: View;
	graduates: readonly Graduate[];
	values: Values;
	chosen?: readonly string[];
	problems?: Problems;
};

/** Who went through the programme and could be a mentor: asked first, then entered in one act. */
export const GraduatesPage = ({ view, graduates, values, chosen = [], problems = {} }: Props) => {
	const { today } = view.now;
	return (
		<Page
			view={view}
			title="Завершили: кто станет наставником"
			crumbs={[{ href: '/registry', label: 'Банки и запросы' }]}
		>
			<Lede>
				{graduates.length === 0
					? 'Пока никто не завершил программу, или все завершившие уже наставники.'
					: 'Они прошли программу наставляемого и ещё не наставники. Сначала спросите, хочет ли человек.'}
			</Lede>
			{graduates.length === 0 ? (
				<Empty
					title="Здесь появятся завершившие"
					icon="person"
					action={
						<LinkButton href="/registry/mentees" kind="primary">
							К банку наставляемых
						</LinkButton>
					}
				>
					<p>Когда программа закончится, отметьте это в карточке человека: «Завершил».</p>
				</Empty>
			) : (
				<>
					<ErrorSummary problems={problems} />
					<BulkForm
						action="/registry/graduates"
						token={values.token ?? ''}
						bar={
							<>
								<DateField
									name="from"
									label="В банке наставников с"
									problems={problems}
									values={{ from: showDate(today), ...values }}
								/>
								<BulkButton value="take" icon="arrow">
									Внести в банк наставников
								</BulkButton>
							</>
						}
					>
						<Table
							caption="Завершившие программу"
							choose={({ id, name }) => ({
								name: 'person',
								value: id,
								label: `Выбрать: ${name}`,
								checked: chosen.includes(id)
							})}
							columns={[
								{
									head: 'Имя',
									main: true,
									cell: ({ id, name, post }: Graduate) => (
										<>
											<a href={`/registry/people/${id}`}>{name}</a> <Quiet>{post}</Quiet>
										</>
									)
								},
								{ head: 'Завершил', cell: ({ endedOn }) => <Day date={endedOn} today={today} /> },
								{ head: 'Наставник', cell: ({ partner }) => partner && shortName(partner.split(';')[0] ?? '') },
								{ head: 'Результаты', width: 'wide', cell: ({ results }) => results },
								{
									head: 'Предложение',
									cell: ({ offered }) => (offered ? <Pill tone="good">записано</Pill> : <Pill icon="circle">нет</Pill>)
								},
								{
									head: 'Практика',
									cell: ({ id, name }) => (
										<a href={`/practices/new?person=${id}`}>
											Описать практику<span class="unseen">: {name}</span>
										</a>
									)
								}
							]}
							rows={graduates}
						/>
					</BulkForm>
				</>
			)}
		</Page>
	);
};
