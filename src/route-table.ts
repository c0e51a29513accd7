import type { Route } from './http';
import { calendarRoutes } from './modules/calendar/routes';

/** Every address of the product, who may use it and what it journals. The authorisation walk test is made from it. */
export const routeTable: readonly Route[] = [...calendarRoutes];
