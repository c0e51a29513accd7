import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import {
	Button,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	RadioGroup,
	Select,
	TextArea
} from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Lede } from '../../../ui/text';
import { type Register, registers } from '../../registry/rules/registers';
import type { Questions } from '../queries/interviews';
import { outcomes, visibilities } from '../rules/questions';

type Props = {
	view: View;
	person: { id: string; name: string };
	register: Register;
	asked: Questions;
	leaders: readonly { id: string; name: string }[];
	values: Values;
	problems?: Problems;
};

/** A talk is written down: answers, what came of it, and a note that says who reads it. */
export const InterviewFormPage = ({ view, person, register, asked, leaders, values, problems = {} }: Props) => {
	const given = { values, problems };
	return (
		<Page
			view={view}
			title={`Собеседование: ${person.name}`}
			crumbs={[
				{ href: '/interviews', label: 'Собеседования' },
				{ href: `/registry/people/${person.id}`, label: person.name }
			]}
		>
			<Lede>
				{registers[register].person}. Ответы увидят куратор и директор; у заметки вы сами выбираете, кто её прочтёт.
			</Lede>
			<form method="post" action={`/interviews/people/${person.id}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="register" value={register} />
				<input type="hidden" name="form" value={asked.id ?? 'start'} />
				{asked.questions.map((question, at) => (
					<TextArea name={`answer-${at}`} label={question} rows={2} maxlength={5000} optional {...given} />
				))}
				<RadioGroup name="outcome" label="Чем кончилось" options={outcomes} {...given} />
				<Field name="outcomeNote" label="Пояснение к итогу" maxlength={1000} optional {...given} />
				<DateField name="heldOn" label="Когда беседовали" required {...given} />
				<Select
					name="conductedBy"
					label="Кто беседовал"
					options={Object.fromEntries(leaders.map(({ id, name }) => [id, name]))}
					{...given}
				/>
				<TextArea name="note" label="Заметка" rows={3} maxlength={5000} optional {...given} />
				<RadioGroup name="visibility" label="Кто прочтёт заметку" options={visibilities} {...given} />
				<div class="buttons">
					<Button>Записать беседу</Button>
					<LinkButton href={`/interviews?register=${register}`} kind="quiet">
						Не записывать
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};

/** What is asked. */
export const QuestionsPage = ({
	view,
	register,
	number,
	values,
	problems = {}
}: {
	view: View;
	register: Register;
	number: number;
	values: Values;
	problems?: Problems;
}) => (
	<Page
		view={view}
		title={`Вопросы: ${register === 'mentors' ? 'наставникам' : 'наставляемым'}`}
		crumbs={[{ href: '/interviews', label: 'Собеседования' }]}
		notice={view.saved ? 'Вопросы сохранены' : undefined}
	>
		<Lede>
			{number === 0
				? 'Это вопросы программы. Поправьте под себя: прежние беседы сохранят свои слова.'
				: `Редакция ${number}. Прежние беседы сохраняют вопросы, которые тогда задавали.`}
		</Lede>
		<form method="post" action={`/interviews/questions/${register}`}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			<input type="hidden" name="version" value={values.version} />
			<TextArea
				name="questions"
				label="По одному вопросу в строке"
				rows={12}
				maxlength={5000}
				{...{ values, problems }}
			/>
			<div class="buttons">
				<Button>Сохранить вопросы</Button>
				<LinkButton href={`/interviews?register=${register}`} kind="quiet">
					Не менять
				</LinkButton>
			</div>
		</form>
	</Page>
);
