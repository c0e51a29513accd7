import { plainText } from '../../core/forms';
import { get, type Route } from '../../http';
import { SearchPage } from './pages';
import { searchEverything } from './queries/search';

export const searchRoutes: readonly Route[] = [
	get('/search', 'signed-in', async (c) => {
		const { tx, actor, view } = c.var;
		const query = plainText(c.req.query('q') ?? '')
			.trim()
			.slice(0, 200);
		return c.html(<SearchPage view={view} query={query} found={await searchEverything(tx, actor, query)} />);
	})
];
