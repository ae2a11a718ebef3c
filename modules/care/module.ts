import { defineModule } from '#platform/http/module.ts'
import { assessRisk } from './commands/assessments/assess-risk.ts'
import { closeCase } from './commands/close-case.ts'
import { correctVisit } from './commands/correct-visit.ts'
import { decideOverride } from './commands/assessments/decide-override.ts'
import { discardVisitDraft } from './commands/discard-visit-draft.ts'
import { endPairing } from './commands/pairings/end-pairing.ts'
import { openCase } from './commands/open-case.ts'
import { pairVolunteer } from './commands/pairings/pair-volunteer.ts'
import { dropPlannedVisit, planVisits } from './commands/plan-visits.ts'
import { recordVisit } from './commands/record-visit.ts'
import { reopenCase } from './commands/reopen-case.ts'
import { saveVisitDraft } from './commands/save-visit-draft.ts'
import { voidVisit } from './commands/void-visit.ts'
import { careContract } from './contract.ts'
import { endTasksOfOverride } from './jobs/end-tasks-of-override.ts'
import { endPairings } from './jobs/end-pairings.ts'
import { endRemindersOfVisit } from './jobs/end-reminders-of-visit.ts'
import { forgetErasedChild } from './jobs/forget-erased-child.ts'
import { givePairedVolunteerAccess } from './jobs/give-paired-volunteer-access.ts'
import { remindOfOverdueVisits } from './jobs/remind-of-overdue-visits.ts'
import { tellSuperiorOfClosing } from './jobs/tell-superior-of-closing.ts'
import { tellOfOverride } from './jobs/tell-of-override.ts'
import { warnOfExpiringClearances } from './jobs/warn-of-expiring-clearances.ts'
import { getCareStandards } from './queries/get-care-standards.ts'
import { getCase } from './queries/get-case.ts'
import { getVisit } from './queries/get-visit.ts'
import { getVisitDraft } from './queries/get-visit-draft.ts'
import { listCases } from './queries/list-cases.ts'
import { listOverdue } from './queries/list-overdue.ts'
import { listPairingCandidates } from './queries/list-pairing-candidates.ts'
import { listPlannedVisits } from './queries/list-planned-visits.ts'
import { listVisits } from './queries/list-visits.ts'

/** 帮扶, as apps/ assemble it. */
export const careModule = defineModule({
  name: 'care',
  contract: careContract,
  operations: {
    listCases, searchCases: listCases, listOverdue, getCase, openCase, assessRisk, decideOverride, closeCase, reopenCase,
    listPairingCandidates, pairVolunteer, endPairing,
    listVisits, getVisit, recordVisit, correctVisit, voidVisit, saveVisitDraft, getVisitDraft, discardVisitDraft,
    listPlannedVisits, planVisits, dropPlannedVisit, getCareStandards,
  },
  jobs: [
    remindOfOverdueVisits, warnOfExpiringClearances, endPairings, endRemindersOfVisit, tellSuperiorOfClosing, givePairedVolunteerAccess, forgetErasedChild,
    tellOfOverride, endTasksOfOverride,
  ],
})
