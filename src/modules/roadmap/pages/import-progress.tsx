import type { View } from '../../../core/view';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Working } from '../../../ui/progress';
import { Note } from '../../../ui/state';
import type { RoadmapImport } from '../queries/imports';
import { ImportSteps, importsCrumb, roadmapCrumb } from './import-steps';

type Props = { view: View; found: RoadmapImport; token: string };

const crumbs = [roadmapCrumb, importsCrumb];

/** While the file is being read; with `stuck`, something stopped the reading. */
export const ReadingPage = ({ view, found, token, stuck }: Props & { stuck: boolean }) => (
	<Page view={view} title="Читаем файл" crumbs={crumbs} refresh={stuck ? undefined : 2}>
		<ImportSteps current={0} />
		<Working
			what={stuck ? `Чтение «${found.sourceName}» прервалось.` : `Читаем «${found.sourceName}»: обычно это секунды.`}
			running={!stuck}
			here={view.path}
		>
			{stuck && (
				<ActionForm
					action={`/roadmap/imports/${found.id}/reading`}
					label="Прочитать ещё раз"
					kind="primary"
					token={token}
				/>
			)}
		</Working>
	</Page>
);

/** The file could not be read: why, and what can be done. The file is kept. */
export const UnreadPage = ({ view, found, token }: Props) => (
	<Page view={view} title="Файл не прочитан" crumbs={crumbs}>
		<ImportSteps current={0} />
		<Note tone="warm" title={`«${found.sourceName}»`}>
			<p>{found.failure}</p>
		</Note>
		<p>
			Файл сохранён
			{found.fileId && (
				<>
					: <a href={`/files/${found.fileId}`}>скачать его</a>
				</>
			)}
			. Можно загрузить другой, вставить таблицу как текст или попробовать этот ещё раз.
		</p>
		<div class="buttons">
			<LinkButton href="/roadmap/imports/new" kind="primary" icon="upload">
				Загрузить другой файл
			</LinkButton>
			<ActionForm action={`/roadmap/imports/${found.id}/reading`} label="Прочитать ещё раз" token={token} />
			<ActionForm
				action={`/roadmap/imports/${found.id}/discarding`}
				label="Отменить загрузку"
				kind="quiet"
				token={crypto.randomUUID()}
			/>
		</div>
	</Page>
);

/** Thrown away, and the way back. */
export const DiscardedPage = ({ view, found, token }: Props) => (
	<Page view={view} title="Загрузка отменена" crumbs={crumbs}>
		<p>«{found.sourceName}» не станет планом. Файл и ваши исправления сохранены: загрузку можно вернуть.</p>
		<div class="buttons">
			<ActionForm
				action={`/roadmap/imports/${found.id}/return`}
				label="Вернуть загрузку"
				kind="primary"
				token={token}
			/>
			<LinkButton href="/roadmap/imports/new">Загрузить другой файл</LinkButton>
		</div>
	</Page>
);

/** Somebody else has accepted it meanwhile. */
export const AlreadyAcceptedPage = ({ view, found }: Omit<Props, 'token'>) => (
	<Page view={view} title="План уже принят" crumbs={crumbs}>
		<p>Пока вы смотрели, план из «{found.sourceName}» приняли к работе.</p>
		<div class="buttons">
			<LinkButton href={found.roadmapId ? `/roadmap/${found.roadmapId}` : '/roadmap'} kind="primary">
				Открыть план
			</LinkButton>
		</div>
	</Page>
);
