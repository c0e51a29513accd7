import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { Page } from '../../../ui/page';
import { Fold } from '../../../ui/report';
import { Pill } from '../../../ui/state';
import { Table } from '../../../ui/table';
import { counted, Lede, PersonName, Quiet } from '../../../ui/text';
import type { Run } from '../queries/runs';
import type { WishPrice } from '../rules/score/prices';
import { type Role, roles } from '../rules/score/roles';
import type { ScoredPart } from '../rules/score/score';
import { unlockWords } from './alone';
import { AllParts, briefIn, crumb, moveWords, type Names, nameIn, pointForms, Reasons } from './words';

export type Possible = {
	mentor: string;
	role?: Role;
	score: number;
	parts: readonly ScoredPart[];
	has: boolean;
	failed: readonly string[];
	price: WishPrice | undefined;
};
type Props = { view: View; run: Run; person: string; names: Names; mentors: readonly Possible[] };

/** One mentee of a run: the mentor and why, and what any other would cost whom. */
export const WishPage = ({ view, run, person, names, mentors }: Props) => {
	const has = mentors.filter((one) => one.has);
	const why = run.result.unmatched.find(({ mentee }) => run.problem.mentees[mentee]?.id === person);
	return (
		<Page
			view={view}
			title={nameIn(names, person)}
			crumbs={[crumb, { href: `/matching/runs/${run.id}`, label: 'Кто с кем' }]}
		>
			<Lede>
				{has.length > 0
					? `Наставник: ${has.map(({ mentor }) => nameIn(names, mentor)).join(', ')}.`
					: 'Наставника в этом подборе не нашлось.'}
			</Lede>
			{why && (
				<Card title={has.length > 0 ? 'Почему не хватило второго' : 'Почему'}>
					<p>{why.reason}</p>
					{why.wouldUnlock.length > 0 && (
						<ul>
							{why.wouldUnlock.map((unlock) => (
								<li>{unlockWords(unlock, run, names, person)}</li>
							))}
						</ul>
					)}
				</Card>
			)}
			{has.map(({ mentor, role, score, parts }) => (
				<Card
					title={`Почему ${briefIn(names, mentor)}${role ? `: ${roles[role]}` : ''}`}
					state={<Pill>{`${score} из 1000`}</Pill>}
				>
					<Reasons scored={parts} />
				</Card>
			))}
			<h2>Все наставники</h2>
			<Table
				caption="Все наставники и чего стоил бы каждый"
				columns={[
					{
						head: 'Наставник',
						main: true,
						cell: ({ mentor }: Possible) => <PersonName name={nameIn(names, mentor)} />
					},
					...(mentors.some(({ role }) => role)
						? [{ head: 'В роли', cell: ({ role }: Possible) => role && roles[role] }]
						: []),
					{ head: 'Баллы пары', numeric: true, cell: ({ score }) => score },
					{ head: 'Чего это стоило бы другим', width: 'wide', cell: (one) => <Price {...{ one, names }} /> },
					{
						head: 'Подробнее',
						cell: ({ parts }) => (
							<Fold label="Из чего баллы">
								<AllParts scored={parts} />
							</Fold>
						)
					}
				]}
				rows={mentors}
			/>
		</Page>
	);
};

const Price = ({ one: { has, failed, price }, names }: { one: Possible; names: Names }) => {
	if (has) return <Pill tone="good">в паре</Pill>;
	if (failed.length > 0) return <>Не может быть: {failed.join(', ')}.</>;
	if (!price) return <Quiet>Мест нет или всё уже закреплено.</Quiet>;
	const lost = price.served > 0 ? 'кто-то останется без наставника' : '';
	const points = price.score > 0 ? `всем вместе ${counted(price.score, pointForms)}` : '';
	const gained = price.score < 0 ? `баллов станет больше на ${-price.score}, но ценой людей` : '';
	const words = [lost, points, gained].filter(Boolean).join(', ');
	return (
		<>
			{words ? `${words.charAt(0).toLocaleUpperCase('ru')}${words.slice(1)}.` : 'Ничего: можно и так.'}
			<ul class="periods">
				{price.chain.map((move) => (
					<li>{moveWords(move, names)}</li>
				))}
			</ul>
		</>
	);
};
