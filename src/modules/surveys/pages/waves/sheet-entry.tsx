import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Button, Buttons, ErrorSummary, Field, FormToken, LinkButton, TextArea } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Note } from '../../../../ui/state';
import { counted, Lede } from '../../../../ui/text';
import type { AskedToMe } from '../../queries/filling';
import type { Wave } from '../../queries/waves';
import type { People } from '../../rules/fields';
import { keyedOf, keysOf } from '../../rules/keyed';
import { type Question, questionsOf } from '../../rules/questionnaire';
import { whenAsked } from '../question/frame';
import { crumbsOf } from './paper';

type Props = {
	view: View;
	wave: Wave;
	content: AskedToMe['content'];
	people: People;
	values: Values;
	problems?: Problems;
	/** Whose sheet it is; null: a sheet without a name, out of so many that are left. */
	of: { participant: string; name: string; about: string | null; before: boolean } | null;
	sitting?: { participants: readonly string[]; left: number; entered: boolean } | undefined;
	conflict?: boolean;
};

/** One sheet: a line of figures a question, Enter goes on. What stands for what is written above the line. */
export const SheetEntryPage = ({
	view,
	wave,
	content,
	people,
	values,
	problems = {},
	of,
	sitting,
	conflict
}: Props) => (
	<Page
		view={view}
		title={of ? of.name : 'Лист без имени'}
		crumbs={[...crumbsOf(wave), { href: `/surveys/waves/${wave.id}/paper`, label: 'Ввести с бумаги' }]}
		notice={sitting?.entered && 'Лист записан'}
	>
		<Lede>
			{of
				? of.before
					? 'Ответ уже записан: здесь можно исправить то, что введено с листа или со слов.'
					: 'Цифра выбирает ответ, Enter переходит дальше. Пропущенное оставьте пустым.'
				: `Осталось ввести: ${counted(sitting?.left ?? 0, ['лист', 'листа', 'листов'])}. Цифра выбирает ответ, Enter переходит дальше.`}
		</Lede>
		{of?.about && <p>О ком: {of.about}</p>}
		{conflict && (
			<Note tone="warm" title="Ответ этого человека уже записан">
				<p>Он ответил, пока вы вводили. Запишете ещё раз – останется то, что ниже.</p>
			</Note>
		)}
		<form method="post" action={`/surveys/waves/${wave.id}/paper`} data-draft="off" data-keyed>
			<script type="module" src="/filling.js" />
			<ErrorSummary problems={problems} title="Не записано: посмотрите отмеченное" />
			<FormToken values={values} />
			{of && <input type="hidden" name="person" value={of.participant} />}
			<input type="hidden" name="version" value={values.version ?? '0'} />
			{sitting?.participants.map((one) => (
				<input type="hidden" name="participant" value={one} />
			))}
			{questionsOf(content)
				.filter(({ kind }) => kind !== 'file')
				.map((question, at) => (
					<Line {...{ question, at, content, people, values, problems }} />
				))}
			<Buttons>
				<Button name="act" value="enter">
					Записать лист
				</Button>
				<LinkButton href={`/surveys/waves/${wave.id}/paper`} kind="quiet">
					Не записывать
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);

type LineProps = Pick<Props, 'content' | 'people' | 'values'> & { question: Question; at: number; problems: Problems };

const Line = ({ question, at, content, people, values, problems }: LineProps) => {
	const when = whenAsked(question, content.sections);
	const shared = {
		name: keyedOf(question),
		label: `${questionsOf(content).indexOf(question) + 1}. ${question.text}`,
		hint: [when, keysOf(question, people)].filter(Boolean).join(' '),
		optional: !question.required,
		...(at === 0 && { autofocus: true }),
		values,
		problems
	};
	if (question.kind === 'text' && question.long) return <TextArea rows={2} {...shared} />;
	const figures = question.kind === 'scale' || question.kind === 'grid' || question.kind === 'ranking';
	return <Field autocomplete="off" {...(figures && { inputmode: 'numeric', class: 'short' })} {...shared} />;
};
