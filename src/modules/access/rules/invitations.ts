/** Two weeks: long enough for a vacation to begin and the slip to be found again. */
export const validDays = 14;

export const expiresAt = (at: string) => new Date(Date.parse(at) + validDays * 86_400_000).toISOString();

/** «4821 0937 5562» */
export const showCode = (code: string) => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** Twelve figures however they were typed; undefined when they are not twelve. */
export function readCode(typed: string) {
	const figures = typed.replace(/[\s\-–—.]/g, '');
	return /^\d{12}$/.test(figures) ? figures : undefined;
}

/** How far an address can be opened from. */
export type Reach = 'this-computer' | 'local-network' | 'anywhere';

/** A telephone cannot open 127.0.0.1, and a school's 192.168… only inside the school (school-year.md 9). */
export function reachOf(address: string): Reach {
	const host = new URL(address).hostname.replace(/^\[|\]$/g, '');
	if (host === 'localhost' || host.endsWith('.localhost') || host === '::1' || host.startsWith('127.'))
		return 'this-computer';
	const [first = 0, second = 0] = host.split('.').map(Number);
	const isPrivate =
		/^\d+\.\d+\.\d+\.\d+$/.test(host) &&
		(first === 10 ||
			(first === 172 && second >= 16 && second < 32) ||
			(first === 192 && second === 168) ||
			(first === 169 && second === 254));
	const isLocalName = !/[.:]/.test(host) || host.endsWith('.local') || host.endsWith('.lan');
	return isPrivate || isLocalName || /^f[cde][0-9a-f]*:/.test(host) ? 'local-network' : 'anywhere';
}

/** How somebody stands towards the door. */
export type AccessState = 'open' | 'suspended' | 'invited' | 'expired' | 'never';

type Known = {
	hasAccount: boolean;
	suspended: boolean;
	invitedUntil: string | null; // of the one unused, unrevoked invitation
};

export function accessState({ hasAccount, suspended, invitedUntil }: Known, at: string): AccessState {
	if (suspended) return 'suspended';
	if (hasAccount) return 'open';
	if (!invitedUntil) return 'never';
	return invitedUntil > at ? 'invited' : 'expired';
}
