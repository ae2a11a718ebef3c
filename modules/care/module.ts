import { defineModule } from '#platform/http/module.ts'
import { assessRisk } from './commands/assessments/assess-risk.ts'
import { closeCase } from './commands/close-case.ts'
import { correctVisit } from './commands/correct-visit.ts'
import { decideOverride } from './commands/assessments/decide-override.ts'
import { discardVisitDraft } from './commands/discard-visit-draft.ts'
import { endPairing } from './commands/pairings/end-pairing.ts'
import { openCase } from './commands/open-case.ts'
import { handOverPairing } from './commands/pairings/hand-over-pairing.ts'
import { pairVolunteer } from './commands/pairings/pair-volunteer.ts'
import { dropPlannedVisit, planVisits } from './commands/plan-visits.ts'
import { setPairingWishes } from './commands/pairings/set-pairing-wishes.ts'
import { addPlan } from './commands/plans/add-plan.ts'
import { decidePlan } from './commands/plans/decide-plan.ts'
import { endPlan } from './commands/plans/end-plan.ts'
import { recordReview } from './commands/plans/record-review.ts'
import { resumePlan } from './commands/plans/resume-plan.ts'
import { submitPlan } from './commands/plans/submit-plan.ts'
import { updatePlan } from './commands/plans/update-plan.ts'
import { commentOnVisit } from './commands/visits/comment-on-visit.ts'
import { handOverNotes } from './commands/notes/hand-over-notes.ts'
import { openEarlierNotes } from './commands/notes/open-earlier-notes.ts'
import { dropSeries } from './commands/visits/drop-series.ts'
import { orderRoute } from './commands/visits/order-route.ts'
import { updateSeries } from './commands/visits/update-series.ts'
import { printWeekLists } from './exchange/print-week-lists.ts'
import { getRoute } from './queries/visits/get-route.ts'
import { getWeeklyDigest } from './queries/visits/get-weekly-digest.ts'
import { listWeekVolunteers } from './queries/visits/list-week-volunteers.ts'
import { sendWeeklyDigests } from './jobs/send-weekly-digests.ts'
import { movePlannedVisit } from './commands/visits/move-planned-visit.ts'
import { planSeries } from './commands/visits/plan-series.ts'
import { recordVisit } from './commands/record-visit.ts'
import { reopenCase } from './commands/reopen-case.ts'
import { saveVisitDraft } from './commands/save-visit-draft.ts'
import { voidVisit } from './commands/void-visit.ts'
import { careContract } from './contract.ts'
import { endTasksOfOverride } from './jobs/end-tasks-of-override.ts'
import { endPairings } from './jobs/end-pairings.ts'
import { endRemindersOfVisit } from './jobs/end-reminders-of-visit.ts'
import { followMergedVolunteer } from './jobs/follow-merged-volunteer.ts'
import { followTransferredChild } from './jobs/follow-transferred-child.ts'
import { forgetErasedChild } from './jobs/forget-erased-child.ts'
import { givePairedVolunteerAccess } from './jobs/give-paired-volunteer-access.ts'
import { remindOfOverdueVisits } from './jobs/remind-of-overdue-visits.ts'
import { tellSuperiorOfClosing } from './jobs/tell-superior-of-closing.ts'
import { remindOfReviews } from './jobs/remind-of-reviews.ts'
import { stopPairings } from './jobs/volunteers/stop-pairings.ts'
import { tellOfPausedPairings } from './jobs/volunteers/tell-of-paused-pairings.ts'
import { suspendPlans } from './jobs/consents/suspend-plans.ts'
import { tellOfOverride } from './jobs/tell-of-override.ts'
import { escalateVisits } from './jobs/escalate-visits.ts'
import { tellOfComment } from './jobs/tell-of-comment.ts'
import { tellOfClosedChild } from './jobs/tell-of-closed-child.ts'
import { tellOfEndedConsent } from './jobs/consents/tell-of-ended-consent.ts'
import { tellOfDoubleCases } from './jobs/tell-of-double-cases.ts'
import { tellOfLoneVisit } from './jobs/tell-of-lone-visit.ts'
import { tellOfPlan } from './jobs/tell-of-plan.ts'
import { warnOfExpiringClearances } from './jobs/volunteers/warn-of-expiring-clearances.ts'
import { getCareStandards } from './queries/get-care-standards.ts'
import { getCase } from './queries/get-case.ts'
import { getVisit } from './queries/get-visit.ts'
import { getVisitDraft } from './queries/get-visit-draft.ts'
import { listCases } from './queries/list-cases.ts'
import { listOverdue } from './queries/list-overdue.ts'
import { listPairingCandidates } from './queries/list-pairing-candidates.ts'
import { listPlannedVisits } from './queries/list-planned-visits.ts'
import { getPlan } from './queries/plans/get-plan.ts'
import { listPlans } from './queries/plans/list-plans.ts'
import { listVisits } from './queries/list-visits.ts'

/** 帮扶, as apps/ assemble it. */
export const careModule = defineModule({
  name: 'care',
  contract: careContract,
  operations: {
    listCases, searchCases: listCases, listOverdue, getCase, openCase, assessRisk, decideOverride, closeCase, reopenCase,
    listPairingCandidates, pairVolunteer, endPairing, handOverPairing, setPairingWishes,
    listPlans, getPlan, addPlan, updatePlan, submitPlan, decidePlan, recordReview, endPlan, resumePlan,
    listVisits, getVisit, recordVisit, correctVisit, voidVisit, saveVisitDraft, getVisitDraft, discardVisitDraft,
    listPlannedVisits, planVisits, dropPlannedVisit, planSeries, updateSeries, dropSeries, movePlannedVisit, commentOnVisit, getCareStandards,
    handOverNotes, openEarlierNotes, getRoute, orderRoute, listWeekVolunteers, printWeekLists, getWeeklyDigest,
  },
  jobs: [
    remindOfOverdueVisits, warnOfExpiringClearances, endPairings, endRemindersOfVisit, tellSuperiorOfClosing,
    givePairedVolunteerAccess, followMergedVolunteer, stopPairings, tellOfPausedPairings,
    forgetErasedChild, followTransferredChild, tellOfClosedChild, tellOfDoubleCases,
    tellOfOverride, endTasksOfOverride, tellOfPlan, suspendPlans, tellOfEndedConsent,
    remindOfReviews, sendWeeklyDigests, tellOfLoneVisit, tellOfComment, escalateVisits,
  ],
})
