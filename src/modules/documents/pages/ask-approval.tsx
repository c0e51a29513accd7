import { roleName } from '../../../core/actor';
import { showDate } from '../../../core/dates';
import { Button, DateField, Field, FormToken, RadioGroup, Select, TextArea } from '../../../ui/form';
import { Fold } from '../../../ui/report';
import { mainFirst } from '../../access/rules/roles';
import { approvalKinds, outcomes } from '../rules/life';
import type { DocumentProps } from './document';

const fields = {
	ask: ['approvalKind', 'whom', 'name', 'post', 'askedOn', 'dueOn'],
	answer: ['approval', 'outcome', 'answeredOn', 'words']
} as const;

/** A form that comes back is open and holds what was typed. */
function given(form: keyof typeof fields, { values, problems = {} }: DocumentProps) {
	const back = fields[form].some((name) => problems[name] !== undefined);
	return { open: back, controls: back ? { values, problems } : { values: {}, problems: {} } };
}

/** Whom to ask: somebody of the staff, or a name for those who are nobody here. */
export const AskForm = (props: DocumentProps) => {
	const { document, askable, view } = props;
	const { open, controls } = given('ask', props);
	const { kind } = view.actor.organisation;
	const people = askable.map(({ id, name, post, roles }) => {
		const known = mainFirst(roles)
			.filter((role) => role !== 'teacher')
			.map((role) => roleName(role, kind))
			.join(', ');
		return [id, [name, post, known].filter(Boolean).join(' · ')];
	});
	const today = showDate(view.now.today);
	const values = { approvalKind: 'visa', askedOn: today, ...controls.values };
	const more = { values, problems: controls.problems };
	return (
		<Fold label="Попросить визу или мнение профсоюза" open={open}>
			<form method="post" action={`/documents/made/${document.id}/approvals`}>
				<FormToken values={{ token: crypto.randomUUID() }} />
				<RadioGroup
					name="approvalKind"
					label="Что нужно"
					options={{
						visa: approvalKinds.visa,
						union: {
							label: approvalKinds.union,
							hint: 'Для локальных актов: пять рабочих дней со дня, когда профсоюз получил проект (ст. 372 ТК РФ). Срок посчитается сам'
						}
					}}
					{...more}
				/>
				<Select name="whom" label="Кто" options={Object.fromEntries(people)} empty="не из списка" optional {...more} />
				<div class="dates">
					<Field
						name="name"
						label="Имя, если в списке нет"
						hint="Например, юрист управления: ответ запишете с бумаги"
						maxlength={200}
						optional
						{...more}
					/>
					<Field name="post" label="Должность" maxlength={200} optional {...more} />
				</div>
				<div class="dates">
					<DateField name="askedOn" label="Когда передали проект" {...more} />
					<DateField name="dueOn" label="Ответить по" optional {...more} />
				</div>
				<Button kind="secondary" icon="check">
					Попросить
				</Button>
			</form>
		</Fold>
	);
};

/** What was signed on paper, the union's letter, or its silence within the term. */
export const AnswerForm = (props: DocumentProps) => {
	const { document, view } = props;
	const { open, controls } = given('answer', props);
	const waiting = document.approvalList.filter(({ outcome, stale }) => !outcome || stale);
	const { silent, ...said } = outcomes;
	const union = waiting.some(({ kind }) => kind === 'union');
	const values = {
		...(waiting.length === 1 && { approval: waiting[0]?.id }),
		answeredOn: showDate(view.now.today),
		...controls.values
	};
	const more = { values, problems: controls.problems };
	return (
		<Fold label="Записать ответ с бумаги" open={open}>
			<form method="post" action={`/documents/made/${document.id}/approvals/answers`}>
				<FormToken values={{ token: crypto.randomUUID() }} />
				<Select
					name="approval"
					label="Чей ответ"
					options={Object.fromEntries(waiting.map(({ id, name }) => [id, name]))}
					{...more}
				/>
				<RadioGroup
					name="outcome"
					label="Что ответили"
					options={{
						...said,
						...(union && {
							silent: { label: silent, hint: 'Профсоюз: пять рабочих дней прошли, мнения нет' }
						})
					}}
					{...more}
				/>
				<DateField name="answeredOn" label="Каким днём" {...more} />
				<TextArea name="words" label="Замечания" rows={3} maxlength={4000} optional {...more} />
				<Button kind="secondary" icon="check">
					Записать ответ
				</Button>
			</form>
		</Fold>
	);
};
