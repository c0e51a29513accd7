import type { View } from '../../../core/view';
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
		<Lede>
			{slips.length === 0
				? 'Печатать некому: пары ещё не предложены, или у каждого есть почта.'
				: `Напечатайте и раздайте: ${counted(slips.length, ['листок', 'листка', 'листков'])}. Ответ отметьте на странице пары.`}
		</Lede>
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
						<p>☐ согласие ☐ отказ Подпись ____________ Дата ____________</p>
					</div>
				</li>
			))}
		</ul>
	</Page>
);
