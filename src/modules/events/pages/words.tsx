import { Pill, StatePill } from '../../../ui/state';
import { Day } from '../../../ui/text';
import { type EventDays, standingOf } from '../rules/event';

/** How an event stands, as a word and an icon. */
export const EventPill = ({ event, today }: { event: EventDays; today: string }) => {
	switch (standingOf(event, today)) {
		case 'draft':
			return <Pill icon="pencil">не объявлено</Pill>;
		case 'coming':
			return (
				<StatePill
					state={event.heldOn === today ? 'this-week' : 'later'}
					label={event.heldOn === today ? 'сегодня' : 'впереди'}
				/>
			);
		case 'unmarked':
			return <StatePill state="doubtful" label="отметьте, кто был" />;
		case 'held':
			return <StatePill state="done" label={event.meets ? 'состоялось' : 'завершено'} />;
		case 'told':
			return <StatePill state="waiting" label="объявлено" />;
		case 'cancelled':
			return <Pill icon="cross">отменено</Pill>;
	}
};

/** «7 сентября, 14:30» */
export const When = ({ event, today }: { event: { heldOn: string; startsAt: string | null }; today: string }) => (
	<>
		<Day date={event.heldOn} today={today} />
		{event.startsAt && `, ${event.startsAt}`}
	</>
);

export const eventsCrumb = { href: '/events', label: 'События' };
export const people = ['человек', 'человека', 'человек'] as const;
export const eventForms = ['событие', 'события', 'событий'] as const;
