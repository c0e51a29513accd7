import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import type { IconName } from '../../../ui/icon';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Pill, type Tone } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, Moment, PersonName, Quiet } from '../../../ui/text';
import type { ImportLine } from '../queries/imports';
import type { ImportState } from '../rules/imports';
import { roadmapCrumb } from './import-steps';

const states: Record<ImportState, { label: string; tone: Tone; icon: IconName }> = {
	reading: { label: 'читается', tone: 'calm', icon: 'hourglass' },
	unread: { label: 'не прочитан', tone: 'warm', icon: 'alert' },
	read: { label: 'ждёт вашей проверки', tone: 'warm', icon: 'help' },
	accepted: { label: 'принят к работе', tone: 'good', icon: 'check' },
	discarded: { label: 'отменён', tone: 'calm', icon: 'cross' }
};

/** Everything that was ever brought in, the newest first. */
export const ImportsPage = ({ view, imports }: { view: View; imports: readonly ImportLine[] }) => {
	const waiting = imports.filter(({ state }) => state === 'read').length;
	return (
		<Page
			view={view}
			title="Загрузки планов"
			crumbs={[roadmapCrumb]}
			actions={
				<LinkButton href="/roadmap/imports/new" kind="primary" icon="upload">
					Загрузить дорожную карту
				</LinkButton>
			}
		>
			{imports.length === 0 ? (
				<Empty title="Ещё ничего не загружали" icon="upload">
					<p>Загрузите файл дорожной карты: программа разберёт его на этапы, мероприятия, сроки и ответственных.</p>
				</Empty>
			) : (
				<>
					<Lede>
						{waiting === 0
							? 'Все прочитанные файлы разобраны.'
							: `Проверки ${waiting === 1 ? 'ждёт' : 'ждут'} ${counted(waiting, ['план', 'плана', 'планов'])}.`}
					</Lede>
					<Table
						caption="Загруженные дорожные карты"
						rows={imports}
						columns={[
							{
								head: 'Файл',
								main: true,
								cell: (row) => (
									<>
										<a href={row.roadmapId ? `/roadmap/${row.roadmapId}` : `/roadmap/imports/${row.id}`}>
											{row.sourceName}
										</a>
										{row.title && (
											<>
												<br />
												<Quiet>{row.title}</Quiet>
											</>
										)}
									</>
								)
							},
							{
								head: 'Состояние',
								cell: ({ state }) => (
									<Pill tone={states[state].tone} icon={states[state].icon}>
										{states[state].label}
									</Pill>
								)
							},
							{ head: 'Мероприятий', numeric: true, cell: ({ rows }) => rows || '' },
							{ head: 'Кто загрузил', cell: ({ createdBy }) => <PersonName name={createdBy} /> },
							{
								head: 'Когда',
								cell: ({ createdAt }) => <Moment at={createdAt} timeZone={view.actor.timeZone} today={view.now.today} />
							}
						]}
					/>
				</>
			)}
		</Page>
	);
};
