import { showDate } from '../../../core/dates';
import type { Values } from '../../../core/forms';
import type { Meeting } from './meeting';

const date = (day: string | null) => (day ? showDate(day) : '');

const absentOf = ({ people }: Meeting) =>
	people
		.filter(({ came }) => !came)
		.map(({ id }) => id)
		.join(' ');

/** The fields of a meeting as the form of writing it down holds them. */
export const recordValues = (meeting: Meeting): Values => ({
	held: meeting.missed ? 'no' : 'yes',
	kind: meeting.kind,
	heldOn: date(meeting.heldOn ?? meeting.plannedOn),
	format: meeting.format ?? 'in-person',
	lasts: String(meeting.lasts),
	place: meeting.place,
	topic: meeting.topic,
	works: meeting.works,
	difficulty: meeting.difficulty,
	nextStep: meeting.nextStep,
	missed: meeting.missed ?? '',
	goal: meeting.goal ?? '',
	absent: absentOf(meeting)
});

export const recordLabels: Record<string, string> = {
	heldOn: 'Когда',
	topic: 'О чём',
	works: 'Что получилось',
	difficulty: 'Что трудно',
	nextStep: 'Следующий шаг',
	place: 'Где'
};

/** What stands there now, for somebody who was second. */
export const theirsOf = (meeting: Meeting): Values => ({ ...recordValues(meeting), version: String(meeting.version) });

export const moveValues = (meeting: Meeting): Values => ({
	version: String(meeting.version),
	plannedOn: date(meeting.plannedOn),
	startsAt: meeting.startsAt ?? '',
	lasts: String(meeting.lasts),
	place: meeting.place,
	topic: meeting.topic
});

export const moveLabels: Record<string, string> = {
	plannedOn: 'Когда',
	startsAt: 'Во сколько',
	place: 'Где',
	topic: 'О чём'
};
