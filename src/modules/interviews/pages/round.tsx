import { showDate } from '../../../core/dates';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import { NextStep } from '../../../ui/card';
import { ClosedToo, Closes } from '../../../ui/closes';
import { ActionForm, Button, DateField, ErrorSummary, Field, FormToken, LinkButton } from '../../../ui/form';
import { Exports } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { Day, DayRange, Lede } from '../../../ui/text';
import type { Register } from '../../registry/rules/registers';
import type { Closable } from '../../roadmap/rules/closable';
import type { Round } from '../queries/interviews';
import { outcomes } from '../rules/questions';
import { type RoundContents, roundTitle } from '../rules/round';

type Props = {
	view: View;
	register: Register;
	contents: RoundContents;
	closable: readonly Closable[];
	closes: readonly string[] | undefined;
	values: Values;
	problems?: Problems;
};

/** A round is finished: the list as it stands becomes the proof. */
export const FinishRoundPage = ({ view, register, contents, closable, closes, values, problems = {} }: Props) => {
	const given = { values, problems };
	const talked = contents.people.filter(({ heldOn }) => heldOn).length;
	return (
		<Page
			view={view}
			title="Закончить круг собеседований"
			crumbs={[{ href: `/interviews?register=${register}`, label: 'Собеседования' }]}
		>
			<Lede>
				{register === 'mentors' ? 'Наставники' : 'Наставляемые'}: поговорили с {talked} из {contents.people.length}.
				Список застынет и станет подтверждением; что говорили, в него не входит.
			</Lede>
			<form method="post" action={`/interviews/round/${register}`}>
				<ErrorSummary problems={problems} />
				<FormToken values={values} />
				<input type="hidden" name="register" value={register} />
				<DateField name="since" label="Круг начался" required {...given} />
				<DateField name="on" label="Круг закончен" required {...given} />
				<Field name="note" label="Примечание" maxlength={500} optional {...given} />
				<Closes {...{ closable, chosen: closes, today: view.now.today }} />
				<div class="buttons">
					<Button>Закончить круг</Button>
					<LinkButton href={`/interviews?register=${register}`} kind="quiet">
						Ещё не всё
					</LinkButton>
				</div>
			</form>
			<People contents={contents} today={view.now.today} />
		</Page>
	);
};

/** A finished round. */
export const RoundPage = ({ view, round, closed }: { view: View; round: Round; closed: number }) => {
	const { id, register, since, finishedOn, contents, withdrawn } = round;
	const undo = (
		<ActionForm
			action={`/interview-rounds/${id}/${withdrawn ? 'restoration' : 'withdrawal'}`}
			label={withdrawn ? 'Вернуть круг' : 'Отменить круг'}
			token={crypto.randomUUID()}
			kind="quiet"
		/>
	);
	return (
		<Page
			view={view}
			title={roundTitle(register, showDate(finishedOn))}
			crumbs={[{ href: `/interviews?register=${register}`, label: 'Собеседования' }]}
			notice={
				view.saved === 'finished' && (
					<>
						<span>
							Круг закончен
							<ClosedToo count={closed} />.
						</span>{' '}
						{undo}
					</>
				)
			}
		>
			<Lede>
				<DayRange from={since} to={finishedOn} today={view.now.today} />: поговорили с{' '}
				{contents.people.filter(({ heldOn }) => heldOn).length} из {contents.people.length}. {round.note}
			</Lede>
			{!withdrawn && (
				<NextStep
					action={
						<LinkButton href={`/registry/${register}/selection`} kind="primary" icon="arrow">
							{register === 'mentors' ? 'К отбору наставников' : 'К отбору наставляемых'}
						</LinkButton>
					}
				>
					<p>Поговорили – решите, кого отобрать, и утвердите банк.</p>
				</NextStep>
			)}
			{withdrawn && (
				<Note tone="warm" title="Круг отменён">
					{undo}
				</Note>
			)}
			<People contents={contents} today={view.now.today} />
			<Exports files={[{ href: `/interview-rounds/${id}/document.docx`, label: 'Word' }]} />
			{!withdrawn && view.saved !== 'finished' && undo}
		</Page>
	);
};

const People = ({ contents, today }: { contents: RoundContents; today: string }) => (
	<Table
		caption="Кто прошёл собеседование"
		columns={[
			{ head: 'Имя', main: true, cell: ({ name }) => name },
			{ head: 'Должность', cell: ({ post }) => post },
			{ head: 'Когда', cell: ({ heldOn }) => heldOn && <Day date={heldOn} today={today} /> },
			{ head: 'Кто беседовал', cell: ({ who }) => who },
			{ head: 'Итог', cell: ({ outcome }) => (outcome ? outcomes[outcome] : 'не проводилось') }
		]}
		rows={contents.people}
	/>
);
