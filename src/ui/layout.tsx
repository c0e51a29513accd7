import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { favicon, Icon, Mark } from './icon';
import { currentEntry, most, type NavEntry } from './navigation';

export type User = { name: string; role: string; organisation: string };
export type Crumb = { href: string; label: string };

type DocumentProps = {
	title: string;
	refresh?: number | undefined;
	class?: string;
	'data-person'?: string | undefined;
	children?: Child;
};

/** `refresh`: seconds after which a page without script asks again (long work); the script does it more gently. */
const Document = ({ title, refresh, children, ...rest }: DocumentProps) => (
	<>
		{raw('<!doctype html>')}
		<html lang="ru">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
				<meta name="color-scheme" content="light dark" />
				<meta name="theme-color" content="#f6f3ec" media="(prefers-color-scheme: light)" />
				<meta name="theme-color" content="#191c1a" media="(prefers-color-scheme: dark)" />
				<title>{title === 'Наставник' ? title : `${title} · Наставник`}</title>
				<link rel="icon" href={favicon} />
				<link rel="stylesheet" href="/style.css" />
				<script type="module" src="/browser.js" />
				{refresh && (
					<noscript>
						<meta http-equiv="refresh" content={String(refresh)} />
					</noscript>
				)}
			</head>
			<body {...rest}>{children}</body>
		</html>
	</>
);

type LayoutProps = {
	title: string;
	/** From `navigationFor`; beyond seven the rest moves into the person's menu. */
	nav?: readonly NavEntry[];
	/** The page's own path, to mark where one is. */
	current?: string | undefined;
	user?: User | undefined;
	/** Whether there is a search to ask. */
	search?: boolean;
	/** A quiet line that names what was done: «Встреча 5 октября записана». */
	notice?: Child;
	crumbs?: readonly Crumb[];
	/** Buttons beside the title. */
	actions?: Child;
	refresh?: number | undefined;
	children?: Child;
};

/** A page of a person who has signed in. */
export const Layout = ({
	title,
	nav = [],
	current,
	user,
	search = true,
	notice,
	crumbs,
	actions,
	refresh,
	children
}: LayoutProps) => (
	<Document title={title} refresh={refresh} class="framed" data-person={user && `${user.name}, ${user.organisation}`}>
		<a class="skip" href="#page">
			К содержанию
		</a>
		<header class="frame">
			<a class="brand" href="/" aria-label="Наставник">
				<Mark />
				<span>Наставник</span>
			</a>
			{search ? <Search /> : <span />}
			{nav.length > 0 && <Navigation entries={nav.slice(0, most)} current={currentEntry(nav, current)} />}
			{user && <PersonMenu user={user} more={nav.slice(most)} />}
		</header>
		<main id="page" tabindex={-1}>
			{crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
			<div class="page-head">
				<h1>{title}</h1>
				{actions && <div class="buttons">{actions}</div>}
			</div>
			{notice && <Notice>{notice}</Notice>}
			{children}
		</main>
		<footer class="foot">
			{user && <p>{user.organisation}</p>}
			<p>Наставник – свободная программа. Данные хранятся на сервере вашей организации.</p>
		</footer>
	</Document>
);

const Search = () => (
	<search>
		<form class="seek" method="get" action="/search">
			<label class="unseen" for="search">
				Найти
			</label>
			<Icon name="search" />
			<input type="search" id="search" name="q" placeholder="Найти" autocomplete="off" maxlength={200} />
			<span class="key" aria-hidden="true">
				/
			</span>
		</form>
	</search>
);

/** On a phone the first four stand at the thumb, the others behind «Ещё». */
const Navigation = ({ entries, current }: { entries: readonly NavEntry[]; current: NavEntry | undefined }) => {
	const folded = entries.length > 5 ? entries.slice(4) : [];
	return (
		<nav class="rooms" aria-label="Разделы">
			<ul>
				{entries.map((entry) => (
					<li class={folded.includes(entry) ? 'folded' : undefined}>
						<NavLink {...{ entry, current }} />
					</li>
				))}
				{folded.length > 0 && (
					<li class="more">
						<details name="menu" class={current && folded.includes(current) ? 'holds-current' : undefined}>
							<summary>
								<Icon name="menu" />
								<span>Ещё</span>
							</summary>
							<ul class="sheet">
								{folded.map((entry) => (
									<li>
										<NavLink {...{ entry, current }} />
									</li>
								))}
							</ul>
						</details>
					</li>
				)}
			</ul>
		</nav>
	);
};

const NavLink = ({ entry, current }: { entry: NavEntry; current: NavEntry | undefined }) => (
	<a href={entry.href} aria-current={entry === current ? 'page' : undefined}>
		<Icon name={entry.icon} />
		<span class={entry.brief && 'long'}>{entry.label}</span>
		{entry.brief && <span class="brief">{entry.brief}</span>}
	</a>
);

/** What everybody has for themselves. */
const ownPages: readonly NavEntry[] = [
	{ href: '/my-groups', label: 'Моя самооценка', icon: 'person' },
	{ href: '/my-consents', label: 'Мои согласия', icon: 'check' },
	{ href: '/my-data', label: 'Кто видит мои данные', icon: 'lock' },
	{ href: '/notices', label: 'Уведомления', icon: 'mail' },
	{ href: '/my-calendar', label: 'Календарь в телефоне', icon: 'calendar' },
	{ href: '/sessions', label: 'Мои входы и пароль', icon: 'key' }
];

const PersonMenu = ({ user, more }: { user: User; more: readonly NavEntry[] }) => (
	<details name="menu" class="person-menu">
		<summary aria-label={`${user.name}, ${user.role}`}>
			<Icon name="person" />
			<span class="who">
				<span class="name">{user.name}</span>
				<span class="role">{user.role}</span>
			</span>
		</summary>
		<div class="sheet">
			<p class="about">
				<strong>{user.name}</strong>
				<br />
				{user.role}
				<br />
				<a href="/organisation">{user.organisation}</a>
			</p>
			<ul>
				{[...more, ...ownPages].map((entry) => (
					<li>
						<a href={entry.href}>
							<Icon name={entry.icon} />
							{entry.label}
						</a>
					</li>
				))}
				<li>
					<form method="post" action="/sign-out">
						<button type="submit">
							<Icon name="exit" />
							Выйти
						</button>
					</form>
				</li>
			</ul>
		</div>
	</details>
);

export const Crumbs = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
	<nav class="crumbs" aria-label="Где вы">
		<ol>
			{crumbs.map(({ href, label }) => (
				<li>
					<a href={href}>{label}</a>
				</li>
			))}
		</ol>
	</nav>
);

/** Said quietly, read aloud politely; an undo may stand in it. */
export const Notice = ({ children }: { children?: Child }) => (
	<div class="notice" role="status">
		<Icon name="check" />
		<div>{children}</div>
	</div>
);

/** A page without the frame: sign-in, first steps, an error, a slip to print. */
export const SimpleLayout = ({
	title,
	notice,
	wide = false,
	refresh,
	above,
	children
}: {
	title: string;
	notice?: Child;
	wide?: boolean;
	refresh?: number | undefined;
	above?: Child; // of a paper: what stands over its title
	children?: Child;
}) => (
	<Document title={title} refresh={refresh} class={wide ? 'simple wide' : 'simple'}>
		<header class="frame">
			<a class="brand" href="/" aria-label="Наставник">
				<Mark />
				<span>Наставник</span>
			</a>
		</header>
		<main id="page">
			{above}
			<h1>{title}</h1>
			{notice && <Notice>{notice}</Notice>}
			{children}
		</main>
	</Document>
);
