import { acts } from '../../../core/acts';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts, History, NextStep } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, ErrorSummary, FileField, FormToken, LinkButton } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill } from '../../../ui/state';
import { bytesText, Lede, Quiet } from '../../../ui/text';
import type { JournalLine } from '../../journal/queries';
import type { Closable } from '../../roadmap/rules/closable';
import type { Practice } from '../queries/practice';
import { allParts, canChange, canKeepPractices, formName, missingParts, parts, unnamed } from '../rules/practice';
import { PracticePill, practicesCrumb } from './words';

type Props = {
	view: View;
	practice: Practice;
	history: readonly JournalLine[];
	closable: readonly Closable[];
	closed: number;
	chosen?: readonly string[];
	removedFile: { id: string; name: string } | undefined;
	values: Values;
	problems?: Problems;
};

const notices: Record<string, string> = {
	made: 'Черновик сохранён',
	proposed: 'Спасибо! Куратор увидит вашу практику; до его решения её можно править',
	changed: 'Практика сохранена',
	restored: 'Практика возвращена',
	'acceptance-undone': 'Практика снова черновик',
	file: 'Файл приложен'
};

/** One case: how it stands, what to do next, its words, who wrote it, its files. */
export const PracticePage = (props: Props) => {
	const { view, practice, history, problems = {} } = props;
	const { actor, now } = view;
	const keeps = canKeepPractices(actor);
	const changes = canChange(actor, practice);
	const { id, title, form, dates, authors, spreads, activity, acceptedAt } = practice;
	return (
		<Page
			view={view}
			title={title}
			crumbs={[practicesCrumb]}
			notice={noticeOf(props)}
			actions={
				changes && (
					<LinkButton href={`/practices/${id}/edit`} kind="quiet" icon="pencil">
						Изменить
					</LinkButton>
				)
			}
		>
			<Lede>
				<PracticePill {...practice} /> {[formName(form), dates].filter(Boolean).join(', ')}.
			</Lede>
			<ErrorSummary problems={problems} />
			{!acceptedAt && (keeps ? <ToAccept {...props} /> : <Waits practice={practice} changes={changes} />)}
			{allParts
				.filter((part) => part !== 'dates' && part !== 'links' && practice[part])
				.map((part) => (
					<Card title={parts[part].name}>
						<p class="said">{practice[part]}</p>
					</Card>
				))}
			<Card title="Авторы">
				<ul>
					{authors.map(({ name, published }) => (
						<li>
							{name}{' '}
							{published ? (
								<Pill tone="good" icon="check">
									имя можно публиковать
								</Pill>
							) : (
								<Quiet>согласия на публикацию нет: в файлах – «{unnamed}»</Quiet>
							)}
						</li>
					))}
				</ul>
			</Card>
			<Facts
				facts={[
					['Распространение', spreads ? 'авторы согласны' : 'только внутри организации'],
					['Ссылки', practice.links && <Links text={practice.links} />],
					['Дорожная карта', keeps && activity && <a href={`/activities/${activity.id}`}>{activity.title}</a>],
					['Записано', practice.maker]
				]}
			/>
			<Files practice={practice} changes={changes} values={props.values} problems={problems} />
			<Exports files={[{ href: `/practices/${id}/document.docx`, label: 'Word' }]} />
			{keeps && acceptedAt && <ToProve {...props} />}
			{changes && (
				<Fold label={acceptedAt ? 'Вернуть в черновики или убрать' : 'Убрать'}>
					{acceptedAt && (
						<ActionForm
							action={`/practices/${id}/acceptance/undoing`}
							label="Вернуть в черновики"
							token={crypto.randomUUID()}
							kind="quiet"
						/>
					)}
					<ActionForm
						action={`/practices/${id}/removal`}
						label="Убрать практику"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				</Fold>
			)}
			{keeps && (
				<History
					entries={history.map(({ at, who, act }) => ({ at, who: who || 'программа', what: acts[act] ?? act }))}
					timeZone={actor.timeZone}
					today={now.today}
				/>
			)}
		</Page>
	);
};

