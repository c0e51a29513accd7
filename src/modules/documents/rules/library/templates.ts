import { additionalAgreement } from './agreement';
import { amendingOrder } from './amending-order';
import { annex } from './annex';
import { cancellingOrder } from './cancelling-order';
import { collectiveAgreement } from './collective-agreement';
import { curatorOrder } from './curator-order';
import { distributionConsent, processingConsent } from './data-consents';
import { endingOrder } from './ending-order';
import { extensionOrder } from './extension-order';
import { finalEventOrder } from './final-event-order';
import { groupOrder } from './group-order';
import { introductionOrder } from './introduction-order';
import { levelDirective } from './level-directive';
import { menteeConsent } from './mentee-consent';
import { mentorConsent } from './mentor-consent';
import { pairingOrder } from './pairing-order';
import { networkAgreement, partnerAgreement } from './partner-agreements';
import { payOrder } from './pay-order';
import { planChangeOrder } from './plan-change-order';
import { generalProgramme } from './programme';
import { programmeOrder } from './programme-order';
import { regulation } from './regulation';
import { regulationOrder } from './regulation-order';
import { replacementOrder } from './replacement-order';
import { rewardOrder } from './reward-order';
import { rewardRegulation } from './reward-regulation';
import { roadmapAnnex } from './roadmap-annex';
import type { OwnTemplate } from './template';
import { unionRequest } from './union-request';
import { workingTemplates } from './working/kinds';

export type { OwnTemplate, Series } from './template';

/** Our templates, in the order a year asks for them. A new wording of one is a new source here. */
export const ownTemplates = {
	'level-directive': levelDirective,
	'introduction-order': introductionOrder,
	'regulation-order': regulationOrder,
	regulation,
	'roadmap-annex': roadmapAnnex,
	'programme-order': programmeOrder,
	'general-programme': generalProgramme,
	'curator-order': curatorOrder,
	'group-order': groupOrder,
	'collective-agreement': collectiveAgreement,
	'pay-order': payOrder,
	'reward-regulation': rewardRegulation,
	'union-request': unionRequest,
	'mentor-consent': mentorConsent,
	'mentee-consent': menteeConsent,
	'processing-consent': processingConsent,
	'distribution-consent': distributionConsent,
	'additional-agreement': additionalAgreement,
	'pairing-order': pairingOrder,
	'replacement-order': replacementOrder,
	'extension-order': extensionOrder,
	'ending-order': endingOrder,
	'plan-change-order': planChangeOrder,
	'network-agreement': networkAgreement,
	'partner-agreement': partnerAgreement,
	'final-event-order': finalEventOrder,
	'reward-order': rewardOrder,
	'cancelling-order': cancellingOrder,
	'amending-order': amendingOrder,
	annex,
	...workingTemplates
} satisfies Record<string, OwnTemplate>;

export type OwnTemplateCode = keyof typeof ownTemplates;
export const ownTemplateCodes = Object.keys(ownTemplates) as OwnTemplateCode[];
