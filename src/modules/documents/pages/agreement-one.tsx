import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, Button, ErrorSummary, FormToken, LinkButton, RadioGroup, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Note } from '../../../ui/state';
import { Day, Lede } from '../../../ui/text';
import type { MyApproval } from '../queries/my-approvals';
import { awaitsMe } from '../rules/approvals';
import { approvalKinds, outcomes } from '../rules/life';
import { ApprovalPill } from './approval-words';
import { kindOf } from './made';

type Props = {
	view: View;
	approval: MyApproval;
	paragraphs: readonly string[] | null; // of the Word file; null where it cannot be read here
	values: Values;
	problems?: Problems;
};

const { silent: _, ...answers } = outcomes;

/** One document somebody is asked to agree on: its text as it stands now, and the answer. */
export const ApprovalPage = ({ view, approval, paragraphs, values, problems = {} }: Props) => {
	const { id, title, code, kind, dueOn, fileId, fileName, asker, askedOn, answeredOn, words, open, outcome } = approval;
	const { today } = view.now;
	return (
		<Page
			view={view}
			title={title}
			crumbs={[{ href: '/agreement', label: 'На согласование' }]}
			notice={
				view.saved === 'answered' && (
					<>
						Ответ записан
						{open && outcome && <Undo id={id} />}
					</>
				)
			}
		>
			<ErrorSummary problems={problems} title="Не получилось" />
			<Lede>
				{open || outcome ? <ApprovalPill approval={approval} today={today} /> : 'Документ подписан без вашего ответа.'}
			</Lede>
			<Card title="Что прочитать">
				<Facts
					facts={[
						['Вид', kindOf(code)],
						['Что просят', approvalKinds[kind]],
						[
							'Кто и когда',
							[asker, askedOn && <Day date={askedOn} today={today} />].filter(Boolean).map((one) => <>{one} </>)
						],
						['Ответить по', dueOn && <Day date={dueOn} today={today} />]
					]}
				/>
				{fileId ? (
					<LinkButton href={`/files/${fileId}`} icon="download">
						{fileName}
					</LinkButton>
				) : (
					<p class="quiet">Документ уже зарегистрирован: текст показывают тем, кого с ним знакомят.</p>
				)}
				{fileId && paragraphs && (
					<Fold label="Прочитать здесь">
						{paragraphs.map((text) => (
							<p>{text}</p>
						))}
					</Fold>
				)}
			</Card>
			{outcome && (
				<Card title="Ваш ответ">
					<p>
						{outcomes[outcome]}
						{answeredOn && (
							<>
								, <Day date={answeredOn} today={today} />
							</>
						)}
					</p>
					{words && <p>{words}</p>}
					{open && approval.how === 'program' && view.saved !== 'answered' && <Undo id={id} />}
				</Card>
			)}
			{awaitsMe(approval) && (
				<Card title={kind === 'union' ? 'Мотивированное мнение' : 'Ваш ответ на этот текст'}>
					{kind === 'union' && (
						<Note title="Ст. 372 ТК РФ">
							<p>
								Пять рабочих дней со дня, когда получен проект. Мнение профсоюзного комитета оформляют и письменно: эта
								отметка его не заменяет.
							</p>
						</Note>
					)}
					<form method="post" action={`/agreement/${id}/answer`}>
						<FormToken values={values} />
						<input type="hidden" name="text" value={approval.text ?? ''} />
						<RadioGroup name="outcome" label="Что вы скажете" options={answers} {...{ values, problems }} />
						<TextArea
							name="words"
							label="Замечания"
							hint="Если согласны без замечаний, оставьте пусто"
							rows={4}
							maxlength={4000}
							optional
							{...{ values, problems }}
						/>
						<Button icon="check">Ответить</Button>
					</form>
				</Card>
			)}
		</Page>
	);
};

const Undo = ({ id }: { id: string }) => (
	<ActionForm action={`/agreement/${id}/answer/undoing`} label="Отменить" token={crypto.randomUUID()} kind="quiet" />
);
