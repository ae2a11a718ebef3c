import { defineModule } from '#platform/http/module.ts'
import { closeChild } from './commands/close-child.ts'
import { correctChild } from './commands/correct-child.ts'
import { decideAccess } from './commands/decide-access.ts'
import { endFact, voidFact } from './commands/facts/end-fact.ts'
import { eraseChild } from './commands/erase-child.ts'
import { openChildFile } from './commands/open-child-file.ts'
import { attachConsentScan } from './commands/consents/attach-consent-scan.ts'
import { recordConsent, withdrawConsent } from './commands/consents/record-consent.ts'
import { recordFact } from './commands/facts/record-fact.ts'
import { registerChild } from './commands/register-child.ts'
import { openInEmergency, requestAccess } from './commands/request-access.ts'
import { setCivilAffairsTypes } from './commands/set-civil-affairs-types.ts'
import { chooseComparedChild } from './commands/lists/choose-compared-child.ts'
import { decideComparedRows } from './commands/lists/decide-compared-rows.ts'
import { decideChildDuplicate } from './commands/merging/decide-child-duplicate.ts'
import { mergeChildren } from './commands/merging/merge-children.ts'
import { undoMerge } from './commands/merging/undo-merge.ts'
import { fillChildForm } from './commands/forms/fill-child-form.ts'
import { openChildForm } from './commands/forms/open-child-form.ts'
import { answerTransfer } from './commands/transfers/answer-transfer.ts'
import { withdrawTransfer } from './commands/transfers/withdraw-transfer.ts'
import { offerTransfer } from './commands/transfers/offer-transfer.ts'
import { requestTransfer } from './commands/transfers/request-transfer.ts'
import { childrenContract } from './contract.ts'
import { exportBlankForm, exportChildForm } from './exchange/export-child-form.ts'
import { exportChildren } from './exchange/export-children.ts'
import { childFormImports } from './exchange/import-child-forms.ts'
import { civilListImports } from './exchange/import-civil-lists.ts'
import { openConsentScan } from './exchange/open-consent-scan.ts'
import { carryOutTransfer } from './jobs/carry-out-transfer.ts'
import { completePersonIndex } from './jobs/complete-person-index.ts'
import { countMergedChildren } from './jobs/count-merged-children.ts'
import { deliverTransfer } from './jobs/deliver-transfer.ts'
import { deriveDueTypesJob } from './jobs/derive-due-types.ts'
import { endLapsedConsentsJob } from './jobs/end-lapsed-consents.ts'
import { endTransfersOfClosedUnit } from './jobs/end-transfers-of-closed-unit.ts'
import { endWithdrawnTransfer } from './jobs/end-withdrawn-transfer.ts'
import { forgetErasedScans } from './jobs/forget-erased-scans.ts'
import { remindOfConsentsJob } from './jobs/remind-of-consents.ts'
import { noteDuplicates, placeDuplicates } from './jobs/note-duplicates.ts'
import { followMergedUnit } from './jobs/follow-merged-unit.ts'
import { tellOfComingBirthdaysJob } from './jobs/tell-of-coming-birthdays.ts'
import { tellOfMarkedVisits } from './jobs/tell-of-marked-visits.ts'
import { tellOfAccessRequest } from './jobs/tell-of-access-request.ts'
import { findDuplicateChildren } from './queries/find-duplicate-children.ts'
import { getChild } from './queries/get-child.ts'
import { getPastChild } from './queries/get-past-child.ts'
import { listAccessRequests } from './queries/list-access-requests.ts'
import { listChildren } from './queries/list-children.ts'
import { listChildTypes } from './queries/list-child-types.ts'
import { listFileReads } from './queries/list-file-reads.ts'
import { getComparison } from './queries/lists/get-comparison.ts'
import { listComparedRows } from './queries/lists/list-compared-rows.ts'
import { listChildDuplicates } from './queries/merging/list-child-duplicates.ts'
import { listMyAccess } from './queries/list-my-access.ts'
import { listTransferUnits } from './queries/list-transfer-units.ts'
import { listTransfers } from './queries/list-transfers.ts'

/** What of the children comes in as a workbook: lists of civil affairs, paper forms. */
export const childImports = [...civilListImports, ...childFormImports]

/** 关爱对象, as apps/ assemble it. */
export const childrenModule = defineModule({
  name: 'children',
  contract: childrenContract,
  operations: {
    listChildren,
    searchChildren: listChildren,
    getChild,
    getPastChild,
    openChildFile,
    findDuplicateChildren,
    registerChild,
    correctChild,
    recordFact,
    endFact,
    voidFact,
    recordConsent,
    withdrawConsent,
    attachConsentScan,
    setCivilAffairsTypes,
    closeChild,
    eraseChild,
    requestAccess,
    openInEmergency,
    listAccessRequests,
    decideAccess,
    listMyAccess,
    listFileReads,
    listChildTypes,
    openChildForm,
    fillChildForm,
    listTransfers,
    listTransferUnits,
    requestTransfer,
    offerTransfer,
    answerTransfer,
    withdrawTransfer,
    getComparison,
    listComparedRows,
    decideComparedRows,
    chooseComparedChild,
    listChildDuplicates,
    decideChildDuplicate,
    mergeChildren,
    undoMerge,
  },
  downloads: [exportChildren, exportChildForm, exportBlankForm, openConsentScan],
  jobs: [
    remindOfConsentsJob,
    forgetErasedScans,
    deliverTransfer,
    carryOutTransfer,
    deriveDueTypesJob,
    tellOfComingBirthdaysJob,
    tellOfAccessRequest,
    followMergedUnit,
    tellOfMarkedVisits,
    countMergedChildren,
    noteDuplicates,
    placeDuplicates,
    completePersonIndex,
    endWithdrawnTransfer,
    endTransfersOfClosedUnit,
    endLapsedConsentsJob,
  ],
})
