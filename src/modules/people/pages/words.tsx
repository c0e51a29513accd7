import type { Child } from 'hono/jsx';
import { dayText } from '../../../ui/text';
import { tenure, tenureText } from '../rules/tenure';

/** «наставник, куратор» */

/** «2 года 3 месяца», with the day it began in the title. */
export const Tenure = ({ since, on }: { since: string | null; on: string }): Child =>
	since ? <span title={`с ${dayText(since)}`}>{tenureText(tenure(since, on))}</span> : null;
