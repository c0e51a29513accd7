import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { DuplicatesNote } from '../../../ui/duplicates-note';
import { ActionForm, Buttons, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Lede, Moment } from '../../../ui/text';
import type { RegisterImport } from '../queries/exchange';
import { doneWords, registerCrumbs } from './exchange';

/** After a file was loaded, taken back or put away. */
export const ForeignDonePage = ({
	view,
	file,
	duplicates
}: {
	view: View;
	file: RegisterImport;
	duplicates: number;
}) => {
	const { id, register, sourceName, acceptedAt, undoneAt, done, who } = file;
	const loaded = acceptedAt && done;
	return (
		<Page
			view={view}
			title={undoneAt ? 'Загрузка отменена' : loaded ? 'Файл загружен' : 'Файл отложен'}
			crumbs={registerCrumbs(register)}
		>
			<Lede>
				{loaded
					? `«${sourceName}»: ${doneWords(done.counts) || 'ничего не изменилось'}.`
					: `«${sourceName}»: ничего не загружено, прочитанное забыто.`}
			</Lede>
			{done?.undo && (
				<Note tone={done.undo.kept.length > 0 ? 'warm' : 'good'} title="Загруженное убрано">
					{done.undo.kept.length === 0 ? (
						<p>Банк и карточки такие, какими были до файла.</p>
					) : (
						<>
							<p>Кроме того, на чём с тех пор что-то стоит:</p>
							<ul>
								{done.undo.kept.map((one) => (
									<li>{one}</li>
								))}
							</ul>
						</>
					)}
				</Note>
			)}
			<DuplicatesNote count={duplicates} />
			<Buttons>
				<LinkButton href={`/registry/${register}`} kind="primary">
					К банку
				</LinkButton>
				<LinkButton href={`/registry/${register}/import`} icon="upload">
					Загрузить ещё один файл
				</LinkButton>
			</Buttons>
			{loaded && !undoneAt && (
				<Card title="Если файл был не тот">
					<p>
						Загрузил {who}, <Moment at={acceptedAt} timeZone={view.actor.timeZone} today={view.now.today} />. Отмена
						уберёт из банка то, что внёс этот файл, и вернёт контакты; записанное после него останется.
					</p>
					<ActionForm
						action={`/register-imports/${id}/undoing`}
						label="Отменить загрузку"
						token={crypto.randomUUID()}
						kind="danger"
					/>
				</Card>
			)}
		</Page>
	);
};
