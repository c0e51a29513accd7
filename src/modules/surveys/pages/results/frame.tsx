import type { Child } from 'hono/jsx';
import type { View } from '../../../../core/view';
import { Filters } from '../../../../ui/list';
import { Page } from '../../../../ui/page';
import { Note } from '../../../../ui/state';
import { counted, dayText, plural } from '../../../../ui/text';
import type { ResultWave } from '../../queries/results/wave';
import { takesToBank } from '../../rules/bank';
import { canRead, type Unseen } from '../../rules/summary/reading';

export type Tab = 'results' | 'subjects' | 'comparison' | 'answers' | 'bank' | 'report';

const tabs: Record<Tab, string> = {
	results: 'Результаты',
	subjects: 'О каждом',
	comparison: 'Сравнение',
	answers: 'Ответы по людям',
	bank: 'Что взять в банк',
	report: 'Вывод и отчёт'
};

/** Which pages a wave has for somebody: sheets by name only where there are names, requests and offers where the questions ask for them. */
function tabsOf({ actor }: View, wave: ResultWave): Tab[] {
	const named = wave.identity === 'named' && canRead(actor, wave);
	const all: (readonly [Tab, boolean])[] = [
		['results', true],
		['subjects', wave.assesses && canRead(actor, wave)],
		['comparison', canRead(actor, wave) && !wave.assesses],
		['answers', named],
		['bank', named && takesToBank(actor, wave)],
		['report', canRead(actor, wave)]
	];
	return all.flatMap(([tab, there]) => (there ? [tab] : []));
}

type Props = { view: View; wave: ResultWave; tab: Tab; notice?: Child; children?: Child };

/** The frame of everything that a wave has given: where one is, and the other pages of the same wave. */
export const ResultsFrame = ({ view, wave, tab, notice, children }: Props) => (
	<Page
		view={view}
		title={tabs[tab]}
		crumbs={[
			{ href: '/surveys', label: 'Анкеты' },
			{ href: `/surveys/waves/${wave.id}`, label: wave.title }
		]}
		notice={notice}
	>
		<Filters
			label="Страницы этой анкеты"
			filters={tabsOf(view, wave).map((one) => ({
				href: `/surveys/waves/${wave.id}/${one}`,
				label: tabs[one],
				current: one === tab
			}))}
		/>
		{children}
	</Page>
);

export const manners = { named: 'с именем', pseudonymous: 'под псевдонимом', anonymous: 'без имени' } as const;
export const peopleForms = ['человек', 'человека', 'человек'] as const;

/** «Ответили 12 из 15. Анкета с именем, закрыта 5 октября.» */
export function howFar({ invited, answered, identity, closedOn, closesOn }: ResultWave, today: string) {
	const end = closedOn ? `закрыта ${dayText(closedOn, today)}` : `открыта по ${dayText(closesOn, today)}`;
	return `Ответили ${answered} из ${invited}. Анкета ${manners[identity]}, ${end}.`;
}

/** Why there is nothing to see, and what helps. */
export const NotShown = ({ why, wave }: { why: Unseen; wave: ResultWave }) => {
	if (why === 'not-yours')
		return (
			<Note title="Ответы этой анкеты читаете не вы">
				<p>
					Тем, кто отвечал, обещано, кто прочтёт ответы, и это обещание программа держит. Здесь видно, кто уже ответил,
					а кто ещё нет.
				</p>
			</Note>
		);
	if (why === 'nobody')
		return (
			<Note title="Нет данных">
				<p>{wave.closedAt ? 'Никто не ответил.' : 'Пока никто не ответил. Первые ответы появятся здесь сами.'}</p>
			</Note>
		);
	if (why === 'open')
		return (
			<Note title="Ответы будут видны после закрытия">
				<p>
					Анкета {manners[wave.identity]}: пока она открыта, ответы не видит никто, иначе новый ответ был бы виден как
					разница. Закройте анкету, когда ответят все, кого вы ждёте.
				</p>
			</Note>
		);
	return (
		<Note tone="warm" title="Ответили меньше пяти человек: ответы не показываются">
			<p>
				{plural(wave.answered, ['Ответил', 'Ответили', 'Ответили'])} {counted(wave.answered, peopleForms)}. По такому
				числу ответов без имени догадались бы, кто что сказал, поэтому их не покажет сама база данных. Когда отвечающих
				так мало, спросите открыто, анкетой с именем, или поговорите и{' '}
				<a href={`/surveys/waves/${wave.id}/report`}>запишите вывод своими словами</a>.
			</p>
		</Note>
	);
};
