import { defineModule } from '#platform/http/module.ts'
import { applyForAward } from './commands/awards/apply-for-award.ts'
import { attachAwardReceipt } from './commands/awards/attach-award-receipt.ts'
import { correctPayee } from './commands/awards/correct-payee.ts'
import { declineAward } from './commands/awards/decline-award.ts'
import { openAward } from './commands/awards/open-award.ts'
import { recordAwardVisit } from './commands/awards/record-award-visit.ts'
import { withdrawAward } from './commands/awards/withdraw-award.ts'
import { approveBatch } from './commands/batches/approve-batch.ts'
import { discardBatch } from './commands/batches/discard-batch.ts'
import { draftBatch } from './commands/batches/draft-batch.ts'
import { fillBatch } from './commands/batches/fill-batch.ts'
import { importResults } from './commands/batches/import-results.ts'
import { returnBatch } from './commands/batches/return-batch.ts'
import { submitBatch } from './commands/batches/submit-batch.ts'
import { projectsContract } from './contract.ts'
import { makePaymentFile } from './exchange/make-payment-file.ts'
import { openAwardScan } from './exchange/open-award-scan.ts'
import { forgetErasedAwards } from './jobs/forget-erased-awards.ts'
import { getAward } from './queries/get-award.ts'
import { getBatch } from './queries/get-batch.ts'
import { listAwardGrounds } from './queries/list-award-grounds.ts'
import { listAwardKinds } from './queries/list-award-kinds.ts'
import { listAwards } from './queries/list-awards.ts'
import { listBatches } from './queries/list-batches.ts'

/** 公益项目、资助, as apps/ assemble it. */
export const projectsModule = defineModule({
  name: 'projects',
  contract: projectsContract,
  operations: {
    listAwardKinds, listAwards, getAward, applyForAward, correctPayee, openAward, withdrawAward, declineAward, attachAwardReceipt, recordAwardVisit,
    listAwardGrounds, listBatches, getBatch, draftBatch, fillBatch, submitBatch, approveBatch, returnBatch, discardBatch, importResults,
  },
  downloads: [makePaymentFile, openAwardScan],
  jobs: [forgetErasedAwards],
})
