import type { Route } from './http';
import { accountRoutes } from './modules/access/routes/accounts';
import { firstRunRoutes } from './modules/access/routes/first-run';
import { invitationRoutes } from './modules/access/routes/invitation';
import { ownAccessRoutes } from './modules/access/routes/own-access';
import { roleRoutes } from './modules/access/routes/roles';
import { signInRoutes } from './modules/access/routes/sign-in';
import { slipRoutes } from './modules/access/routes/slips';
import { calendarRoutes } from './modules/calendar/routes';
import { ownConsentRoutes } from './modules/consents/routes/own';
import { consentPersonRoutes } from './modules/consents/routes/person';
import { consentRegisterRoutes } from './modules/consents/routes/register';
import { consentTextRoutes } from './modules/consents/routes/texts';
import { agreementRoutes } from './modules/documents/routes/agreement';
import { approvalRoutes } from './modules/documents/routes/approvals';
import { bookRoutes } from './modules/documents/routes/book';
import { documentCheckRoutes } from './modules/documents/routes/check';
import { checkPageRoutes } from './modules/documents/routes/check-page';
import { linkRoutes } from './modules/documents/routes/links';
import { documentRoutes } from './modules/documents/routes/list';
import { madeRoutes } from './modules/documents/routes/made';
import { nameFormsRoutes } from './modules/documents/routes/name-forms';
import { packageRoutes } from './modules/documents/routes/packages';
import { particularsRoutes } from './modules/documents/routes/particulars';
import { documentReaderRoutes } from './modules/documents/routes/readers';
import { registrationRoutes } from './modules/documents/routes/registration';
import { documentTemplateRoutes } from './modules/documents/routes/template';
import { documentTurnRoutes } from './modules/documents/routes/turns';
import { actRoutes } from './modules/events/routes/acts';
import { attendanceRoutes } from './modules/events/routes/attendance';
import { eventRoutes } from './modules/events/routes/event';
import { eventListRoutes } from './modules/events/routes/list';
import { minutesRoutes } from './modules/events/routes/minutes';
import { promotionRoutes } from './modules/events/routes/promotion';
import { seriesRoutes } from './modules/events/routes/series';
import { fileRoutes } from './modules/files/routes';
import { groupRoutes } from './modules/groups/routes/sorting';
import { groupSummaryRoutes } from './modules/groups/routes/summary';
import { interviewRoutes } from './modules/interviews/routes/interviews';
import { interviewRoundRoutes } from './modules/interviews/routes/rounds';
import { journalRoutes } from './modules/journal/routes';
import { localActRoutes } from './modules/legal-acts/routes/checklist';
import { legalActExchangeRoutes } from './modules/legal-acts/routes/exchange';
import { legalActRoutes } from './modules/legal-acts/routes/library';
import { matchingBoardRoutes } from './modules/matching/routes/board';
import { matchingComparisonRoutes } from './modules/matching/routes/comparison';
import { matchingPeopleRoutes } from './modules/matching/routes/people';
import { matchingProposalRoutes } from './modules/matching/routes/proposals';
import { matchingRoundRoutes } from './modules/matching/routes/rounds';
import { matchingRunRoutes } from './modules/matching/routes/runs';
import { matchingSlipRoutes } from './modules/matching/routes/slips';
import { matchingTermRoutes } from './modules/matching/routes/terms';
import { allMeetingRoutes } from './modules/meetings/routes/all';
import { meetingRoutes } from './modules/meetings/routes/meeting';
import { pairMeetingRoutes } from './modules/meetings/routes/pair';
import { meetingPaperRoutes } from './modules/meetings/routes/papers';
import { guestRoutes } from './modules/mentorships/routes/guests';
import { mentorshipListRoutes } from './modules/mentorships/routes/list';
import { mentorshipRoutes } from './modules/mentorships/routes/mentorship';
import { nextYearPairRoutes } from './modules/mentorships/routes/next-year';
import { mentorshipOrderRoutes } from './modules/mentorships/routes/orders';
import { myPairRoutes } from './modules/mentorships/routes/own';
import { pleaRoutes } from './modules/mentorships/routes/pleas';
import { unmatchedRoutes } from './modules/mentorships/routes/search';
import { feedRoutes } from './modules/notifications/routes/feed';
import { letterRoutes } from './modules/notifications/routes/letters';
import { meetingFileRoutes } from './modules/notifications/routes/meeting-files';
import { organisationRoutes } from './modules/organisations/routes';
import { duplicateRoutes } from './modules/people/routes/duplicates';
import { peopleListRoutes } from './modules/people/routes/list';
import { periodRoutes } from './modules/people/routes/periods';
import { personRoutes } from './modules/people/routes/person';
import { staffImportRoutes } from './modules/people/routes/staff-import';
import { erasureRoutes } from './modules/personal-data/routes/erasure';
import { ownDataRoutes } from './modules/personal-data/routes/own';
import { practiceListRoutes } from './modules/practices/routes/list';
import { practiceRoutes } from './modules/practices/routes/practice';
import { registerEditionRoutes } from './modules/registry/routes/editions';
import { exchangeRoutes } from './modules/registry/routes/exchange';
import { gapRoutes } from './modules/registry/routes/gaps';
import { graduateRoutes } from './modules/registry/routes/graduates';
import { offerRoutes } from './modules/registry/routes/offers';
import { registryPersonRoutes } from './modules/registry/routes/person';
import { registerRoutes } from './modules/registry/routes/register';
import { registerImportRoutes } from './modules/registry/routes/register-import';
import { requestListRoutes } from './modules/registry/routes/requests';
import { selectionRoutes } from './modules/registry/routes/selection';
import { activityRoutes } from './modules/roadmap/routes/activity';
import { activityChangeRoutes } from './modules/roadmap/routes/activity-changes';
import { commentRoutes } from './modules/roadmap/routes/comments';
import { completionRoutes } from './modules/roadmap/routes/completion';
import { coverageRoutes } from './modules/roadmap/routes/coverage';
import { editionRoutes } from './modules/roadmap/routes/editions';
import { hintRoutes } from './modules/roadmap/routes/hints';
import { acceptanceRoutes } from './modules/roadmap/routes/import-acceptance';
import { correctionRoutes } from './modules/roadmap/routes/import-corrections';
import { importPeopleRoutes } from './modules/roadmap/routes/import-people';
import { importRemarkRoutes } from './modules/roadmap/routes/import-remarks';
import { renewalRoutes } from './modules/roadmap/routes/import-renewal';
import { importRoutes } from './modules/roadmap/routes/imports';
import { nextYearRoutes } from './modules/roadmap/routes/next-year';
import { paperRoutes } from './modules/roadmap/routes/paper';
import { planRoutes } from './modules/roadmap/routes/plan';
import { planBulkRoutes } from './modules/roadmap/routes/plan-bulk';
import { planMonthRoutes } from './modules/roadmap/routes/plan-month';
import { planOrderRoutes } from './modules/roadmap/routes/plan-order';
import { proofFolderRoutes } from './modules/roadmap/routes/proof-folder';
import { starterRoutes } from './modules/roadmap/routes/starters';
import { templateRoutes } from './modules/roadmap/routes/templates';
import { searchRoutes } from './modules/search/routes';
import { lookRoutes } from './modules/surveys/routes/assessment/asking';
import { assessedRoutes } from './modules/surveys/routes/assessment/assessed';
import { ownAssessmentRoutes } from './modules/surveys/routes/assessment/own';
import { fillingRoutes } from './modules/surveys/routes/filling';
import { surveyLinkRoutes } from './modules/surveys/routes/links';
import { paperRoutes as surveyPaperRoutes } from './modules/surveys/routes/paper';
import { questionnaireDraftRoutes } from './modules/surveys/routes/questionnaire-drafts';
import { questionnaireRoutes } from './modules/surveys/routes/questionnaires';
import { answerRoutes } from './modules/surveys/routes/results/answers';
import { bankRoutes } from './modules/surveys/routes/results/bank';
import { comparisonRoutes } from './modules/surveys/routes/results/comparison';
import { preferenceRoutes } from './modules/surveys/routes/results/preferences';
import { reportRoutes } from './modules/surveys/routes/results/report';
import { resultRoutes } from './modules/surveys/routes/results/results';
import { roundRoutes } from './modules/surveys/routes/rounds';
import { waveRoutes } from './modules/surveys/routes/waves';
import { todayRoutes } from './modules/today/routes';

