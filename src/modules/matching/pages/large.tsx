import type { View } from '../../../core/view';
import { ActionForm, LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Working } from '../../../ui/progress';
import { Note } from '../../../ui/state';
import type { Asking } from '../queries/askings';
import { type AskingStanding, standingOf } from '../rules/asking';
import { crumb } from './words';

type Of = { asking: Asking };

/** A large matching on its way: how far it is, and how to stop it; or how it ended without pairs, and how to begin anew. The pairs will stand at this address. */
export const AskingPage = ({ view, asking, said }: Of & { view: View; said: string }) => {
	const { id, done, wanted } = asking;
	const standing = standingOf(asking, view.now.at);
	const runs = standing === 'waits' || standing === 'goes';
	return (
		<Page view={view} title="Кто с кем" crumbs={[crumb]} refresh={runs ? 2 : undefined}>
			{runs ? (
				<Working
					what={wordsOf(standing, asking)}
					{...(standing === 'goes' && done < wanted && { value: done, max: wanted })}
					running
					here={view.path}
				>
					<ActionForm
						action={`/matching/runs/${id}/stopping`}
						label="Остановить"
						token={crypto.randomUUID()}
						kind="quiet"
					/>
				</Working>
			) : (
				<Note tone={standing === 'stopped' ? 'warm' : 'lost'} title={endWords(standing, said)}>
					<p>
						{asking.proposalId
							? 'Ничего не записано, решения о парах тоже.'
							: 'Ничего не записано: люди, пары и прежние подборы остались как были.'}
					</p>
					<Anew {...{ asking }} />
				</Note>
			)}
		</Page>
	);
};

function wordsOf(standing: AskingStanding, { done, wanted }: Asking) {
	if (standing === 'waits') return 'Людей много, подбор пойдёт отдельно: ждёт своей очереди.';
	if (wanted === 0) return 'Собираем сведения о людях.';
	return done < wanted
		? `Считаем баллы: просмотрено ${done} из ${wanted} наставляемых.`
		: 'Ищем лучшие пары и проверяем их.';
}

function endWords(standing: AskingStanding, said: string) {
	if (standing === 'stopped') return 'Подбор остановлен';
	if (standing === 'interrupted') return 'Подбор прерван: сервер перезапускали';
	return said || 'Подбор не сделан';
}

/** The same asked for again; a round goes back to its decisions, as they were chosen. */
const Anew = ({ asking: { kind, review, proposalId, decided } }: Of) =>
	proposalId ? (
		<LinkButton
			href={`/matching/proposals/${proposalId}/round?${new URLSearchParams([['preview', 'on'], ...decided.map((one) => ['decide', one])])}`}
			kind="primary"
		>
			К решениям о парах
		</LinkButton>
	) : (
		<MatchAnew {...{ kind, review }} label="Начать заново" />
	);

export const MatchAnew = ({ kind, review, label }: Pick<Asking, 'kind' | 'review'> & { label: string }) => (
	<ActionForm action="/matching/runs" label={label} token={crypto.randomUUID()} kind="secondary">
		<input type="hidden" name="kind" value={kind} />
		{review && <input type="hidden" name="review" value="on" />}
	</ActionForm>
);

/** What a run made aside has to say beside its pairs. */
export const MadeAside = ({ asking: { id, changed, proposalId } }: Of) => (
	<>
		<span>{changed ? 'Подбор сделан и проверен. Пока он шёл, данные изменились.' : 'Подбор сделан и проверен.'}</span>
		{proposalId && (
			<>
				{' '}
				<a href={`/matching/proposals/${proposalId}/round?round=${id}`}>Решения о парах записаны</a>
			</>
		)}
	</>
);
