import { raw } from 'hono/html';
import { counted, dayText, type Forms, plural } from '../../../ui/text';
import { countIn, type Digest, type LetterKind, type Note, type Part, type Readable } from '../rules/letters';

export type LetterText = { subject: string; text: string; html: string };

const things: Forms = ['дело', 'дела', 'дел'];
const deadlines: Forms = ['срок', 'срока', 'сроков'];

type Section = { title: string; part: Part };

const digestSections = ({ overdue, week, waiting, done }: Digest): Section[] => [
	{ title: 'Просрочено', part: overdue },
	{ title: 'На этой неделе', part: week },
	{ title: 'Ждём от других', part: waiting },
	{ title: 'Сделано на прошлой неделе', part: done }
];

/** The parts of a letter that hold something, in the order in which they press. */
export function sectionsOf(letter: Readable) {
	if (letter.kind === 'note') return [];
	const all =
		letter.kind === 'digest'
			? digestSections(letter.contents)
			: [{ title: 'Подходит срок', part: letter.contents.due }];
	return all.filter(({ part }) => countIn(part) > 0);
}

/** «На этой неделе 3 дела, просрочено 1» */
export function headingOf(letter: Readable) {
	if (letter.kind === 'note') return letter.contents.heading;
	if (letter.kind === 'deadlines') {
		const count = countIn(letter.contents.due);
		return `${plural(count, ['Подходит', 'Подходят', 'Подходят'])} ${counted(count, deadlines)}`;
	}
	const [week, overdue] = [countIn(letter.contents.week), countIn(letter.contents.overdue)];
	const ahead = week > 0 ? `На этой неделе ${counted(week, things)}` : 'На этой неделе сроков нет';
	return overdue > 0 ? `${ahead}, просрочено ${overdue}` : ahead;
}

type Given = {
	address: string; // how the program is reached: «https://nastavnik.school.example»
	silence: string; // the address that silences
	today: string;
};

/** A letter in plain text and in simple HTML: the same words. `contents` is what the rules chose. */
export function letterText(kind: LetterKind, contents: unknown, given: Given): LetterText {
	if (kind === 'confirmation') return confirmation((contents as { code: string }).code, given);
	const letter = { kind, contents } as Readable;
	const note = letter.kind === 'note' ? letter.contents : null;
	const heading = headingOf(letter);
	const sections = sectionsOf(letter);
	return {
		subject: heading,
		text: [
			`${heading}.`,
			...(note?.lines ?? []),
			...sections.map((section) => plainSection(section, given)),
			note ? `${note.label}: ${given.address}${note.href}` : `Открыть программу: ${given.address}/today`,
			`Вы получаете это письмо, потому что подтвердили этот адрес в программе «Наставник».\nОтписаться: ${given.silence}\nВыбрать, о чём писать: ${given.address}/my-letters`
		].join('\n\n'),
		html: page(<Letter {...{ heading, sections, given, note }} />)
	};
}

const lineText = (title: string, day: string | null, today: string) =>
	day ? `${dayText(day, today)} – ${title}` : title;

const plainSection = ({ title, part }: Section, { today }: Given) =>
	[
		title.toUpperCase(),
		...part.lines.map(({ title, day }) => `• ${lineText(title, day, today)}`),
		...(part.more > 0 ? [`… и ещё ${part.more}`] : [])
	].join('\n');

type LetterProps = { heading: string; sections: readonly Section[]; given: Given; note: Note | null };

const Letter = ({ heading, sections, given, note }: LetterProps) => (
	<>
		<h1 style="font-size:20px">{heading}</h1>
		{note?.lines.map((line) => (
			<p>{line}</p>
		))}
		{sections.map(({ title, part }) => (
			<>
				<h2 style="font-size:16px">{title}</h2>
				<ul>
					{part.lines.map(({ title, href, day }) => (
						<li>
							{day && `${dayText(day, given.today)} – `}
							<a href={`${given.address}${href}`}>{title}</a>
						</li>
					))}
					{part.more > 0 && <li>… и ещё {part.more}</li>}
				</ul>
			</>
		))}
		<p>
			<a href={`${given.address}${note?.href ?? '/today'}`}>{note?.label ?? 'Открыть программу'}</a>
		</p>
		<p style="font-size:13px">
			Вы получаете это письмо, потому что подтвердили этот адрес в программе «Наставник».
			<br />
			<a href={given.silence}>Отписаться</a> · <a href={`${given.address}/my-letters`}>Выбрать, о чём писать</a>
		</p>
	</>
);

function confirmation(code: string, { address }: Given): LetterText {
	const link = `${address}/my-letters?code=${code}`;
	const [ask, otherwise] = [
		`Чтобы получать сюда письма программы «Наставник», введите код ${code} на странице «Письма и уведомления».`,
		'Код действует сутки. Если вы об этом не просили, ничего не делайте: больше писем не будет.'
	];
	return {
		subject: `Код для почты: ${code}`,
		text: [ask, link, otherwise].join('\n\n'),
		html: page(
			<>
				<p>{ask}</p>
				<p>
					<a href={link}>Открыть страницу</a>
				</p>
				<p>{otherwise}</p>
			</>
		)
	};
}

const page = (body: unknown) =>
	(
		<>
			{raw('<!doctype html>')}
			<html lang="ru">
				<head>
					<meta charset="utf-8" />
				</head>
				<body style="font-family:sans-serif;font-size:16px;line-height:1.5">{body as never}</body>
			</html>
		</>
	).toString();
