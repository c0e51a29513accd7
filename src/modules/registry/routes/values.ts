import { showDate } from '../../../core/dates';
import type { Values } from '../../../core/forms';
import type { OfferLine, RequestLine } from '../queries/person';

/** A request as its form shows it. */
export const requestValues = (request: RequestLine): Values => ({
	words: request.words,
	priority: String(request.priority),
	format: request.format,
	source: request.source,
	sourceNote: request.sourceNote,
	saidOn: showDate(request.saidOn),
	version: String(request.version),
	...Object.fromEntries(
		request.deficits.map(({ source, topic, level }) => [`level-${source}-${topic}`, String(level)] as const)
	)
});

/** An offer as its form shows it. */
export const offerValues = (offer: OfferLine): Values => ({
	otherCompetences: offer.otherCompetences,
	achievements: offer.achievements,
	interests: offer.interests,
	capacity: String(offer.capacity),
	freeTime: offer.freeTime,
	wishes: offer.wishes,
	category: offer.category,
	source: offer.source,
	sourceNote: offer.sourceNote,
	saidOn: showDate(offer.saidOn),
	until: offer.until ? showDate(offer.until) : '',
	version: String(offer.version)
});
