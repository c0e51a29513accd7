import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Closes } from '../../../ui/closes';
import {
	Button,
	Checkbox,
	DateField,
	ErrorSummary,
	Field,
	FormToken,
	LinkButton,
	Select,
	TextArea
} from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Table } from '../../../ui/table';
import { Lede, Quiet } from '../../../ui/text';
import { UndoGuest } from '../../../ui/undo-guest';
import { Steps } from '../../../ui/wizard';
import { roles } from '../../matching/rules/score/roles';
import { formats } from '../../registry/rules/registers';
import type { Closable } from '../../roadmap/rules/closable';
import type { Choice } from '../queries/choosing';
import type { Guest } from '../queries/guests';
import type { PersonRef } from '../rules/people';
import { pairsCrumb } from './crumb';
import { OrderFields } from './order';

type Person = PersonRef & { post: string };
const steps = (mentee = '') => [
	{ label: 'Кому', href: '/mentorships/new' },
	{ label: 'Кто поможет', ...(mentee && { href: `/mentorships/new?mentee=${mentee}` }) },
	{ label: 'Срок и бумаги' }
];
const Frame = ({ view, at, mentee, children }: { view: View; at: number; mentee?: string; children?: Child }) => (
	<Page view={view} title="Назначить наставника" crumbs={[pairsCrumb]}>
		<Steps steps={steps(mentee)} current={at} />
		{children}
	</Page>
);
const named = (people: readonly Person[]) =>
	Object.fromEntries(people.map(({ id, name, post }) => [id, post ? `${name}, ${post}` : name]));

type Waiting = { personId: string; name: string; post: string; requests: readonly { words: string }[] };

/** Step 1: those in the register without a mentor first; anybody else by name. */
export const WhomPage = ({
	view,
	waiting,
	staff,
	gone
}: {
	view: View;
	waiting: readonly Waiting[];
	staff: readonly Person[];
	gone: boolean;
}) => (
	<Frame view={view} at={0}>
		<Lede>
			{waiting.length > 0
				? 'Сначала те, кто в банке наставляемых и пока без наставника.'
				: 'В банке наставляемых все с наставниками. Можно назначить и тому, кого в банке нет.'}
		</Lede>
		{waiting.length > 0 && (
			<Table
				caption="Без наставника"
				columns={[
					{
						...{ head: 'Кто', main: true },
						cell: ({ personId, name, post }: Waiting) => (
							<>
								<a href={`/mentorships/new?mentee=${personId}`}>{name}</a>
								<span class="result">{post}</span>
							</>
						)
					},
					{ head: 'О чём просит', cell: ({ requests }: Waiting) => requests[0]?.words ?? '' }
				]}
				rows={waiting}
			/>
		)}
		{gone && <ErrorSummary problems={{ mentee: 'Этот человек здесь больше не работает. Выберите другого.' }} />}
		<form method="get" action="/mentorships/new">
			<Select name="mentee" label="Кто-то другой" empty="выберите сотрудника" options={named(staff)} />
			<Button kind={waiting.length > 0 ? 'secondary' : 'primary'}>Дальше</Button>
		</form>
	</Frame>
);

/** Step 2: three with their reasons; the whole staff is a fold away. */
export const WhoHelpsPage = ({ view, choice, mentor }: { view: View; choice: Choice; mentor?: string | undefined }) => {
	const { mentee, suggestions, staff, request } = choice;
	return (
		<Frame view={view} at={1} mentee={mentee.id}>
			<Lede>
				{mentee.name}
				{mentee.post && `, ${mentee.post}`}
				{request && `: «${request}»`}
			</Lede>
			{suggestions.length === 0 && (
				<Empty title="Предложить пока некого" icon="person">
					<p>Внесите наставников в банк с тем, чем они могут помочь, или выберите сотрудника сами.</p>
				</Empty>
			)}
			<form method="get" action="/mentorships/new">
				<input type="hidden" name="mentee" value={mentee.id} />
				{suggestions.length > 0 && (
					<fieldset class="field">
						<legend>Кто поможет</legend>
						{suggestions.map(({ id, name, post, reasons, warnings, points }, at) => (
							<div class="choice">
								<input
									type="radio"
									id={`mentor-${id}`}
									name="mentor"
									value={id}
									checked={mentor ? mentor === id : at === 0}
									aria-describedby={`mentor-${id}-hint`}
								/>
								<label for={`mentor-${id}`}>
									{name} <Quiet>{post}</Quiet>
								</label>
								<p class="hint" id={`mentor-${id}-hint`}>
									{points !== undefined && `${points} из 1000. `}
									{reasons.join(points === undefined ? '; ' : '. ')}
									{warnings.length > 0 && `. Обратите внимание: ${warnings.join('; ')}`}
								</p>
							</div>
						))}
					</fieldset>
				)}
				<Fold label="Выбрать из всех сотрудников" open={suggestions.length === 0}>
					<Select name="other" label="Наставник" empty="выберите" options={named(staff)} />
				</Fold>
				<p>
					<a href={`/mentorship-guests/new?mentee=${mentee.id}`}>Наставник из другой организации</a>
				</p>
				<div class="buttons">
					<Button>Дальше</Button>
					<LinkButton href="/mentorships/new" kind="quiet">
						Выбрать другого наставляемого
					</LinkButton>
				</div>
			</form>
		</Frame>
	);
};

