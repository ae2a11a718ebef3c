import { defineModule } from '#platform/http/module.ts'
import { addShare } from './commands/acts/add-share.ts'
import { attachReceiptScan } from './commands/acts/attach-receipt-scan.ts'
import { giveAct } from './commands/acts/give-act.ts'
import { offerAct } from './commands/acts/offer-act.ts'
import { openAct } from './commands/acts/open-act.ts'
import { receiveAct } from './commands/acts/receive-act.ts'
import { voidAct } from './commands/acts/void-act.ts'
import { withdrawShare } from './commands/acts/withdraw-share.ts'
import { closeNeed } from './commands/needs/close-need.ts'
import { decideNeed } from './commands/needs/decide-need.ts'
import { openNeed } from './commands/needs/open-need.ts'
import { raiseNeed } from './commands/needs/raise-need.ts'
import { withdrawNeed } from './commands/needs/withdraw-need.ts'
import { claimWish } from './commands/wishes/claim-wish.ts'
import { closeWish } from './commands/wishes/close-wish.ts'
import { decideWish } from './commands/wishes/decide-wish.ts'
import { draftWish } from './commands/wishes/draft-wish.ts'
import { openClaim } from './commands/wishes/open-claim.ts'
import { releaseClaim } from './commands/wishes/release-claim.ts'
import { thankForWish } from './commands/wishes/thank-for-wish.ts'
import { updateWish } from './commands/wishes/update-wish.ts'
import { withdrawWish } from './commands/wishes/withdraw-wish.ts'
import { aidContract } from './contract.ts'
import { exportActs, exportNeeds, exportWishes } from './exchange/export-lists.ts'
import { openReceiptScan } from './exchange/open-receipt-scan.ts'
import { printHandoverSheet } from './exchange/print-handover-sheet.ts'
import { followTransferredAid } from './jobs/follow-transferred-aid.ts'
import { forgetErasedAid } from './jobs/forget-erased-aid.ts'
import { lapseClaims } from './jobs/lapse-claims.ts'
import { remindOfClaims } from './jobs/remind-of-claims.ts'
import { tellOfNeed } from './jobs/tell-of-need.ts'
import { tellOfOwnClaim } from './jobs/tell-of-own-claim.ts'
import { tellOfOwnRelease } from './jobs/tell-of-own-release.ts'
import { tellOfWish } from './jobs/tell-of-wish.ts'
import { withdrawWishes } from './jobs/withdraw-wishes.ts'
import { getAct } from './queries/get-act.ts'
import { getNeed } from './queries/get-need.ts'
import { getWish } from './queries/get-wish.ts'
import { listActs } from './queries/list-acts.ts'
import { listAidKinds } from './queries/list-aid-kinds.ts'
import { listNeeds } from './queries/list-needs.ts'
import { listPublishedWishes } from './queries/list-published-wishes.ts'
import { listWishes } from './queries/list-wishes.ts'

/** 帮扶物资、微心愿, as apps/ assemble it. */
export const aidModule = defineModule({
  name: 'aid',
  contract: aidContract,
  operations: {
    listAidKinds, listNeeds, getNeed, raiseNeed, decideNeed, withdrawNeed, closeNeed, openNeed, listActs, getAct, offerAct, addShare, withdrawShare, giveAct,
    receiveAct, attachReceiptScan, voidAct, openAct, listWishes, getWish, draftWish, updateWish, decideWish, claimWish, releaseClaim, openClaim, thankForWish,
    closeWish, withdrawWish, listPublishedWishes,
  },
  downloads: [exportNeeds, exportActs, exportWishes, printHandoverSheet, openReceiptScan],
  jobs: [tellOfNeed, tellOfWish, tellOfOwnClaim, tellOfOwnRelease, withdrawWishes, lapseClaims, remindOfClaims, followTransferredAid, forgetErasedAid],
})
