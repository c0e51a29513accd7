import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Button, Checkbox, ErrorSummary, FormToken, LinkButton, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, Moment } from '../../../ui/text';
import type { ConsentText } from '../queries/texts';
import {
	allKinds,
	blanksIn,
	type ConsentKind,
	consentKinds,
	consentParts,
	requiredParts,
	whyAsked
} from '../rules/kinds';
import { sheetOf } from '../rules/sheet';
import { SheetView } from './sheets';

type ListProps = {
	view: View;
	texts: ReadonlyMap<ConsentKind, ConsentText>;
	asked: readonly ConsentKind[];
	strict: boolean;
	values: Values;
	problems?: Problems;
};

/** The texts of all kinds, and what the school asks. */
export const TextsPage = ({ view, texts, asked, strict, values, problems = {} }: ListProps) => {
	const own = allKinds.filter((kind) => texts.has(kind)).length;
	return (
		<Page
			view={view}
			title="Тексты согласий"
			crumbs={[{ href: '/consents', label: 'Согласия' }]}
			notice={view.saved === 'published' ? 'Новая редакция опубликована' : undefined}
		>
			<Lede>
				{own === allKinds.length
					? 'Все тексты прочитаны и опубликованы.'
					: `Своих текстов ${own} из ${allKinds.length}; остальные – начальные тексты программы, их стоит прочитать и опубликовать.`}
			</Lede>
			<Table
				caption="Тексты согласий"
				columns={[
					{
						head: 'Вид согласия',
						main: true,
						cell: (kind) => <a href={`/consents/texts/${kind}`}>{consentKinds[kind].name}</a>
					},
					{ head: 'Зачем', cell: (kind) => whyAsked[kind], width: 'wide' },
					{
						head: 'Редакция',
						cell: (kind) => {
							const text = texts.get(kind);
							return text ? (
								<>
									редакция {text.number},{' '}
									<Moment at={text.publishedAt} timeZone={view.actor.timeZone} today={view.now.today} />
								</>
							) : (
								<span class="quiet">текст программы</span>
							);
						}
					}
				]}
				rows={allKinds}
			/>
			<Card title="Что спрашивать у участников">
				<form method="post" action="/consents/settings">
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<input type="hidden" name="version" value={values.version} />
					{allKinds.map((kind) => (
						<div class="choice">
							<input type="checkbox" id={`asked-${kind}`} name="asked" value={kind} checked={asked.includes(kind)} />
							<label for={`asked-${kind}`}>{consentKinds[kind].name}</label>
						</div>
					))}
					<Checkbox
						name="strict"
						label="Строго: без этих согласий не вносить в банк"
						hint="Обычно достаточно предупреждения: работодателю для трудовых отношений согласие не нужно."
						values={{ strict: strict ? 'on' : '' }}
					/>
					<div class="buttons">
						<Button kind="secondary">Сохранить порядок</Button>
					</div>
				</form>
			</Card>
		</Page>
	);
};

type TextProps = {
	view: View;
	kind: ConsentKind;
	versions: readonly (ConsentText & { given: number })[];
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

/** One text by its parts, as it will stand on the sheet, and its earlier wordings. */
export const TextPage = ({ view, kind, versions, values, problems = {}, theirs }: TextProps) => {
	const [current] = versions;
	const blanks = blanksIn(kind, values);
	const example = { name: 'Фамилия Имя Отчество', post: 'должность' };
	return (
		<Page
			view={view}
			title={consentKinds[kind].name}
			crumbs={[
				{ href: '/consents', label: 'Согласия' },
				{ href: '/consents/texts', label: 'Тексты' }
			]}
		>
			<Lede>
				{current
					? `Действует редакция ${current.number}, по ней дано ${counted(current.given, ['согласие', 'согласия', 'согласий'])}. Новая редакция их не меняет.`
					: 'Ниже начальный текст программы. Прочитайте, заполните пробелы и опубликуйте как свой.'}
			</Lede>
			{theirs && (
				<Note tone="warm" title="Пока вы правили, опубликована другая редакция">
					{requiredParts[kind].map((part) => (
						<p>
							<strong>{consentParts[part]}.</strong> {theirs[part]}
						</p>
					))}
				</Note>
			)}
			{blanks.length > 0 && (
				<Note tone="warm" title="Заполните пробелы">
					<p>{blanks.map((part) => consentParts[part]).join('; ')}.</p>
				</Note>
			)}
			<form method="post" action={`/consents/texts/${kind}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="version" value={theirs?.version ?? values.version} />
				{requiredParts[kind].map((part) => (
					<TextArea name={part} label={consentParts[part]} rows={3} maxlength={4000} {...{ values, problems }} />
				))}
				<div class="buttons">
					<Button>Опубликовать редакцию {(current?.number ?? 0) + 1}</Button>
					<LinkButton href="/consents/texts" kind="quiet">
						Не менять
					</LinkButton>
				</div>
			</form>
			<Fold label="Как это будет на листе">
				<SheetView sheet={sheetOf(kind, values, example, true)} />
			</Fold>
			{versions.slice(1).map(({ number, parts, publishedAt, who, given }) => (
				<Fold label={`Редакция ${number}: ${counted(given, ['согласие', 'согласия', 'согласий'])}`}>
					<p class="quiet">
						<Moment at={publishedAt} timeZone={view.actor.timeZone} today={view.now.today} />, {who}
					</p>
					<SheetView sheet={sheetOf(kind, parts, example, true)} />
				</Fold>
			))}
		</Page>
	);
};
