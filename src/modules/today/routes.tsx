import { get, type Route } from '../../http';
import { countUnread } from '../notifications/queries/letters';
import { TodayPage } from './pages/today';
import { findBeginnings, tasksOf } from './queries';
import { dayFrom } from './rules';

export const todayRoutes: readonly Route[] = [
	get('/', 'signed-in', (c) => c.redirect('/today', 303)),

	get('/today', 'signed-in', async (c) => {
		const { tx, actor, now, view } = c.var;
		const day = dayFrom(await tasksOf(tx, actor, now.today));
		const beginnings = await findBeginnings(tx, actor);
		const unread = await countUnread(tx, actor);
		const completed = day.done.find(({ completionId }) => completionId === c.req.query('of'));
		return c.html(<TodayPage {...{ view, day, beginnings, unread, completed }} />);
	})
];
