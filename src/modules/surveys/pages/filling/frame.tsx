import type { Child } from 'hono/jsx';
import type { View } from '../../../../core/view';
import { SimpleLayout } from '../../../../ui/layout';
import { Page } from '../../../../ui/page';

type Props = { view: View | null; title: string; notice?: Child; children?: Child };

/** The frame of somebody who has signed in, or none around a page that a personal address opens. */
export const Frame = ({ view, title, notice, children }: Props) =>
	view ? (
		<Page {...{ view, title, notice }} crumbs={[{ href: '/my-surveys', label: 'Мои анкеты' }]}>
			{children}
		</Page>
	) : (
		<SimpleLayout {...{ title, notice }} wide>
			{children}
		</SimpleLayout>
	);
