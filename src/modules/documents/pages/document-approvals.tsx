import { showDate } from '../../../core/dates';
import { Card } from '../../../ui/card';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Note } from '../../../ui/state';
import { type Column, Table } from '../../../ui/table';
import { Day, Quiet } from '../../../ui/text';
import type { Approval } from '../queries/document';
import { mayBeAgreed, unionAdvice } from '../rules/approvals';
import { approvalKinds } from '../rules/life';
import { ApprovalPill } from './approval-words';
import { AnswerForm, AskForm } from './ask-approval';
import type { DocumentProps } from './document';

/** Who is asked before the signature, and what each has said of the text as it stands now. */
export const ApprovalsCard = (props: DocumentProps) => {
	const { document } = props;
	const { approvalList, id } = document;
	const open = mayBeAgreed(document);
	if (!open && approvalList.length === 0) return null;
	const advice = unionAdvice(approvalList);
	return (
		<Card
			title="Согласование"
			id="approvals"
			actions={
				approvalList.length > 0 && (
					<LinkButton href={`/documents/made/${id}/approval-sheet`} kind="quiet" icon="list">
						Лист согласования
					</LinkButton>
				)
			}
		>
			{approvalList.length === 0 ? (
				<p class="quiet">Виз не просили. Если они нужны, попросите до подписи.</p>
			) : (
				<Table caption="Кто согласует" columns={columnsOf(props, open)} rows={approvalList} />
			)}
			{advice && (
				<Note tone="warm" title="Мнение профсоюза, ст. 372 ТК РФ">
					<p>{advice}</p>
				</Note>
			)}
			{document.unagreed && (
				<Note tone="warm" title="Подписан без нужных виз">
					<p>{document.unagreed}</p>
				</Note>
			)}
			{open && <AskForm {...props} />}
			{open && approvalList.some(({ outcome, stale }) => !outcome || stale) && <AnswerForm {...props} />}
		</Card>
	);
};

const undoes: Record<string, string> = {
	'approval-asked': 'removal',
	'approval-removed': 'restoration',
	'approval-answered': 'answers/undoing'
};

/** «Отменить» of what the notice tells of. */
export const ApprovalUndo = ({ document, view: { saved = '' }, asked }: DocumentProps) => {
	const path = undoes[saved];
	return path && asked && mayBeAgreed(document) ? (
		<ApprovalAct {...{ document, path, approval: asked }} label="Отменить" />
	) : null;
};

type Act = { document: DocumentProps['document']; path: string; label: string; approval: string };
const ApprovalAct = ({ document, path, label, approval }: Act) => (
	<ActionForm
		action={`/documents/made/${document.id}/approvals/${path}`}
		label={label}
		token={crypto.randomUUID()}
		kind="quiet"
	>
		<input type="hidden" name="approval" value={approval} />
	</ActionForm>
);

/** What was answered, in words: the day, the remark, of which file. */
export const Answered = ({ approval, today }: { approval: Approval; today: string }) => {
	const { answeredOn, how, words, seen } = approval;
	return (
		<>
			<ApprovalPill approval={approval} today={today} />
			{answeredOn && (
				<>
					{' '}
					<Day date={answeredOn} today={today} />
					{how === 'paper' && <Quiet>, на бумаге</Quiet>}
					{seen && <Quiet>, файл {seen}</Quiet>}
				</>
			)}
			{words && <p>{words}</p>}
		</>
	);
};

function columnsOf({ document, view }: DocumentProps, open: boolean): Column<Approval>[] {
	const { today } = view.now;
	return [
		{
			head: 'Кто',
			main: true,
			cell: ({ name, post, comesIn }) => (
				<>
					{name}
					{post && <Quiet>, {post}</Quiet>}
					{open && !comesIn && <span class="result">Входа в программу нет: ответ запишите с бумаги</span>}
				</>
			)
		},
		{ head: 'Что', cell: ({ kind }) => approvalKinds[kind] },
		{
			head: 'Спросили, срок',
			cell: ({ askedOn, dueOn }) =>
				[askedOn && showDate(askedOn), dueOn && `по ${showDate(dueOn)}`].filter(Boolean).join(', ')
		},
		{ head: 'Ответ', width: 'wide', cell: (approval) => <Answered {...{ approval, today }} /> },
		...(open
			? [
					{
						head: 'Действия',
						unseen: true,
						cell: ({ id, how }: Approval) =>
							how === 'paper' ? (
								<ApprovalAct {...{ document, approval: id }} path="answers/undoing" label="Снять ответ" />
							) : (
								<ApprovalAct {...{ document, approval: id }} path="removal" label="Убрать" />
							)
					}
				]
			: [])
	];
}