type Last = {
	view: View;
	/** The mentor, if of another organisation and with nobody yet: entered a moment ago. */
	guest?: Guest | undefined;
	mentee: Person;
	mentor: Person;
	staff: readonly Person[];
	closable: readonly Closable[];
	closes?: readonly string[] | undefined;
	values: Values;
	problems?: Problems;
};

/** Step 3: the term, and whatever of the papers there is already. Nothing has to be there. */
export const TermPage = ({ view, guest, mentee, mentor, staff, closable, closes, values, problems = {} }: Last) => {
	const given = { values, problems };
	return (
		<Frame view={view} at={2} mentee={mentee.id}>
			<Lede>
				{mentor.name} → {mentee.name}. Что уже собрано, отметьте; остальное программа напомнит.
			</Lede>
			{guest && (
				<p>
					Из другой организации: {[guest.post, guest.worksAt].filter(Boolean).join(', ')}. Связь: {guest.contact}.
				</p>
			)}
			{guest && <UndoGuest {...{ guest }} leads={false} />}
			<form method="post" action="/mentorships">
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="mentee" value={mentee.id} />
				<input type="hidden" name="mentor" value={mentor.id} />
				<DateField name="from" label="С какого дня" {...given} />
				<DateField name="to" label="По какой день" {...given} />
				<Select name="kind" label="Вид наставничества" options={formats} {...given} />
				<Fold
					label="Подробнее: что делает наставник, второй наставник, исключения"
					open={!!(values.content || values.second || values.roles || values.inJobFunction || values.notEmployee)}
				>
					<TextArea
						name="content"
						label="Что делает наставник"
						hint="Войдёт в соглашение: содержание работы (ст. 351.8 ТК РФ, ч. 2)"
						rows={2}
						maxlength={2000}
						optional
						{...given}
					/>
					<Select name="second" label="Второй наставник" empty="не нужен" options={named(staff)} {...given} />
					<Select
						name="roles"
						label="Роли, если наставников двое"
						empty="без ролей"
						options={{
							subject: `${mentor.name} – ${roles.subject}, второй – ${roles.method}`,
							method: `${mentor.name} – ${roles.method}, второй – ${roles.subject}`
						}}
						{...given}
					/>
					<Checkbox
						name="inJobFunction"
						label="Помощь новичкам уже в трудовой функции наставника"
						hint="Тогда соглашение и доплата не нужны"
						{...given}
					/>
					<Checkbox
						name="notEmployee"
						label="Наставляемый здесь не работает: студент-практикант"
						hint="Ст. 351.8 ТК РФ не применяется"
						{...given}
					/>
				</Fold>
				<fieldset class="field">
					<legend>Что уже есть</legend>
					<Checkbox name="words" label="Оба согласны на словах" {...given} />
					<Checkbox name="consents" label="Подписаны согласия обоих участвовать" {...given} />
					<Checkbox name="agreement" label="Подписано дополнительное соглашение с наставником" {...given} />
				</fieldset>
				<DateField name="papersOn" label="Каким днём собрано" {...given} />
				<Fold label="Номер соглашения и доплата" open={!!(values.agreementNumber || values.pay)}>
					<Field name="agreementNumber" label="Номер соглашения" maxlength={50} optional {...given} />
					<Field
						name="pay"
						label="Доплата: размер и основание"
						hint="Например: 10 % оклада, п. 4.2 Положения об оплате труда"
						maxlength={300}
						optional
						{...given}
					/>
				</Fold>
				<Fold label="Приказ уже подписан" open={!!(values.orderNumber || problems.signedOn || problems.anyway)}>
					<OrderFields {...given} number="orderNumber" />
					<Closes closable={closable} chosen={closes} today={view.now.today} />
				</Fold>
				<div class="buttons">
					<Button>Назначить наставника</Button>
					<LinkButton href={`/mentorships/new?mentee=${mentee.id}`} kind="quiet">
						Назад
					</LinkButton>
				</div>
			</form>
		</Frame>
	);
};
