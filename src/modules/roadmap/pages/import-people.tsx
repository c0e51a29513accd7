import type { Problems } from '../../../core/forms';
import type { View } from '../../../core/view';
import { Button, ErrorSummary, FormToken, RadioGroup } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Note } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, Quiet } from '../../../ui/text';
import { StepFoot } from '../../../ui/wizard';
import { type Draft, namedIn, nobodyNamed } from '../rules/draft';
import type { Hint } from '../rules/hints';
import { rememberedPerson } from '../rules/hints';
import { type Colleague, proposal } from '../rules/known-people';
import { ImportSteps, importsCrumb, roadmapCrumb } from './import-steps';
import { kindNames, rowForms } from './import-words';

type Props = {
	view: View;
	id: string;
	draft: Draft;
	colleagues: readonly Colleague[];
	hints: readonly Hint[];
	token: string;
	problems?: Problems | undefined;
};

type Named = ReturnType<typeof namedIn>[number];

const fullName = ({ familyName, givenName, patronymic }: Colleague) =>
	[familyName, givenName, patronymic].filter(Boolean).join(' ');

const nameAndPost = (colleague: Colleague) => [fullName(colleague), colleague.posts[0]].filter(Boolean).join(', ');

/** Who the written words are here. Proposed with a reason; only what is confirmed counts. */
export const PeoplePage = ({ view, id, draft, colleagues, hints, token, problems }: Props) => {
	const list = `/roadmap/imports/${id}`;
	const named = namedIn(draft);
	const asked = named.filter(({ kind }) => kind === 'person' || kind === 'role');
	const others = named.filter(({ kind }) => kind === 'group' || kind === 'organisation');
	return (
		<Page view={view} title="Кто исполняет" crumbs={[roadmapCrumb, importsCrumb, { href: list, label: 'Что понято' }]}>
			<ImportSteps current={2} id={id} />
			<form method="post" action={`${list}/people`}>
				<ErrorSummary problems={problems} />
				<FormToken values={{ token }} />
				{nobodyNamed(draft) && <EntrustAll {...{ view, colleagues, problems }} />}
				{asked.length > 0 && (
					<>
						<Lede>
							Сверьте имена из плана со списком сотрудников: названные увидят свои дела на «Сегодня». Кого в списке нет,
							останется записан словами, как в плане.
						</Lede>
						{colleagues.length < 2 && (
							<Note tone="calm">
								<p>
									Сотрудники ещё не внесены, сверять почти не с кем. Это не мешает: исполнителей можно указать позже, в
									самом плане.
								</p>
							</Note>
						)}
						<Table
							caption="Кто исполняет"
							rows={asked}
							columns={[
								{
									head: 'Как написано в плане',
									main: true,
									cell: ({ text, kind }) => (
										<>
											{text} <Quiet>{kindNames[kind]}</Quiet>
										</>
									)
								},
								{ head: 'Где назван', cell: ({ rows }) => counted(rows, rowForms) },
								{ head: 'Кто это у вас', cell: (one) => <Choice {...{ draft, one, colleagues, hints }} /> }
							]}
						/>
					</>
				)}
				{others.length > 0 && <Others others={others} />}
				{named.length === 0 && !nobodyNamed(draft) && <p>В плане никто не назван.</p>}
				<StepFoot onward={<Button>Подтвердить и дальше</Button>} back={list} later="/roadmap/imports" />
				<p class="quiet">
					<a href="/roadmap/hints">Что программа помнит о ваших планах</a>
				</p>
				<p class="quiet">
					<a href={`${list}/acceptance`}>Пропустить: укажу исполнителей позже</a>
				</p>
			</form>
		</Page>
	);
};

/** The one question for a plan without a column of responsible people. */
const EntrustAll = ({ view, colleagues, problems }: Pick<Props, 'view' | 'colleagues' | 'problems'>) => (
	<>
		<RadioGroup
			name="entrust"
			label="Кому поручить всё?"
			hint="В файле ответственные не названы. Потом любое мероприятие можно передать другому."
			options={{
				me: { label: `Мне: ${view.actor.name}` },
				other: { label: 'Другому сотруднику', hint: 'Выберите его ниже' },
				nobody: { label: 'Пока никому' }
			}}
			values={{ entrust: 'me' }}
			{...(problems && { problems })}
		/>
		<p class="field">
			<label for="entrusted">Сотрудник</label>
			<select id="entrusted" name="entrusted">
				<option value="">не выбран</option>
				{colleagues.map((colleague) => (
					<option value={colleague.id}>{nameAndPost(colleague)}</option>
				))}
			</select>
		</p>
	</>
);

type ChoiceProps = { draft: Draft; one: Named; colleagues: readonly Colleague[]; hints: readonly Hint[] };

/** Nobody is chosen silently: beside every proposal stands its reason, until somebody confirms it. */
const Choice = ({ draft, one, colleagues, hints }: ChoiceProps) => {
	const decided = draft.people[one.words];
	const before = rememberedPerson(hints, one.words, colleagues);
	const proposed =
		before === undefined
			? proposal(one, colleagues)
			: { person: before, reason: before ? 'как в прошлый раз' : 'как в прошлый раз – никто из списка' };
	const chosen = decided ?? proposed.person?.id ?? '';
	return (
		<>
			<input type="hidden" name="words" value={one.words} />
			<select name="person" aria-label={`Кто это: ${one.text}`}>
				<option value="">Никто из списка</option>
				{colleagues.map((colleague) => (
					<option value={colleague.id} selected={colleague.id === chosen}>
						{nameAndPost(colleague)}
					</option>
				))}
			</select>
			{decided === undefined && (
				<Quiet>
					{proposed.person ? 'Подобрано' : 'Не подобрано'}: {proposed.reason}.
				</Quiet>
			)}
		</>
	);
};

const Others = ({ others }: { others: readonly Named[] }) => {
	const list = (kind: Named['kind']) => others.filter((one) => one.kind === kind).map(({ text }) => text);
	const [groups, organisations] = [list('group'), list('organisation')];
	return (
		<>
			{groups.length > 0 && <p>Группы остаются записаны словами: {groups.join('; ')}.</p>}
			{organisations.length > 0 && (
				<p>
					Другие организации: {organisations.join('; ')}. То, что делают только они, вы ждёте: просроченным оно не
					станет.
				</p>
			)}
		</>
	);
};
