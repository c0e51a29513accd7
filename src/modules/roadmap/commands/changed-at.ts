import { sql } from 'kysely';
import type { Now } from '../../../core/dates';

/** Of a row whose words change: now, or the time it has when the clock was put back, so that calendars never see it fall. */
export const changedAt = ({ at }: Now) => sql<string>`greatest(changed_at, ${at}::timestamptz)`;
