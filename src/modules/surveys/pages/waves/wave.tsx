import { acts } from '../../../../core/acts';
import type { Problems, Values } from '../../../../core/forms';
import type { View } from '../../../../core/view';
import { Card, Facts, History, type HistoryEntry } from '../../../../ui/card';
import { ActionForm, ErrorSummary, LinkButton } from '../../../../ui/form';
import { Page } from '../../../../ui/page';
import { Note } from '../../../../ui/state';
import { counted, DayRange, Lede } from '../../../../ui/text';
import type { Wave } from '../../queries/waves';
import { canUndoOpening, identityPromises, isTooFew, waveState, whatRemains } from '../../rules/wave';
import { DatesForm } from './dates';
import { type ListProps, ParticipantList } from './participants';
import { WaveStep } from './step';
import { people, readersText, stageWords, standing } from './words';

type Props = ListProps & {
	view: View;
	wave: Wave;
	often: readonly { personId: string; name: string; waves: number }[];
	history: readonly { at: string; who: string; act: string }[];
	values: Values; // of the dates
	problems?: Problems;
};

const notices: Record<string, string> = {
	added: 'Анкетирование подготовлено. Посмотрите, кого спросят, и откройте',
	changed: 'Изменения сохранены',
	opened: 'Анкетирование открыто',
	unopened: 'Открытие отменено: анкетирование снова готовится',
	dates: 'Даты изменены',
	asked: 'Люди добавлены',
	same: 'Все они уже в списке',
	off: 'Люди убраны из списка. Вернуть можно, добавив их снова',
	closed: 'Анкетирование закрыто',
	reopened: 'Анкетирование снова открыто',
	restored: 'Анкетирование возвращено',
	revoked: 'Прежние ссылки этого человека больше не открываются'
};

/** A wave: how it stands, what to do now, what was promised, who is asked. */
export const WavePage = ({ view, wave, often, history, values, problems = {}, ...list }: Props) => {
	const { today } = view.now;
	const state = waveState(wave, today);
	return (
		<Page
			view={view}
			title={wave.title}
			crumbs={[{ href: '/surveys', label: 'Анкеты' }]}
			notice={notices[view.saved ?? ''] && <Done {...{ view, wave }} />}
			actions={
				state === 'draft' ? (
					<LinkButton href={`/surveys/waves/${wave.id}/edit`} icon="pencil">
						Изменить
					</LinkButton>
				) : undefined
			}
		>
			<Lede>{standing(wave, today)}</Lede>
			<ErrorSummary problems={problems} title="Не получилось" />
			<Warnings {...{ wave, often }} />
			<WaveStep {...{ view, wave, state }} />
			<Card title="Что обещано тем, кто отвечает">
				<Facts
					facts={[
						['Анкета', `${wave.questionnaire}, редакция ${wave.number}`],
						['С именем или без', identityPromises[wave.identity].respondent],
						['Ответы прочтёт', readersText(wave.readers)],
						['Когда', <DayRange from={wave.opensOn} to={wave.closesOn} today={today} />],
						['Сравнивается с', wave.series && <a href={`/surveys/waves/${wave.series.id}`}>{wave.series.title}</a>],
						['Это', wave.stage && stageWords[wave.stage]],
						['Сказано', wave.words],
						['Подготовил', wave.addedBy],
						['По группам', wave.roundId && <a href={`/surveys/rounds/${wave.roundId}`}>как отвечают все группы</a>]
					]}
				/>
				{wave.identity !== 'named' && <p class="quiet">{whatRemains}</p>}
				{wave.newer && (
					<p class="quiet">
						У анкеты есть редакция {wave.newer.number}. Здесь спрашивают по редакции {wave.number}: слова не меняются,
						пока люди отвечают. Новая редакция пойдёт в следующее анкетирование.
					</p>
				)}
			</Card>
			<ParticipantList {...{ view, wave }} {...list} />
			{state !== 'closed' && state !== 'draft' && <DatesForm {...{ wave, values, problems }} />}
			<History entries={history.map(entry)} timeZone={view.actor.timeZone} today={today} />
		</Page>
	);
};

const entry = ({ at, who, act }: { at: string; who: string; act: string }): HistoryEntry => ({
	at,
	who: who || 'программа',
	what: acts[act as keyof typeof acts]
});

const Done = ({ view, wave }: { view: View; wave: Wave }) => {
	const said = notices[view.saved ?? ''];
	const state = waveState(wave, view.now.today);
	return (
		<>
			{said}{' '}
			{view.saved === 'opened' && canUndoOpening(state, wave) && (
				<ActionForm
					action={`/surveys/waves/${wave.id}/opening/undoing`}
					token={crypto.randomUUID()}
					label="Отменить"
					kind="quiet"
				/>
			)}
		</>
	);
};

/** What a careful colleague would say before people are asked. */
const Warnings = ({ wave, often }: Pick<Props, 'wave' | 'often'>) => (
	<>
		{isTooFew(wave.identity, wave.asked) && !wave.closedAt && wave.asked > 0 && (
			<Note tone="warm" title="Так мало ответов без имени программа не покажет">
				<p>
					Спрашивают {counted(wave.asked, people)}, а ответы без имени видны, когда их не меньше пяти: меньше – и
					догадаются, кто это. Спросите открыто, с именем, или позовите больше людей.
				</p>
			</Note>
		)}
		{often.length > 0 && !wave.closedAt && (
			<Note tone="warm" title="Кого-то спрашивают слишком часто">
				<p>
					Больше четырёх анкет за учебный год:{' '}
					{often.slice(0, 10).map(({ name, waves }, at) => (
						<>
							{at > 0 && ', '}
							{name} ({waves})
						</>
					))}
					{often.length > 10 && ` и ещё ${often.length - 10}`}. Подумайте, нельзя ли обойтись без них или соединить две
					анкеты в одну.
				</p>
			</Note>
		)}
	</>
);
