import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Card, Facts } from '../../../ui/card';
import { ActionForm, Button, ErrorSummary, FormToken, RadioGroup, TextArea } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note, Pill } from '../../../ui/state';
import { Day, Lede, Moment, Quiet } from '../../../ui/text';
import { registers } from '../../registry/rules/registers';
import type { Interview } from '../queries/interviews';
import { outcomes, visibilities } from '../rules/questions';

type Props = {
	view: View;
	interview: Interview;
	gone: { id: string } | undefined; // one's own note, taken away a moment ago
	values: Values;
	problems?: Problems;
};

const notices: Record<string, string> = {
	recorded: 'Беседа записана',
	note: 'Заметка записана',
	'note-restored': 'Заметка возвращена',
	restored: 'Запись о беседе возвращена'
};

/** One talk: what was answered, what came of it, and the notes that this person may read. */
export const InterviewPage = ({ view, interview, gone, values, problems = {} }: Props) => {
	const { now, actor } = view;
	const { id, name, personId, register, notes } = interview;
	return (
		<Page
			view={view}
			title={`Собеседование: ${name}`}
			crumbs={[
				{ href: `/interviews?register=${register}`, label: 'Собеседования' },
				{ href: `/registry/people/${personId}`, label: name }
			]}
			notice={
				gone ? (
					<>
						<span>Заметка убрана.</span>{' '}
						<ActionForm
							action={`/interview-notes/${gone.id}/restoration`}
							label="Отменить"
							token={crypto.randomUUID()}
							kind="quiet"
						/>
					</>
				) : (
					notices[view.saved ?? '']
				)
			}
		>
			<Lede>
				<Pill tone={interview.outcome === 'recommended' ? 'good' : 'calm'}>{outcomes[interview.outcome]}</Pill>{' '}
				{registers[register].person}, <Day date={interview.heldOn} today={now.today} />, кто беседовал: {interview.who}.
			</Lede>
			{interview.removed && (
				<Note tone="warm" title="Эта запись убрана как ошибочная">
					<ActionForm action={`/interviews/${id}/restoration`} label="Вернуть запись" token={crypto.randomUUID()} />
				</Note>
			)}
			<Card title="Ответы">
				<Facts
					facts={[
						...interview.answers.map(({ question, answer }) => [question, answer] as const),
						['Пояснение к итогу', interview.outcomeNote] as const
					]}
				/>
				{interview.answers.every(({ answer }) => !answer) && <p class="quiet">Ответы не записаны.</p>}
			</Card>
			<Card title="Заметки">
				{notes.length === 0 && <p class="quiet">Заметок, которые вам видны, нет.</p>}
				<ul class="periods">
					{notes.map((note) => (
						<li>
							{note.text}{' '}
							<Pill icon={note.visibility === 'me' ? 'lock' : 'person'}>{visibilities[note.visibility].label}</Pill>{' '}
							<Quiet>
								{note.who}, <Moment at={note.at} timeZone={actor.timeZone} today={now.today} />
							</Quiet>{' '}
							{note.mine && (
								<ActionForm
									action={`/interview-notes/${note.id}/removal`}
									label="Убрать"
									token={crypto.randomUUID()}
									kind="quiet"
								/>
							)}
						</li>
					))}
				</ul>
				<form method="post" action={`/interviews/${id}/notes`}>
					<ErrorSummary problems={problems} />
					<FormToken values={values} />
					<TextArea name="text" label="Новая заметка" rows={2} maxlength={5000} {...{ values, problems }} />
					<RadioGroup name="visibility" label="Кто прочтёт" options={visibilities} {...{ values, problems }} />
					<div class="buttons">
						<Button kind="secondary">Добавить заметку</Button>
					</div>
				</form>
			</Card>
			{!interview.removed && (
				<ActionForm
					action={`/interviews/${id}/removal`}
					label="Убрать ошибочную запись"
					token={crypto.randomUUID()}
					kind="quiet"
				/>
			)}
		</Page>
	);
};
