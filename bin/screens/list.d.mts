export declare const screens: readonly (readonly [
	name: string,
	who: string | null,
	route: string | null,
	walk?: (page: import('playwright-core').Page) => string | Promise<string>
])[];
/** Address → why it has no picture. */
export declare const without: Readonly<Record<string, string>>;
