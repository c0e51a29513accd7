import { randomBytes } from 'node:crypto';

/** The field of a paper that leads to its page; also what a picture is called (its alternative text) that shows the code. */
export const checkField = { group: 'документ', name: 'проверка' } as const;
export const checkPictureName = `{${checkField.group}.${checkField.name}}`;

/** 128 bits nobody guesses. Printed on paper, so it is given once and never changes. */
export const newCheckCode = () => randomBytes(16).toString('base64url');
export const isCheckCode = (code: string) => /^[\w-]{22}$/.test(code);
export const checkLink = (address: string, code: string) => `${address}/check/${code}`;

/** The values of a paper with the address of its page among them. */
export const withCheckLink = <T extends Readonly<Record<string, unknown>>>(values: T, link: string): T => ({
	...values,
	[checkField.group]: { ...(values[checkField.group] as object | undefined), [checkField.name]: link }
});
