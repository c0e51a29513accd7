import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, ErrorSummary, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { type Column, Table } from '../../../ui/table';
import { dayText, Lede, momentText, PersonName, Quiet } from '../../../ui/text';
import type { ActReading, ActUse, ActVersion } from '../queries/act';
import { actLevels } from '../rules/act';
import { actName, canKeepLibrary, type LibraryAct } from '../rules/library';
import { ForcePill, libraryCrumb } from './words';

type Props = {
	view: View;
	act: LibraryAct;
	uses: readonly ActUse[];
	readings: readonly ActReading[];
	versions: readonly ActVersion[];
	values: Values;
	problems?: Problems;
};

/** One act: what it says, in force or not, what rests on it here, who has read it. */
export const ActPage = ({ view, act, uses, readings, versions, values, problems = {} }: Props) => {
	const keeps = canKeepLibrary(view.actor);
	const { today } = view.now;
	return (
		<Page
			view={view}
			title={actName(act)}
			crumbs={[libraryCrumb]}
			notice={
				(view.saved === 'published' && 'Сохранено: прежние слова остались в редакциях') ||
				(view.saved === 'restored' && 'Акт снова в библиотеке')
			}
			actions={
				keeps && (
					<>
						{view.rooms.has('/events') && (
							<LinkButton href={`/events/new?legalAct=${act.key}`} kind="primary" icon="book">
								Дать на ознакомление
							</LinkButton>
						)}
						<LinkButton href={`/legal-acts/${act.key}/edit`} kind="secondary" icon="pencil">
							Исправить
						</LinkButton>
					</>
				)
			}
		>
			<Lede>{act.title}</Lede>
			<ErrorSummary problems={problems} title="Не сделано" />
			<Card state={<ForcePill {...{ act, today }} />} title="Что это">
				<Facts
					facts={[
						['Уровень', actLevels[act.level]],
						['Чей', act.body],
						['Номер', act.number],
						['Дата', act.signedOn && dayText(act.signedOn, today)],
						['Действует с', act.from && dayText(act.from, today)],
						['Действует по', act.to && dayText(act.to, today)],
						['Заменён', act.replacedBy],
						['О чём', act.note],
						['Текст', act.link && <a href={act.link}>{act.link}</a>],
						['Файл', act.fileId && <a href={`/files/${act.fileId}`}>{act.fileName}</a>]
					]}
				/>
				{act.unsure && (
					<p class="quiet">
						Сверьте с официальным текстом. Когда сверите, нажмите «Исправить» и снимите отметку «Проверьте».
					</p>
				)}
			</Card>
			<Card title="Где на него опираются">
				{uses.length === 0 ? (
					<p class="quiet">В шаблонах документов и в планах он не упомянут.</p>
				) : (
					<ul class="periods">
						{uses.map(({ href, title, what }) => (
							<li>
								<a href={href}>{title}</a> <Quiet>{what}</Quiet>
							</li>
						))}
					</ul>
				)}
			</Card>
			{(readings.length > 0 || keeps) && (
				<Card title="Кто ознакомился">
					{readings.length === 0 ? (
						<p class="quiet">
							Ещё никому не дан. «Дать на ознакомление» сделает объявление: каждый отметит «Ознакомлен(а)» с датой, лист
							можно напечатать.
						</p>
					) : (
						<ul class="periods">
							{readings.map(({ id, heldOn, called, acquainted, mine }) => (
								<li>
									<a href={`/events/${id}`}>Объявление от {dayText(heldOn, today)}</a>{' '}
									<Quiet>
										{keeps
											? `ознакомились ${acquainted} из ${called}`
											: mine
												? `вы ознакомились ${dayText(mine, today)}`
												: 'вы ещё не ознакомились'}
									</Quiet>
								</li>
							))}
						</ul>
					)}
				</Card>
			)}
			{versions.length > 0 && (
				<Card title="Редакции">
					<Table caption="Редакции" columns={columnsOf(view)} rows={versions} />
				</Card>
			)}
			{keeps && act.version && (
				<ActionForm
					action={`/legal-acts/${act.key}/removal`}
					token={values.token}
					label="Убрать из библиотеки"
					kind="quiet"
				/>
			)}
		</Page>
	);
};

const columnsOf = ({ actor, now }: View): Column<ActVersion>[] => [
	{ head: '№', numeric: true, cell: ({ number }) => number },
	{ head: 'Название', main: true, width: 'wide', cell: ({ title }) => title },
	{ head: 'Откуда', cell: ({ brought }) => (brought ? 'из файла' : 'набрано здесь') },
	{ head: 'Когда', cell: ({ publishedAt }) => momentText(publishedAt, actor.timeZone, now.today) },
	{ head: 'Кто', cell: ({ by }) => <PersonName name={by} /> },
	{ head: 'Контрольная сумма', cell: ({ hash }) => <code>{hash.slice(0, 12)}</code> }
];
