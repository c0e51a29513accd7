import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../core/forms';
import { Icon, type IconName } from './icon';

/** What every control takes; everything else goes to the control itself (`maxlength`, `required`, `autocomplete` …). */
export type Control = {
	name: string;
	label: string;
	values?: Values | undefined;
	problems?: Problems | undefined;
	hint?: Child;
	/** Says «необязательно» after the label. */
	optional?: boolean;
} & Record<string, unknown>;

type RowProps = Pick<Control, 'name' | 'label' | 'hint' | 'optional'> & {
	problem?: string | undefined;
	children?: Child;
};

/** A label, a hint, what is wrong, and the control, in the order in which they are read. */
const Row = ({ name, label, hint, optional, problem, children }: RowProps) => (
	<div class={problem ? 'field wrong' : 'field'}>
		<label for={name}>
			{label}
			{optional && <span class="optional"> (необязательно)</span>}
		</label>
		<Notes {...{ name, hint, problem }} />
		{children}
	</div>
);

const Notes = ({ name, hint, problem }: Pick<RowProps, 'name' | 'hint' | 'problem'>) => (
	<>
		{hint && (
			<p class="hint" id={`${name}-hint`}>
				{hint}
			</p>
		)}
		{problem && (
			<p class="problem" id={`${name}-problem`}>
				<Icon name="alert" />
				{problem}
			</p>
		)}
	</>
);

function described(name: string, hint: Child, problem: string | undefined) {
	const ids = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
	return { ...(ids && { 'aria-describedby': ids }), ...(problem && { 'aria-invalid': 'true' as const }) };
}

/** One line of text. */
export const Field = ({ name, label, values = {}, problems = {}, hint, optional, ...rest }: Control) => (
	<Row {...{ name, label, hint, optional }} problem={problems[name]}>
		<input id={name} name={name} value={values[name]} {...described(name, hint, problems[name])} {...rest} />
	</Row>
);

/** A password is never put back into the page. */
export const PasswordField = ({ name, label, values: _, problems = {}, hint, optional, ...rest }: Control) => (
	<Row {...{ name, label, hint, optional }} problem={problems[name]}>
		<input type="password" id={name} name={name} {...described(name, hint, problems[name])} {...rest} />
	</Row>
);

/** Several lines; grows with the text where the browser can. */
export const TextArea = ({
	name,
	label,
	values = {},
	problems = {},
	hint,
	optional,
	rows = 4,
	...rest
}: Control & { rows?: number }) => (
	<Row {...{ name, label, hint, optional }} problem={problems[name]}>
		<textarea id={name} name={name} rows={rows} {...described(name, hint, problems[name])} {...rest}>
			{values[name]}
		</textarea>
	</Row>
);

/** A date typed ДД.ММ.ГГГГ: a native date input follows the language of the browser, not of the school. */
export const DateField = (props: Control) => (
	<Field hint="ДД.ММ.ГГГГ" inputmode="numeric" autocomplete="off" maxlength={10} class="short" data-date {...props} />
);

/** A time of the day, «14:30»; a meeting may have none. */
export const TimeField = (props: Control) => (
	<Field
		hint="Например, 14:30"
		inputmode="numeric"
		autocomplete="off"
		maxlength={5}
		class="short"
		optional
		{...props}
	/>
);

type Options = Record<string, string>;

/** `empty` is the word of the line that chooses nothing. */
export const Select = ({
	name,
	label,
	options,
	empty,
	values = {},
	problems = {},
	hint,
	optional,
	...rest
}: Control & { options: Options; empty?: string }) => (
	<Row {...{ name, label, hint, optional }} problem={problems[name]}>
		<select id={name} name={name} {...described(name, hint, problems[name])} {...rest}>
			{empty !== undefined && <option value="">{empty}</option>}
			{Object.entries(options).map(([value, text]) => (
				<option value={value} selected={values[name] === value}>
					{text}
				</option>
			))}
		</select>
	</Row>
);

type Choice = Pick<Control, 'name' | 'label' | 'values' | 'problems' | 'hint' | 'optional'> & {
	options: Record<string, string | { label: string; hint?: Child }>;
};