/** What was done a moment ago, with the way back; undefined when nothing was. */
function noticeOf({ view: { saved }, practice, closed, removedFile }: Props) {
	if (saved === 'accepted')
		return (
			<>
				<span>
					Принято в банк: коллеги её видят
					<ClosedToo count={closed} />.
				</span>{' '}
				<ActionForm
					action={`/practices/${practice.id}/acceptance/undoing`}
					label="Отменить"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			</>
		);
	if (saved === 'filed')
		return (
			<span>
				Практика приложена как подтверждение
				<ClosedToo count={closed} />.
			</span>
		);
	if (removedFile)
		return (
			<>
				Убран: «{removedFile.name}»{' '}
				<ActionForm
					action={`/practice-files/${removedFile.id}/restoration`}
					label="Отменить"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			</>
		);
	return saved && Object.hasOwn(notices, saved) ? notices[saved] : undefined;
}

const listed = (missing: ReturnType<typeof missingParts>) => missing.map((part) => `«${parts[part].name}»`).join(', ');

const ToAccept = ({ view, practice, closable, chosen, values }: Props) => {
	const missing = missingParts(practice);
	return missing.length > 0 ? (
		<NextStep
			action={
				<LinkButton href={`/practices/${practice.id}/edit`} kind="primary" icon="pencil">
					Дописать
				</LinkButton>
			}
		>
			<p>Чтобы принять в банк, не хватает: {listed(missing)}.</p>
		</NextStep>
	) : (
		<NextStep>
			<form method="post" action={`/practices/${practice.id}/acceptance`}>
				<FormToken values={values} />
				<p>Прочтите и примите: практику увидят все, кто здесь работает.</p>
				<Closes {...{ closable, chosen, today: view.now.today }} />
				<Button icon="check">Принять в банк</Button>
			</form>
		</NextStep>
	);
};

const Waits = ({ practice, changes }: { practice: Practice; changes: boolean }) => {
	const missing = missingParts(practice);
	return (
		<NextStep
			action={
				changes &&
				missing.length > 0 && (
					<LinkButton href={`/practices/${practice.id}/edit`} kind="primary" icon="pencil">
						Дописать
					</LinkButton>
				)
			}
		>
			<p>
				{missing.length > 0
					? `Чтобы куратор принял практику, допишите: ${listed(missing)}.`
					: 'Черновик у куратора. Пока он не принят, его видите вы, другие авторы и те, кто ведёт план.'}
			</p>
		</NextStep>
	);
};

const Links = ({ text }: { text: string }) => (
	<ul>
		{text
			.split('\n')
			.map((one) => one.trim())
			.filter(Boolean)
			.map((href) => (
				<li>
					<a href={href} rel="noreferrer">
						{href}
					</a>
				</li>
			))}
	</ul>
);

const Files = ({
	practice: { id, files },
	changes,
	values,
	problems
}: Pick<Props, 'practice' | 'values'> & { changes: boolean; problems: Problems }) =>
	files.length === 0 && !changes ? null : (
		<Card title="Материалы">
			{files.length > 0 && (
				<ul>
					{files.map((file) => (
						<li>
							<a href={`/files/${file.fileId}`}>{file.name}</a> <Quiet>{bytesText(file.size)}</Quiet>{' '}
							{changes && (
								<ActionForm
									action={`/practice-files/${file.id}/removal`}
									label={
										<>
											Убрать<span class="unseen"> {file.name}</span>
										</>
									}
									token={crypto.randomUUID()}
									kind="quiet"
								/>
							)}
						</li>
					))}
				</ul>
			)}
			{changes && (
				<Fold label="Приложить файлы" open={!!problems.files}>
					<form method="post" action={`/practices/${id}/files`} enctype="multipart/form-data">
						<FormToken values={values} />
						<FileField
							name="files"
							label="Сценарии, конспекты, презентации"
							hint="До 20 МБ каждый. На фотографии людей нужно их согласие."
							multiple
							problems={problems}
						/>
						<Button kind="secondary" icon="paperclip">
							Приложить
						</Button>
					</form>
				</Fold>
			)}
		</Card>
	);

/** A case that stands in the bank proves one more line of the plan. */
const ToProve = ({ view, practice, closable, chosen, values, problems }: Props) =>
	closable.length === 0 ? null : (
		<Fold label="Подтвердить мероприятие дорожной карты" open={!!problems?.closes}>
			<form method="post" action={`/practices/${practice.id}/acceptance`}>
				<FormToken values={values} />
				<Closes {...{ closable, chosen, today: view.now.today }} />
				<Button kind="secondary">Приложить практику</Button>
			</form>
		</Fold>
	);
