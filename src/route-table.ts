import type { Route } from './http';

/** Every address of the product, who may use it and what it journals. The authorisation walk test is made from it. */
export const routeTable: readonly Route[] = [];
