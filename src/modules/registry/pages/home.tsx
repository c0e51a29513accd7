import type { View } from '../../../core/view';
import { Card } from '../../../ui/card';
import { LinkButton } from '../../../ui/form';
import { Page } from '../../../ui/page';
import { Figure, Figures } from '../../../ui/report';
import { Lede } from '../../../ui/text';
import { allRegisters, type Register, registers } from '../rules/registers';

export type Summary = Record<
	Register,
	{ here: number; noWord: number; drafts: number; noConsent: number; working: number }
>;
type Props = { view: View; summary: Summary; tools: readonly { href: string; label: string; about: string }[] };

/** Both registers in numbers, each number leading to its list; and what else is done here. */
export const RegistryHomePage = ({ view, summary, tools }: Props) => (
	<Page view={view} title="Банки и запросы" crumbs={[{ href: '/people', label: 'Люди' }]}>
		<Lede>
			{summary.mentors.here + summary.mentees.here === 0
				? 'Здесь собирают, кому что нужно и кто чем может помочь. Начните с того, кого внести в банки.'
				: `Наставников в банке ${summary.mentors.here}, наставляемых ${summary.mentees.here}.`}
		</Lede>
		{allRegisters.map((register) => {
			const { here, noWord, drafts, noConsent, working } = summary[register];
			const at = (filter: string) => `/registry/${register}?filter=${filter}`;
			return (
				<Card
					title={registers[register].name}
					actions={
						<LinkButton
							href={`/registry/${register}${here === 0 ? '/new' : ''}`}
							kind={here === 0 ? 'primary' : 'secondary'}
						>
							{here === 0 ? 'Внести первых' : 'Открыть'}
						</LinkButton>
					}
				>
					<Figures>
						<Figure value={here} label="сейчас в банке" href={`/registry/${register}`} />
						<Figure value={working} of={here} label="в программе" href={at('working')} />
						<Figure
							value={noWord}
							label={register === 'mentees' ? 'без запроса' : 'без предложения'}
							href={at('no-word')}
						/>
						<Figure value={noConsent} label="нет согласия" href={at('no-consent')} />
						{drafts > 0 && <Figure value={drafts} label="ждут вашего взгляда" href={at('drafts')} />}
					</Figures>
				</Card>
			);
		})}
		<Card title="Что ещё здесь делают">
			<ul class="periods">
				{tools.map(({ href, label, about }) => (
					<li>
						<a href={href}>{label}</a> <span class="quiet">{about}</span>
					</li>
				))}
			</ul>
		</Card>
	</Page>
);
