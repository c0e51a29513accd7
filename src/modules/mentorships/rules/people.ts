/** Somebody by name. */
export type PersonRef = { id: string; name: string };
