import type { View } from '../../../../core/view';
import { Page } from '../../../../ui/page';
import { Note } from '../../../../ui/state';
import { Lede } from '../../../../ui/text';
import type { Assessed } from '../../rules/assessment/assessed';
import { PersonLines } from './lines';

type Props = { view: View; title: string; one: Assessed; earlier: string | null };

/** What the school has decided to show to somebody of how they were assessed: numbers, nobody's words or names. */
export const OwnAssessmentPage = ({ view, title, one, earlier }: Props) => (
	<Page view={view} title={title} crumbs={[{ href: '/my-surveys', label: 'Мои анкеты' }]}>
		<Lede>Так вы оценили себя и так вас видят со стороны{earlier ? `; рядом – «${earlier}»` : ''}.</Lede>
		<PersonLines lines={one.lines} self="Вы" />
		<Note>
			<p>«Со стороны» – среднее всех, кто отвечал о вас; кто именно, здесь не названо. Обсудите это с куратором.</p>
		</Note>
	</Page>
);
