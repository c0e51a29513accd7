import { randomBytes } from 'node:crypto';

/** 192 bits nobody can guess: a session, a known device. */
export const newSecret = () => randomBytes(24).toString('base64url');
