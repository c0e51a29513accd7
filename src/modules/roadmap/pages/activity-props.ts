import type { Child } from 'hono/jsx';
import type { Problems, Values } from '../../../core/forms';
import type { View } from '../../../core/view';
import type { JournalLine } from '../../journal/queries';
import type { PlanActivity } from '../queries/activities';
import type { Colleague } from '../queries/colleagues';
import type { FoundComment as Comment } from '../queries/comments';
import type { Evidence } from '../queries/evidence';

/** What the card of an activity and its parts are drawn from. */
export type ActivityProps = {
	view: View;
	activity: PlanActivity;
	evidence: readonly Evidence[];
	comments: readonly Comment[];
	history: readonly JournalLine[];
	colleagues: readonly Colleague[];
	values: Values;
	problems?: Problems | undefined;
	/** The last working day before the next term, when that falls on a day off. */
	workBy: string | null;
	notice?: Child;
};
