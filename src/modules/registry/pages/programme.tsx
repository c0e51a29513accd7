import type { Child } from 'hono/jsx';
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
import { Note } from '../../../ui/state';
import { Lede } from '../../../ui/text';
import { formats, programmeOutcomes, type Register } from '../rules/registers';

type Props = {
	view: View;
	person: { id: string; name: string };
	action: string;
	values: Values;
	problems?: Problems;
	pair?: string | null; // the mentorship that keeps it
};

/** Where what a pair keeps is changed. */
const KeptByPair = ({ pair, children }: { pair: string | null | undefined; children: Child }) =>
	pair ? (
		<Note>
			{children} <a href={`/mentorships/${pair}`}>Открыть пару</a>
		</Note>
	) : null;

const crumbsTo = (person: Props['person']) => [
	{ href: '/registry', label: 'Банки и запросы' },
	{ href: `/registry/people/${person.id}`, label: person.name }
];

type Paired = Props & { register: Register; partners: readonly { id: string; name: string }[] };

const whomOf = (register: Register) => (register === 'mentees' ? 'Наставник' : 'Наставляемый');

/** «Вошёл в программу». */
export const BeginProgrammePage = (props: Paired) => {
	const { view, person, values, problems = {} } = props;
	return (
		<Page view={view} title="Вошёл в программу" crumbs={crumbsTo(person)}>
			<Lede>
				День, с которого началась работа. {whomOf(props.register)} может быть ещё не назван: допишите, когда пара
				сложится.
			</Lede>
			<WithWhom {...props} button="Записать вхождение">
				<DateField name="from" label="С какого дня" required {...{ values, problems }} />
			</WithWhom>
		</Page>
	);
};

/** With whom, once the pair has come together. */
export const ChangeProgrammePage = (props: Paired) => (
	<Page view={props.view} title="С кем и как идёт программа" crumbs={crumbsTo(props.person)}>
		<Lede>Дни записаны отдельно: здесь только пара и форма работы.</Lede>
		<KeptByPair pair={props.pair}>Это ведёт пара: изменения делают на её странице.</KeptByPair>
		<WithWhom {...props} button="Записать пару">
			<input type="hidden" name="version" value={props.values.version} />
		</WithWhom>
	</Page>
);

const WithWhom = ({
	person,
	action,
	register,
	partners,
	values,
	problems = {},
	button,
	children
}: Omit<Paired, 'view'> & { button: string; children?: Child }) => {
	const given = { values, problems };
	return (
		<form method="post" action={action}>
			<ErrorSummary problems={problems} />
			<FormToken values={values} />
			{children}
			<Select
				name="partner"
				label={whomOf(register)}
				empty="не выбран"
				options={Object.fromEntries(partners.map(({ id, name }) => [id, name]))}
				{...given}
			/>
			<Field
				name="partnerNote"
				label="Если из другой организации или их несколько"
				maxlength={300}
				optional
				{...given}
			/>
			<Select name="form" label="Форма наставничества" empty="не выбрана" options={formats} {...given} />
			<div class="buttons">
				<Button>{button}</Button>
				<LinkButton href={`/registry/people/${person.id}`} kind="quiet">
					Не записывать
				</LinkButton>
			</div>
		</form>
	);
};

/** «Завершил»: how it ended and what came of it. */
export const EndProgrammePage = ({ view, person, action, values, problems = {}, pair }: Props) => {
	const given = { values, problems };
	return (
		<Page view={view} title="Завершил программу" crumbs={crumbsTo(person)}>
			<Lede>Эти слова войдут в столбцы «Результаты программы» и «Отметка о прохождении программы».</Lede>
			<KeptByPair pair={pair}>Последний день и чем закончилось, ведёт пара. Здесь – результаты и ссылка.</KeptByPair>
			<form method="post" action={action}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={values.version} />
				<DateField name="on" label="Последний день" required {...given} />
				<RadioGroup name="outcome" label="Чем закончилось" options={programmeOutcomes} {...given} />
				<TextArea name="results" label="Результаты" rows={3} maxlength={3000} optional {...given} />
				<Field name="caseUrl" label="Ссылка на кейс или отзыв" inputmode="url" maxlength={500} optional {...given} />
				<div class="buttons">
					<Button>Записать завершение</Button>
					<LinkButton href={`/registry/people/${person.id}`} kind="quiet">
						Не записывать
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};
