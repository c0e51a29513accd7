import type { Child } from 'hono/jsx';
import { Button, FormToken } from './form';
import { Icon, type IconName } from './icon';
import { numberText } from './text';

export type Filter = { href: string; label: string; count?: number; current?: boolean };

/** Filters are links: they live in the address, and each says how many it would show. */
export const Filters = ({ label = 'Показать', filters }: { label?: string; filters: readonly Filter[] }) => (
	<nav class="filters" aria-label={label}>
		<ul>
			{filters.map((filter) => (
				<li>
					<a href={filter.href} aria-current={filter.current ? 'true' : undefined}>
						{filter.label}
						{filter.count !== undefined && <span class="count">{numberText(filter.count)}</span>}
					</a>
				</li>
			))}
		</ul>
	</nav>
);

/** The line above a table: filters at the left, small tools at the right. */
export const Toolbar = ({ children }: { children?: Child }) => <div class="toolbar">{children}</div>;

/** Looks through the rows as one types (with script); sends the words to the server without it. */
export const QuickFilter = ({
	action,
	value,
	label
}: {
	action: string;
	value?: string | undefined;
	label: string;
}) => (
	<quick-filter>
		<search>
			<form class="seek" method="get" action={action}>
				<label class="unseen" for="quick-filter">
					{label}
				</label>
				<Icon name="search" />
				<input
					type="search"
					id="quick-filter"
					name="q"
					value={value}
					placeholder={label}
					autocomplete="off"
					maxlength={200}
				/>
				<p class="unseen" role="status" />
			</form>
		</search>
	</quick-filter>
);

/** Acts on the rows that are ticked. Wraps a `Table` with `choose`; several buttons tell themselves apart by name and value. */
export const BulkForm = ({
	action,
	token,
	bar,
	children
}: {
	action: string;
	token: string;
	bar: Child;
	children?: Child;
}) => (
	<form method="post" action={action} class="bulk">
		<FormToken values={{ token }} />
		{children}
		<bulk-bar class="bulk-bar">
			<span class="chosen" role="status">
				С выбранными:
			</span>
			{bar}
		</bulk-bar>
	</form>
);

export const BulkButton = ({
	name = 'act',
	value,
	icon,
	children
}: {
	name?: string;
	value: string;
	icon?: IconName;
	children?: Child;
}) => (
	<Button kind="secondary" name={name} value={value} {...(icon && { icon })}>
		{children}
	</Button>
);

/** Nothing here yet: says why the place is useful and what to do first, with one button. */
export const Empty = ({
	title,
	icon,
	action,
	children
}: {
	title: string;
	icon?: IconName;
	action?: Child;
	children?: Child;
}) => (
	<div class="empty-state">
		{icon && <Icon name={icon} />}
		<h2>{title}</h2>
		{children}
		{action && <div class="buttons">{action}</div>}
	</div>
);

/** Takes the list away as a file. */
export const Exports = ({ files }: { files: readonly { href: string; label: string }[] }) => (
	<p class="exports">
		<Icon name="download" />
		<span>Скачать:</span>
		{files.map(({ href, label }) => (
			<a href={href} download>
				{label}
			</a>
		))}
	</p>
);
