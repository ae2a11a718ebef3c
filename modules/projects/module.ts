import { defineModule } from '#platform/http/module.ts'
import { applyForAward } from './commands/awards/apply-for-award.ts'
import { attachAwardReceipt } from './commands/awards/attach-award-receipt.ts'
import { correctPayee } from './commands/awards/correct-payee.ts'
import { declineAward } from './commands/awards/decline-award.ts'
import { openAward } from './commands/awards/open-award.ts'
import { recordAwardVisit } from './commands/awards/record-award-visit.ts'
import { returnTransfer } from './commands/awards/return-transfer.ts'
import { withdrawAward } from './commands/awards/withdraw-award.ts'
import { approveBatch } from './commands/batches/approve-batch.ts'
import { discardBatch } from './commands/batches/discard-batch.ts'
import { draftBatch } from './commands/batches/draft-batch.ts'
import { fillBatch } from './commands/batches/fill-batch.ts'
import { importResults } from './commands/batches/import-results.ts'
import { returnBatch } from './commands/batches/return-batch.ts'
import { submitBatch } from './commands/batches/submit-batch.ts'
import { enterBeneficiary } from './commands/beneficiaries/enter-beneficiary.ts'
import { removeBeneficiary } from './commands/beneficiaries/remove-beneficiary.ts'
import { acceptProject } from './commands/projects/accept-project.ts'
import { addProjectPaper } from './commands/projects/add-project-paper.ts'
import { approveProject } from './commands/projects/approve-project.ts'
import { closeProject } from './commands/projects/close-project.ts'
import { declineProject } from './commands/projects/decline-project.ts'
import { discardProject } from './commands/projects/discard-project.ts'
import { draftProject } from './commands/projects/draft-project.ts'
import { evaluateProject } from './commands/projects/evaluate-project.ts'
import { reachMilestone } from './commands/projects/reach-milestone.ts'
import { reserveProjectMoney } from './commands/projects/reserve-project-money.ts'
import { returnProject } from './commands/projects/return-project.ts'
import { reviewProject } from './commands/projects/review-project.ts'
import { submitProject } from './commands/projects/submit-project.ts'
import { updateProject } from './commands/projects/update-project.ts'
import { answerObjection } from './commands/objections/answer-objection.ts'
import { openObjection } from './commands/objections/open-objection.ts'
import { recordObjection } from './commands/objections/record-objection.ts'
import { sendObjection } from './commands/objections/send-objection.ts'
import { projectsContract } from './contract.ts'
import { makePaymentFile } from './exchange/make-payment-file.ts'
import { openAwardScan } from './exchange/open-award-scan.ts'
import { openProjectPaper } from './exchange/open-project-paper.ts'
import { tellOfObjection } from './jobs/tell-of-objection.ts'
import { tellReachOfAward } from './jobs/tell-reach-of-award.ts'
import { invariants } from './queries/invariants.ts'
import { nightlyWalk } from '#platform/jobs/invariants.ts'
import { followFreedMoney } from './jobs/follow-freed-money.ts'
import { forgetErasedAwards } from './jobs/forget-erased-awards.ts'
import { askObjection } from './queries/ask-objection.ts'
import { getAward } from './queries/get-award.ts'
import { getBatch } from './queries/get-batch.ts'
import { listAwardGrounds } from './queries/list-award-grounds.ts'
import { listAwardKinds } from './queries/list-award-kinds.ts'
import { listAwards } from './queries/list-awards.ts'
import { listBatches } from './queries/list-batches.ts'
import { listAidLists } from './queries/public-lists.ts'
import { getProject } from './queries/projects/get-project.ts'
import { listOpenProjects } from './queries/projects/list-open-projects.ts'
import { listProjectGrounds } from './queries/projects/list-project-grounds.ts'
import { listProjectPostings } from './queries/projects/list-project-postings.ts'
import { listProjects } from './queries/projects/list-projects.ts'

/** 公益项目、资助, as apps/ assemble it. */
export const projectsModule = defineModule({
  name: 'projects',
  contract: projectsContract,
  operations: {
    listAwardKinds, listAwards, getAward, applyForAward, correctPayee, openAward, withdrawAward, declineAward, attachAwardReceipt, recordAwardVisit,
      returnTransfer,
    listAwardGrounds, listBatches, getBatch, draftBatch, fillBatch, submitBatch, approveBatch, returnBatch, discardBatch, importResults,
    listProjects, getProject, listOpenProjects, listProjectGrounds, listProjectPostings, draftProject, updateProject, submitProject, discardProject,
    reviewProject, returnProject, declineProject, approveProject, reachMilestone, reserveProjectMoney, addProjectPaper,
    acceptProject, evaluateProject, closeProject,
    enterBeneficiary, removeBeneficiary, listAidLists: { anonymously: listAidLists }, sendObjection: { anonymously: sendObjection },
    askObjection: { anonymously: askObjection }, recordObjection, answerObjection, openObjection,
  },
  downloads: [makePaymentFile, openAwardScan, openProjectPaper],
  jobs: [followFreedMoney, forgetErasedAwards, tellReachOfAward, tellOfObjection, nightlyWalk({ module: 'projects', schedule: '40 3 * * *', invariants })],
  invariants,
})
