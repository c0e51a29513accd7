import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, Buttons, DateField, ErrorSummary, FormToken, LinkButton } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Table } from '../../../ui/table';
import { counted, Lede } from '../../../ui/text';
import { acquaintedHow } from '../../events/rules/event';
import type { StoredDocument } from '../queries/document';
import { titleOfDocument } from '../rules/life';
import { type Candidate, countIn, readerGroupCodes, readerGroups } from '../rules/readers';
import { documentsCrumb, madeCrumb } from './words';

export const peopleForms = ['человек', 'человека', 'человек'] as const;
const crumbsOf = ({ id, title }: StoredDocument) => [
	documentsCrumb,
	madeCrumb,
	{ href: `/documents/made/${id}`, label: title }
];

type Props = {
	view: View;
	document: StoredDocument;
	candidates: readonly Candidate[];
	chosen: { group: readonly string[]; person: readonly string[] };
	values: Values;
	problems?: Problems;
};

type TickProps = { name: string; value: string; label: string; checked: boolean; disabled?: boolean };
const Tick = ({ name, value, label, checked, disabled = false }: TickProps) => (
	<div class="choice">
		<input type="checkbox" id={`${name}-${value}`} {...{ name, value, checked, disabled }} />
		<label for={`${name}-${value}`}>{label}</label>
	</div>
);

/** Who else is to know a document: by name, or whole groups at once. */
export const AddReadersPage = ({ view, document, candidates, chosen, values, problems = {} }: Props) => (
	<Page view={view} title="Кого ознакомить" crumbs={crumbsOf(document)}>
		<Lede>
			{document.readers === 0
				? 'В листе ознакомления пока никого.'
				: `В листе уже ${counted(document.readers, peopleForms)}: второй раз никто не добавится.`}
		</Lede>
		<form method="post" action={`/documents/made/${document.id}/readers`}>
			<ErrorSummary problems={problems} title="Никто не добавлен" />
			<FormToken values={values} />
			<fieldset class={problems.group ? 'field wrong' : 'field'} id="group">
				<legend>Сразу всех</legend>
				<p class="hint">Кто работает сегодня и ещё не в листе.</p>
				{problems.group && <p class="problem">{problems.group}</p>}
				{readerGroupCodes.map((code) => (
					<Tick
						name="group"
						value={code}
						label={`${readerGroups[code]} – ${countIn(candidates, code)}`}
						checked={chosen.group.includes(code)}
						disabled={countIn(candidates, code) === 0}
					/>
				))}
			</fieldset>
			{candidates.length > 0 && (
				<Fold label="По именам" open={chosen.person.length > 0}>
					<fieldset class="field">
						<legend>Кого именно</legend>
						{candidates.map(({ id, name, post }) => (
							<Tick
								name="person"
								value={id}
								label={[name, post].filter(Boolean).join(', ')}
								checked={chosen.person.includes(id)}
							/>
						))}
					</fieldset>
				</Fold>
			)}
			<DateField
				name="acquaintBy"
				label="По какой день ознакомиться"
				hint="С этим сроком документ встанет в «Сегодня» у каждого. ДД.ММ.ГГГГ"
				{...{ values, problems }}
				optional
			/>
			<Buttons>
				<Button>Добавить в лист</Button>
				<LinkButton href={`/documents/made/${document.id}`} kind="quiet">
					Никого не добавлять
				</LinkButton>
			</Buttons>
		</form>
	</Page>
);

/** The sheet as it is printed: a day beside those who have read it, a place to sign for the others. */
export const AcquaintanceSheetPage = ({ view, document }: Pick<Props, 'view' | 'document'>) => (
	<Page view={view} title="Лист ознакомления" crumbs={crumbsOf(document)}>
		<Lede>
			{document.title}
			{document.datedOn && titleOfDocument(document) !== document.title && `: ${titleOfDocument(document)}`}
			{document.acquaintBy && `. Ознакомиться по ${showDate(document.acquaintBy)}`}
		</Lede>
		<Exports files={[{ href: `/documents/made/${document.id}/sheet.docx`, label: 'Лист ознакомления (Word)' }]} />
		{document.readerList.length === 0 ? (
			<p>
				В листе пока никого. <a href={`/documents/made/${document.id}/readers`}>Добавить тех, кого ознакомить</a>
			</p>
		) : (
			<Table
				caption="Лист ознакомления"
				columns={[
					{ head: '№', cell: ({ number }) => number },
					{ head: 'Имя', main: true, cell: ({ name }) => name },
					{ head: 'Должность', cell: ({ post }) => post },
					{ head: 'Дата', cell: ({ acquaintedOn }) => acquaintedOn && showDate(acquaintedOn) },
					{ head: 'Подпись', width: 'wide', cell: ({ how }) => how && acquaintedHow[how] }
				]}
				rows={document.readerList.map((one, at) => ({ ...one, number: at + 1 }))}
			/>
		)}
	</Page>
);