/** Every address of the product, who may use it and what it journals. The authorisation walk test is made from it. */
export const routeTable: readonly Route[] = [
	...signInRoutes,
	...ownAccessRoutes,
	...invitationRoutes,
	...firstRunRoutes,
	...accountRoutes,
	...roleRoutes,
	...slipRoutes,
	...organisationRoutes,
	...calendarRoutes,
	...peopleListRoutes,
	...duplicateRoutes,
	...staffImportRoutes, // before the cards: /people/import is nobody's
	...erasureRoutes, // and so is /people/erasure
	...personRoutes,
	...periodRoutes,
	...consentRegisterRoutes,
	...consentTextRoutes,
	...consentPersonRoutes,
	...ownConsentRoutes,
	...ownDataRoutes,
	...groupSummaryRoutes,
	...groupRoutes,
	...questionnaireRoutes,
	...questionnaireDraftRoutes,
	...preferenceRoutes,
	...roundRoutes,
	...waveRoutes,
	...surveyLinkRoutes,
	...registryPersonRoutes,
	...selectionRoutes,
	...registerEditionRoutes,
	...exchangeRoutes,
	...gapRoutes,
	...graduateRoutes,
	...matchingTermRoutes,
	...matchingPeopleRoutes,
	...matchingRunRoutes,
	...matchingProposalRoutes,
	...matchingBoardRoutes,
	...matchingComparisonRoutes,
	...matchingRoundRoutes,
	...matchingSlipRoutes,
	...interviewRoundRoutes,
	...interviewRoutes,
	...offerRoutes,
	...eventListRoutes, // before the cards: /events/new is no event
	...attendanceRoutes,
	...minutesRoutes,
	...seriesRoutes,
	...actRoutes,
	...promotionRoutes,
	...eventRoutes,
	...allMeetingRoutes, // before the pairs: /mentorships/meetings is none
	...pairMeetingRoutes,
	...meetingFileRoutes,
	...meetingPaperRoutes,
	...meetingRoutes,
	...mentorshipListRoutes, // before the cards: /mentorships/new is no pair
	...unmatchedRoutes,
	...nextYearPairRoutes,
	...mentorshipOrderRoutes,
	...mentorshipRoutes,
	...myPairRoutes,
	...pleaRoutes,
	...guestRoutes,
	...documentRoutes,
	...bookRoutes,
	...registrationRoutes,
	...documentReaderRoutes,
	...agreementRoutes,
	...approvalRoutes,
	...linkRoutes,
	...documentTurnRoutes,
	...nameFormsRoutes,
	...particularsRoutes,
	...madeRoutes, // before the kinds: /documents/made is none
	...packageRoutes,
	...documentCheckRoutes,
	...checkPageRoutes,
	...legalActExchangeRoutes, // before the acts: /legal-acts/exchange is none
	...legalActRoutes,
	...localActRoutes,
	...documentTemplateRoutes,
	...practiceListRoutes, // before the cards: /practices/new is no practice
	...practiceRoutes,
	...requestListRoutes,
	...registerRoutes,
	...registerImportRoutes,
	...fillingRoutes,
	...lookRoutes,
	...assessedRoutes,
	...ownAssessmentRoutes,
	...surveyPaperRoutes,
	...resultRoutes,
	...comparisonRoutes,
	...answerRoutes,
	...reportRoutes,
	...bankRoutes,
	...todayRoutes,
	...importRoutes,
	...correctionRoutes,
	...importPeopleRoutes,
	...importRemarkRoutes,
	...hintRoutes,
	...acceptanceRoutes,
	...renewalRoutes,
	...starterRoutes,
	...planMonthRoutes,
	...planBulkRoutes,
	...planOrderRoutes,
	...templateRoutes,
	...planRoutes, // after the imports' own: /roadmap/imports is no plan
	...nextYearRoutes,
	...paperRoutes,
	...editionRoutes,
	...proofFolderRoutes,
	...activityRoutes,
	...activityChangeRoutes,
	...completionRoutes,
	...coverageRoutes,
	...commentRoutes,
	...fileRoutes,
	...journalRoutes,
	...searchRoutes,
	...feedRoutes,
	...letterRoutes
];
