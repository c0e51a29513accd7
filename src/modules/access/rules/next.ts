const nowhere = 'http://nowhere.invalid';

/** Where sign-in may lead: a path of our own, never another site («//elsewhere», «/\elsewhere») nor sign-in itself. */
export function ownPath(asked: string | undefined) {
	if (!asked?.startsWith('/') || !URL.canParse(asked, nowhere)) return '/';
	const { origin, pathname, search } = new URL(asked, nowhere);
	const own = origin === nowhere && !pathname.startsWith('//') && !/^\/sign-(in|out)(\/|$)/.test(pathname);
	return own ? pathname + search : '/';
}
