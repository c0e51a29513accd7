import type { Child } from 'hono/jsx';
import { roleWords } from '../core/actor';
import type { View } from '../core/view';
import { type Crumb, Layout } from './layout';
import { navigationFor } from './navigation';

type Props = {
	view: View;
	title: string;
	/** A quiet line that names what was done: «Встреча 5 октября записана». */
	notice?: Child;
	crumbs?: readonly Crumb[];
	/** Buttons beside the title. */
	actions?: Child;
	/** Seconds after which a page without script asks again. */
	refresh?: number | undefined;
	children?: Child;
};

/** A page of somebody who has signed in: the frame with the navigation of their roles. */
export const Page = ({ view: { actor, path, rooms }, ...rest }: Props) => (
	<Layout
		nav={navigationFor(actor.roles, rooms)}
		current={path}
		search={rooms.has('/search')}
		user={{
			name: actor.name,
			role: roleWords(actor),
			organisation: actor.organisation.name
		}}
		{...rest}
	/>
);
