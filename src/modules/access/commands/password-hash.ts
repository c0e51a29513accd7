import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind), above OWASP's minimum; some 40 ms on a school's computer. */
const cost = { memoryCost: 32 * 1024, timeCost: 3, parallelism: 1 } as const;

/** «й» may be one sign or two, as the system pleases; the password is the same. */
const same = (password: string) => password.normalize('NFC');

export const hashPassword = (password: string) => hash(same(password), cost);

let nobodys: Promise<string> | undefined;

/** Takes as long for a login nobody has as for a real one: the time must not tell which logins exist. */
export async function passwordMatches(stored: string | null | undefined, typed: string) {
	nobodys ??= hashPassword(crypto.randomUUID());
	const matches = await verify(stored ?? (await nobodys), same(typed));
	return matches && typeof stored === 'string';
}