/** One of a few, all of them seen at once. */
export const RadioGroup = ({ name, label, options, values = {}, problems = {}, hint, optional }: Choice) => (
	<fieldset class={problems[name] ? 'field wrong' : 'field'} {...described(name, hint, problems[name])}>
		<legend>
			{label}
			{optional && <span class="optional"> (необязательно)</span>}
		</legend>
		<Notes {...{ name, hint }} problem={problems[name]} />
		{Object.entries(options).map(([value, option], index) => {
			const { label: text, hint: about } = typeof option === 'string' ? { label: option, hint: undefined } : option;
			const id = index === 0 ? name : `${name}-${value}`;
			return (
				<div class="choice">
					<input
						type="radio"
						id={id}
						name={name}
						value={value}
						checked={values[name] === value}
						{...described(`${name}-${value}`, about, undefined)}
					/>
					<label for={id}>{text}</label>
					{about && (
						<p class="hint" id={`${name}-${value}-hint`}>
							{about}
						</p>
					)}
				</div>
			);
		})}
	</fieldset>
);

/** A yes or nothing. The value sent is `on` unless `value` says otherwise. */
export const Checkbox = ({
	name,
	label,
	value = 'on',
	values = {},
	problems = {},
	hint,
	...rest
}: Control & { value?: string }) => (
	<div class={problems[name] ? 'field wrong' : 'field'}>
		{problems[name] && <Notes {...{ name }} hint={undefined} problem={problems[name]} />}
		<div class="choice">
			<input
				type="checkbox"
				id={name}
				name={name}
				value={value}
				checked={values[name] === value}
				{...described(name, hint, problems[name])}
				{...rest}
			/>
			<label for={name}>{label}</label>
			{hint && (
				<p class="hint" id={`${name}-hint`}>
					{hint}
				</p>
			)}
		</div>
	</div>
);

/** A file to choose; with script it can also be dropped anywhere on the page. The form needs enctype="multipart/form-data". */
export const FileField = ({ name, label, values: _, problems = {}, hint, optional, ...rest }: Control) => (
	<Row {...{ name, label, hint, optional }} problem={problems[name]}>
		<drop-zone class="drop">
			<Icon name="upload" />
			<input type="file" id={name} name={name} {...described(name, hint, problems[name])} {...rest} />
		</drop-zone>
	</Row>
);

/** All that is wrong, at the top of the form, each line leading to its field. A problem named `form` belongs to no field. */
export const ErrorSummary = ({ problems = {}, title }: { problems?: Problems | undefined; title?: string }) => {
	const entries = Object.entries(problems).filter(([, problem]) => problem);
	return entries.length === 0 ? null : (
		<div class="error-summary" role="alert" tabindex={-1}>
			<h2>
				{title ?? (entries.length === 1 ? 'Не сохранено: поправьте одно место' : 'Не сохранено: поправьте отмеченное')}
			</h2>
			<ul>
				{entries.map(([name, problem]) => (
					<li>{name === 'form' ? problem : <a href={`#${name}`}>{problem}</a>}</li>
				))}
			</ul>
		</div>
	);
};

/** Sent twice, done once. */
export const FormToken = ({ values }: { values: Values }) => <input type="hidden" name="token" value={values.token} />;

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';
type ButtonProps = { kind?: ButtonKind; icon?: IconName; children?: Child } & Record<string, unknown>;

/** The words name the act: «Записать встречу», never «Сохранить». One primary button a page. */
export const Button = ({ kind = 'primary', icon, children, ...rest }: ButtonProps) => (
	<button class={`button ${kind}`} {...rest}>
		{icon && <Icon name={icon} />}
		{children}
	</button>
);

/** A link that looks like a button: leads to a form, does nothing by itself. */
export const LinkButton = ({ href, kind = 'secondary', icon, children, ...rest }: ButtonProps & { href: string }) => (
	<a class={`button ${kind}`} href={href} {...rest}>
		{icon && <Icon name={icon} />}
		{children}
	</a>
);

/** Buttons side by side, the main one first. */
export const Buttons = ({ children }: { children?: Child }) => <div class="buttons">{children}</div>;

/** An act of one button: «Отметить сделанным», «Отменить», «Завершить этот вход». Children are hidden fields. */
export const ActionForm = ({
	action,
	label,
	token,
	kind = 'secondary',
	icon,
	children
}: {
	action: string;
	label: Child;
	token?: string | undefined;
	kind?: ButtonKind;
	icon?: IconName;
	children?: Child;
}) => (
	<form method="post" action={action} class="act">
		{token && <FormToken values={{ token }} />}
		{children}
		<Button kind={kind} {...(icon && { icon })}>
			{label}
		</Button>
	</form>
);
