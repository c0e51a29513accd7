import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Conflict } from '../../../ui/conflict';
import {
	Button,
	Buttons,
	Checkbox,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	Select,
	TextArea
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Lede, shortName } from '../../../ui/text';
import { Tick } from '../../../ui/tick';
import type { Practice } from '../queries/practice';
import type { FinishedProgramme } from '../queries/programme';
import {
	allParts,
	canKeepPractices,
	longestPart,
	neededParts,
	type Part,
	parts,
	practiceForms
} from '../rules/practice';
import { practicesCrumb } from './words';

type Fields = {
	view: View;
	values: Values;
	problems: Problems;
	/** Who could be an author, and who is ticked. */
	staff: readonly { id: string; name: string; post: string }[];
	chosen: readonly string[];
	/** Lines of the plan it may be written for. */
	lines: readonly { occurrenceId: string; title: string; planTitle: string }[];
};

/** A new case, from a blank or from a programme that was gone through. */
export const NewPracticePage = ({ programme, ...props }: Fields & { programme: FinishedProgramme | undefined }) => {
	const { view, values, problems } = props;
	const keeps = canKeepPractices(view.actor);
	return (
		<Page view={view} title={keeps ? 'Описать практику' : 'Предложить практику'} crumbs={[practicesCrumb]}>
			<Lede>
				{keeps
					? 'Нужны название, форма, проблема, шаги и что стало; остальное – чтобы другие смогли повторить.'
					: 'Напишите, что получилось. Пока черновик видите вы, другие авторы и куратор; примет куратор – увидят все коллеги.'}
			</Lede>
			{programme && (
				<Note title="Взято из банка">
					<p>
						Программа: {programme.name}
						{programme.partner && `, наставник ${shortName(programme.partner.split(';')[0] ?? '')}`}. Форма, сроки,
						авторы, запрос и результаты уже в полях: поправьте их своими словами.
						{programme.practiceId && (
							<>
								{' '}
								Об этой программе уже написано: <a href={`/practices/${programme.practiceId}`}>открыть практику</a>.
							</>
						)}
					</p>
				</Note>
			)}
			<form method="post" action="/practices">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="programme" value={values.programme} />
				<PracticeFields {...props} />
				<Buttons>
					{keeps && (
						<Button name="accept" value="on">
							Сохранить и принять в банк
						</Button>
					)}
					<Button kind={keeps ? 'secondary' : 'primary'}>{keeps ? 'Сохранить черновик' : 'Отправить куратору'}</Button>
					<LinkButton href="/practices" kind="quiet">
						Не сохранять
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

/** Words of a case are changed. */
export const EditPracticePage = ({
	practice,
	theirs,
	...props
}: Fields & { practice: Practice; theirs?: Values | undefined }) => {
	const { view, values, problems } = props;
	return (
		<Page
			view={view}
			title="Изменить практику"
			crumbs={[practicesCrumb, { href: `/practices/${practice.id}`, label: practice.title }]}
		>
			<Conflict theirs={theirs} mine={values} labels={labels} />
			<form method="post" action={`/practices/${practice.id}/words`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<PracticeFields {...props} />
				<Buttons>
					<Button>Сохранить практику</Button>
					<LinkButton href={`/practices/${practice.id}`} kind="quiet">
						Не менять
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

const labels: Record<string, string> = {
	title: 'Название',
	...Object.fromEntries(allParts.map((part) => [part, parts[part].name]))
};

const needed = (part: Part) => (neededParts as readonly Part[]).includes(part);

const PracticeFields = ({ view, values, problems, staff, chosen, lines }: Fields) => {
	const given = { values, problems };
	const keeps = canKeepPractices(view.actor);
	const authors = staff.filter(({ id }) => chosen.includes(id)).map(({ name }) => shortName(name));
	return (
		<>
			<Field name="title" label="Название" required maxlength={300} {...given} />
			<Select name="form" label="Форма" empty="выберите" options={practiceForms} {...given} />
			<div id="author" class={problems.author ? 'field wrong' : undefined}>
				<Fold
					label={authors.length > 0 ? `Авторы: ${authors.join(', ')}` : 'Авторы: выберите'}
					open={authors.length === 0 || !!problems.author}
				>
					<fieldset class="field">
						<legend class="unseen">Авторы</legend>
						<p class="hint">
							Наружу имя идёт только с согласием на публикацию; без него в файлах будет «имя не указывается».
						</p>
						{staff.map(({ id, name, post }) => (
							<Tick
								id={`author-${id}`}
								name="author"
								value={id}
								label={name}
								hint={post}
								checked={chosen.includes(id)}
							/>
						))}
					</fieldset>
				</Fold>
			</div>
			{allParts.map((part) =>
				parts[part].rows === 1 ? (
					<Field name={part} label={parts[part].name} hint={parts[part].hint} maxlength={300} optional {...given} />
				) : (
					<TextArea
						name={part}
						label={parts[part].name}
						hint={parts[part].hint}
						rows={parts[part].rows}
						maxlength={longestPart}
						optional={!needed(part)}
						{...given}
					/>
				)
			)}
			<Checkbox
				name="spreads"
				label="Авторы согласны, чтобы практику передавали другим организациям"
				hint="Без отметки в файле будет написано: только внутри организации."
				{...given}
			/>
			{keeps && lines.length > 0 && (
				<Select
					name="occurrence"
					label="Для мероприятия дорожной карты"
					empty="не связано"
					hint="Принятая практика станет его подтверждением."
					options={Object.fromEntries(
						lines.map(({ occurrenceId, title, planTitle }) => [occurrenceId, `${title} (${planTitle})`])
					)}
					{...given}
				/>
			)}
			{keeps && lines.length === 0 && <input type="hidden" name="occurrence" value="" />}
		</>
	);
};
