import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import {
	Button,
	Buttons,
	Checkbox,
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
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { dayText, Lede } from '../../../ui/text';
import type { Ask } from '../rules/library/asks';
import type { OwnTemplate, OwnTemplateCode } from '../rules/library/templates';
import { inputsOf } from '../rules/particulars';
import { documentsCrumb } from './words';

type Props = {
	view: View;
	code: OwnTemplateCode;
	template: OwnTemplate;
	staff: readonly { id: string; name: string }[];
	plans: readonly { id: string; title: string }[];
	events: readonly { id: string; title: string; heldOn: string }[];
	/** Whom the form names, by question. */
	chosen: Readonly<Record<string, readonly string[]>>;
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

/** What stands nowhere in the program: a few questions, and the paper. */
export const ParticularsPage = (props: Props) => {
	const { view, code, template, values, problems = {}, theirs } = props;
	return (
		<Page
			view={view}
			title={template.title}
			crumbs={[documentsCrumb, { href: `/documents/${code}`, label: 'Шаблон и поля' }]}
		>
			<Lede>
				Остальное программа знает сама. Пустое останется местом, чтобы вписать от руки; ответы сохранятся до следующего
				раза.
			</Lede>
			{theirs && <Theirs asks={template.asks} theirs={theirs} />}
			<form method="post" action={`/documents/${code}/particulars`}>
				<ErrorSummary problems={problems} title="Документ ещё не сделан" />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version} />
				{template.asks.map((ask) => (
					<Question ask={ask} {...props} />
				))}
				<Buttons>
					<Button>Сделать документ</Button>
					<LinkButton href={`/documents/${code}`} kind="quiet">
						Не сейчас
					</LinkButton>
				</Buttons>
			</form>
		</Page>
	);
};

const Theirs = ({ asks, theirs }: { asks: readonly Ask[]; theirs: Values }) => (
	<Note tone="warm" title="Пока вы писали, этот документ сделал кто-то другой">
		<p>Ваши ответы ниже; нажмите ещё раз, если верны они. В том документе стоит:</p>
		<ul>
			{asks
				.flatMap((ask) => inputsOf(ask).map((name) => [ask, theirs[name]] as const))
				.filter(([{ kind }, text]) => text && ['day', 'line', 'lines', 'paper'].includes(kind))
				.map(([{ label }, text]) => (
					<li>
						{label}: {text}
					</li>
				))}
		</ul>
	</Note>
);

const optionsOf = <T extends { id: string }>(all: readonly T[], label: (one: T) => string) =>
	Object.fromEntries(all.map((one) => [one.id, label(one)]));

const Question = ({ ask, view, staff, plans, events, chosen, values, problems = {} }: Props & { ask: Ask }) => {
	const { name, label, kind, hint, choices = {} } = ask;
	const given = { name, label, values, problems, ...(hint && { hint }) };
	switch (kind) {
		case 'day':
			return <DateField {...given} hint={hint ? `${hint}. ДД.ММ.ГГГГ` : 'ДД.ММ.ГГГГ'} optional />;
		case 'line':
			return <Field {...given} optional />;
		case 'lines':
			return <TextArea {...given} rows={5} optional />;
		case 'tick':
			return <Checkbox {...given} />;
		case 'choice':
			return <RadioGroup {...given} options={choices} />;
		case 'person':
			return <Select {...given} empty="никого" options={optionsOf(staff, (one) => one.name)} optional />;
		case 'plan':
			return <Select {...given} options={optionsOf(plans, ({ title }) => title)} />;
		case 'event':
			return (
				<Select
					{...given}
					options={optionsOf(events, ({ title, heldOn }) => `${title}, ${dayText(heldOn, view.now.today)}`)}
				/>
			);
		case 'people':
			return <People {...{ ask, staff }} chosen={chosen[name] ?? []} problem={problems[name]} />;
		default:
			return <PaperFields {...{ ask, values, problems }} />;
	}
};

/** «от … № …» */
const PaperFields = ({ ask, values, problems }: Pick<Props, 'values' | 'problems'> & { ask: Ask }) => {
	const [on = '', number = ''] = inputsOf(ask);
	return (
		<fieldset class="field">
			<legend>
				{ask.label} <span class="optional">(необязательно)</span>
			</legend>
			{ask.hint && <p class="hint">{ask.hint}</p>}
			<DateField name={on} label="От" {...{ values, problems }} />
			<Field name={number} label="Номер" class="short" maxlength={40} {...{ values, problems }} />
		</fieldset>
	);
};

type PeopleProps = Pick<Props, 'staff'> & { ask: Ask; chosen: readonly string[]; problem: string | undefined };

const People = ({ ask: { name, label, hint }, staff, chosen, problem }: PeopleProps) => (
	<Fold label={chosen.length > 0 ? `${label}: выбрано ${chosen.length}` : label} open={chosen.length > 0 || !!problem}>
		<fieldset class={problem ? 'field wrong' : 'field'} id={name}>
			<legend>{label}</legend>
			{hint && <p class="hint">{hint}</p>}
			{problem && <p class="problem">{problem}</p>}
			{staff.map(({ id, name: who }) => (
				<div class="choice">
					<input type="checkbox" id={`${name}-${id}`} name={name} value={id} checked={chosen.includes(id)} />
					<label for={`${name}-${id}`}>{who}</label>
				</div>
			))}
		</fieldset>
	</Fold>
);
