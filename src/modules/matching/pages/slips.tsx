import type { View } from '../../../core/view';
import { LinkButton } from '../../../ui/form';
import { Empty } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { counted, Lede } from '../../../ui/text';
import type { Note as Letter } from '../../notifications/rules/letters';
import type { Proposal } from '../queries/proposals';
import { crumb } from './words';

export type Slip = { name: string; letter: Letter };

/** A sheet for each whom no letter reaches: the same words, and a place for the answer. */
export const SlipsPage = ({ view, proposal, slips }: { view: View; proposal: Proposal; slips: readonly Slip[] }) => (
	<Page
		view={view}
		title="Листки о парах"
		crumbs={[crumb, { href: `/matching/proposals/${proposal.id}`, label: proposal.title }]}
	>
		{slips.length === 0 ? (
			<Empty
				title="Печатать некому"
				icon="printer"
				action={
					<LinkButton href={`/matching/proposals/${proposal.id}`} kind="primary">
						К предложению
					</LinkButton>
				}
			>
				<p>
					{proposal.askedAt
						? 'У каждого, кому предложена пара, есть почта: письма уже отправлены.'
						: 'Пары ещё не предложены участникам. Примите предложение и предложите пары, а для тех, у кого нет почты, здесь будут листки.'}
				</p>
			</Empty>
		) : (
			<>
				<Lede>{`Напечатайте и раздайте: ${counted(slips.length, ['листок', 'листка', 'листков'])}. Ответ отметьте на странице пары.`}</Lede>
				<ul class="slips">
					{slips.map(({ name, letter }) => (
						<li class="slip">
							<div class="slip-text">
								<p>
									<strong>{name}</strong>
								</p>
								<p>{letter.heading}.</p>
								{letter.lines.map((line) => (
									<p>{line}</p>
								))}
								<p>☐ согласие ☐ отказ</p>
								<p>Подпись __________ Дата __________</p>
							</div>
						</li>
					))}
				</ul>
			</>
		)}
	</Page>
);
