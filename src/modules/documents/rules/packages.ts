import type { OwnTemplateCode } from './library/templates';

/** Papers of a pair in the order they are signed in, with who signs: consent, agreement, then what pairs work by. */
export const pairPapers = [
	['mentor-consent', 'наставник'],
	['additional-agreement', 'руководитель и наставник'],
	['programme', 'наставник, наставляемый, куратор'],
	['meeting-log', 'наставник и наставляемый – после каждой встречи']
] as const satisfies readonly (readonly [OwnTemplateCode, string])[];
