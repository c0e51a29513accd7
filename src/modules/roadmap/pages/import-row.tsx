import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Conflict } from '../../../ui/conflict';
import { ActionForm, Button, ErrorSummary, Field, FormToken, LinkButton, Select, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import type { RoadmapImport } from '../queries/imports';
import { capabilities } from '../rules/capabilities';
import type { Draft, DraftActivity } from '../rules/draft';
import { rowAddress } from '../rules/row-order';
import type { Piece } from '../rules/understanding';
import { deadlineText } from './deadline-text';
import { noticeOf } from './import-notice';
import { importsCrumb, roadmapCrumb } from './import-steps';
import { placeText } from './place-text';

type Common = {
	view: View;
	id: string;
	draft: Draft;
	values: Values;
	problems?: Problems;
	theirs?: Values | undefined;
};

const labels = {
	title: 'Мероприятие',
	deadline: 'Срок словами',
	responsible: 'Ответственные',
	results: 'Результат',
	capability: 'Чем выполняется',
	stage: 'Этап'
};

/** The fields of a row; responsible and results stand one a line. */
const Fields = ({
	draft,
	values,
	problems,
	understood
}: Pick<Common, 'draft' | 'values' | 'problems'> & { understood?: string }) => (
	<>
		<FormToken values={values} />
		<input type="hidden" name="version" value={values.version} />
		{values.order && <input type="hidden" name="order" value={values.order} />}
		<TextArea name="title" label={labels.title} rows={2} required {...{ values, problems }} />
		<Field
			name="deadline"
			label={labels.deadline}
			hint={
				understood
					? `Сейчас понято так: ${understood}. Исправите слова – поймём заново.`
					: 'Как в плане: «сентябрь 2026», «до 20 мая ежегодно», «в течение года», «по мере необходимости»'
			}
			optional
			maxlength={500}
			{...{ values, problems }}
		/>
		<TextArea
			name="responsible"
			label={labels.responsible}
			hint="Каждый с новой строки"
			optional
			rows={2}
			{...{ values, problems }}
		/>
		<TextArea
			name="results"
			label={labels.results}
			hint="Каждый с новой строки"
			optional
			rows={2}
			{...{ values, problems }}
		/>
		<Select
			name="capability"
			label={labels.capability}
			hint="Куда вести из плана, когда придёт время"
			empty="не выбрано"
			options={Object.fromEntries(Object.entries(capabilities).map(([code, { name }]) => [code, name]))}
			{...{ values, problems }}
		/>
		{draft.stages.length > 0 && (
			<Select
				name="stage"
				label={labels.stage}
				empty="без этапа"
				options={Object.fromEntries(
					draft.stages.map(({ key, number, title }) => [key, `${number ? `${number}. ` : ''}${title}`])
				)}
				{...{ values, problems }}
			/>
		)}
	</>
);

/** What is said in words of the stage and the capability instead of their codes. */
const inWords = (draft: Draft, values: Values): Values => ({
	...values,
	stage: draft.stages.find(({ key }) => key === values.stage)?.title ?? '',
	capability: values.capability ? capabilities[values.capability as keyof typeof capabilities]?.name : ''
});

type RowPage = Omit<Common, 'id' | 'draft'> & {
	found: RoadmapImport & { draft: Draft };
	row: DraftActivity;
	above: DraftActivity | undefined;
	/** Cells of the file which the row was read from. */
	pieces: readonly Piece[];
	tokens: { split: string; merge: string; remove: string; begin: string; undo: string };
	splitProblems?: Problems | undefined;
	splitValues?: Values | undefined;
};

export const RowPage = ({ view, found, row, above, pieces, values, problems, theirs, tokens, ...more }: RowPage) => {
	const { draft } = found;
	const list = `/roadmap/imports/${found.id}`;
	const here = `${list}/activities/${row.key}`;
	const back = rowAddress(list, row.key, { order: values.order === 'document' ? 'document' : undefined });
	return (
		<Page
			view={view}
			title="Исправить мероприятие"
			notice={noticeOf(view, found, tokens.undo)}
			crumbs={[roadmapCrumb, importsCrumb, { href: back, label: 'Что понято' }]}
		>
			{row.doubts.length > 0 && (
				<Note tone="warm" title="На что взглянуть">
					<ul>
						{row.doubts.map(({ why }) => (
							<li>{why}</li>
						))}
					</ul>
				</Note>
			)}
			<Conflict theirs={theirs && inWords(draft, theirs)} mine={inWords(draft, values)} labels={labels} />
			<form method="post" action={here}>
				<ErrorSummary problems={problems} />
				<Fields {...{ draft, values }} problems={problems ?? {}} understood={deadlineText(row.deadline, true)} />
				<div class="buttons">
					<Button>Исправить мероприятие</Button>
					<Button kind="secondary" name="onward" value="next">
						Исправить и к следующему неясному
					</Button>
					<LinkButton kind="quiet" href={back}>
						Не менять
					</LinkButton>
				</div>
			</form>
			{pieces.length > 0 && (
				<Fold label="Как это стоит в файле">
					<ul>
						{pieces.map((piece) => (
							<li>
								{piece.text} <span class="quiet">{placeText(piece.place)}</span>
							</li>
						))}
					</ul>
				</Fold>
			)}
			<Card title="Если строка прочитана не так">
				<Split {...{ here, row }} token={tokens.split} problems={more.splitProblems} values={more.splitValues} />
				<div class="buttons">
					{above && (
						<ActionForm action={`${here}/merging`} label="Объединить с предыдущим" icon="link" token={tokens.merge} />
					)}
					<ActionForm action={`${list}/selection`} label="Убрать из плана" icon="cross" token={tokens.remove}>
						<input type="hidden" name="row" value={row.key} />
						<input type="hidden" name="act" value="remove" />
					</ActionForm>
					<LinkButton href={`${list}/activities/new?after=${row.key}`} icon="plus">
						Добавить после него
					</LinkButton>
				</div>
				{above && <p class="quiet">Предыдущее: {above.title}</p>}
				<Fold label="Отсюда начинается новый этап">
					<form method="post" action={`${list}/stages`}>
						<FormToken values={{ token: tokens.begin }} />
						<input type="hidden" name="row" value={row.key} />
						<Field name="stageTitle" label="Название этапа" maxlength={1000} required />
						<Button kind="secondary">Начать этап</Button>
					</form>
				</Fold>
			</Card>
		</Page>
	);
};

/** Where to cut is proposed: at «;» and at the ends of sentences. */
const proposed = (title: string) => title.replace(/;\s+/g, ';\n').replace(/([а-яё]{3,}[.!?])\s+(?=[А-ЯЁ])/g, '$1\n');

const Split = ({
	here,
	row,
	token,
	problems = {},
	values
}: {
	here: string;
	row: DraftActivity;
	token: string;
	problems?: Problems | undefined;
	values?: Values | undefined;
}) => (
	<Fold label="Это несколько мероприятий" open={values !== undefined}>
		<form method="post" action={`${here}/splitting`}>
			<FormToken values={{ token }} />
			<input type="hidden" name="version" value={values?.version ?? String(row.changed)} />
			<TextArea
				name="titles"
				label="Мероприятия, каждое с новой строки"
				hint="Срок, ответственные и результат у всех останутся те же."
				rows={4}
				values={values ?? { titles: proposed(row.title) }}
				problems={problems}
			/>
			<Button kind="secondary">Разделить</Button>
		</form>
	</Fold>
);

export const NewRowPage = ({ view, id, draft, values, problems }: Common) => {
	const list = `/roadmap/imports/${id}`;
	return (
		<Page
			view={view}
			title="Новое мероприятие"
			crumbs={[roadmapCrumb, importsCrumb, { href: list, label: 'Что понято' }]}
		>
			<form method="post" action={`${list}/activities`}>
				<ErrorSummary problems={problems} />
				<input type="hidden" name="after" value={values.after} />
				<Fields {...{ draft, values }} problems={problems ?? {}} />
				<div class="buttons">
					<Button>Добавить мероприятие</Button>
					<LinkButton kind="quiet" href={list}>
						Не добавлять
					</LinkButton>
				</div>
			</form>
		</Page>
	);
};
