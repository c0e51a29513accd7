import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { open, type Route, type Visitor } from '../../../http';
import { clientAddress } from '../../../http-client';
import { buckets } from '../../../http-rate';
import { ErrorPage } from '../../../ui/error-page';
import { filesOf, uploadLimit } from '../../files/rules';
import { CheckedPage, type Compared, UncheckedPage } from '../pages/check-page';
import { findChecked } from '../queries/check-page';
import { isCheckCode } from '../rules/check-page';

/** A class may look at an order at once; whoever tries codes or sends files without end waits. */
const mayLook = buckets({ capacity: 120, perSecond: 1 });
const maySend = buckets({ capacity: 20, perSecond: 1 / 6 });

/** The page of the code in the address; unknown, mistyped and of a removed document is one answer. */
async function answer(c: Context<Visitor>, may: typeof mayLook, compare: () => Promise<Compared | undefined>) {
	const { world, now } = c.var;
	c.header('x-robots-tag', 'noindex');
	const address = clientAddress(c, world);
	const wait = address ? may(address, Date.parse(now.at) / 1000) : 0;
	if (wait > 0) return c.html(<ErrorPage status={429} />, 429, { 'retry-after': String(wait) });
	const code = c.req.param('code') ?? '';
	const found = isCheckCode(code) ? await findChecked(world.db, code) : undefined;
	if (!found) return c.html(<UncheckedPage />, 404);
	const compared = found.standing === 'registered' ? await compare() : undefined;
	const page = <CheckedPage {...{ code, found, compared }} />;
	return c.html(page, compared === 'nothing' ? 422 : 200);
}

/** The page a paper's QR code leads to: open to anyone, and to nobody's hand who has not seen the paper. */
export const checkPageRoutes: readonly Route[] = [
	open.get('/check/:code', (c) => answer(c, mayLook, async () => undefined)),

	/** Without script the file comes here; it is counted over and kept nowhere. */
	open.post(
		'/check/:code',
		(c) =>
			answer(c, maySend, async () => {
				const [file] = filesOf(await c.req.formData(), 'file');
				if (!file) return 'nothing';
				return {
					name: file.name,
					sum: createHash('sha256')
						.update(new Uint8Array(await file.arrayBuffer()))
						.digest('hex')
				};
			}),
		{ limit: uploadLimit }
	)
];
