/** `npm run test:long`: what `npm test` does with one of a kind, or from one side, is done with all and from all. */
export const inFull = process.env.TEST_LONG === '1';
