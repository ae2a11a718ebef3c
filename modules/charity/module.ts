import { defineModule } from '#platform/http/module.ts'
import { endAgreement } from './commands/agreements/end-agreement.ts'
import { recordAgreement } from './commands/agreements/record-agreement.ts'
import { updateAgreement } from './commands/agreements/update-agreement.ts'
import { loadChannelBill } from './commands/bills/load-channel-bill.ts'
import { settleBillDifference } from './commands/bills/settle-bill-difference.ts'
import { withdrawChannelBill } from './commands/bills/withdraw-channel-bill.ts'
import { openCharge } from './commands/charges/open-charge.ts'
import { mergeDonors } from './commands/donors/merge-donors.ts'
import { discardCampaign } from './commands/campaigns/discard-campaign.ts'
import { fileCampaign } from './commands/campaigns/file-campaign.ts'
import { planCampaign } from './commands/campaigns/plan-campaign.ts'
import { publishProgress } from './commands/campaigns/publish-progress.ts'
import { reportCampaign } from './commands/campaigns/report-campaign.ts'
import { updateCampaign } from './commands/campaigns/update-campaign.ts'
import { linkDonor } from './commands/donors/link-donor.ts'
import { openDonor } from './commands/donors/open-donor.ts'
import { registerDonor } from './commands/donors/register-donor.ts'
import { updateDonor } from './commands/donors/update-donor.ts'
import { publishFund } from './commands/funds/publish-fund.ts'
import { recordReach } from './commands/funds/record-reach.ts'
import { withdrawFund } from './commands/funds/withdraw-fund.ts'
import { changePurpose } from './commands/gifts/change-purpose.ts'
import { confirmGift } from './commands/gifts/confirm-gift.ts'
import { correctGift } from './commands/gifts/correct-gift.ts'
import { discardGift } from './commands/gifts/discard-gift.ts'
import { draftGift } from './commands/gifts/draft-gift.ts'
import { handOutGoods } from './commands/gifts/hand-out-goods.ts'
import { recordReceipt } from './commands/gifts/record-receipt.ts'
import { refundGift } from './commands/gifts/refund-gift.ts'
import { updateGift } from './commands/gifts/update-gift.ts'
import { claimOwnWish } from './commands/own/claim-own-wish.ts'
import { releaseOwnClaim } from './commands/own/release-own-claim.ts'
import { orderOwnGift } from './commands/own/order-own-gift.ts'
import { attachQualificationScan } from './commands/qualifications/attach-qualification-scan.ts'
import { endQualification } from './commands/qualifications/end-qualification.ts'
import { recordQualification } from './commands/qualifications/record-qualification.ts'
import { setBankTransfer } from './commands/settings/set-bank-transfer.ts'
import { setContact } from './commands/settings/set-contact.ts'
import { charityContract } from './contract.ts'
import { exportAgreement } from './exchange/export-agreement.ts'
import { exportGiftCertificate, exportGiftLetter } from './exchange/export-gift-papers.ts'
import { exportDonors, exportGifts } from './exchange/export-lists.ts'
import { receiveWechatCallback } from './exchange/channels/receive-callback.ts'
import { openQualificationScan } from './exchange/open-qualification-scan.ts'
import { bookCharges } from './jobs/book-charges.ts'
import { followCharges } from './jobs/follow-charges.ts'
import { layTrails } from './jobs/lay-trails.ts'
import { publishCells } from './jobs/publish-cells.ts'
import { remindOfCampaigns } from './jobs/remind-of-campaigns.ts'
import { remindOfInstalments } from './jobs/remind-of-instalments.ts'
import { remindOfQualifications } from './jobs/remind-of-qualifications.ts'
import { renewKeysOfPlatform } from './jobs/renew-platform-keys.ts'
import { sendRefunds } from './jobs/send-refunds.ts'
import { verifyCharityJob } from './jobs/verify-charity.ts'
import { getAgreement } from './queries/agreements/get-agreement.ts'
import { listAgreements } from './queries/agreements/list-agreements.ts'
import { getBillGround } from './queries/bills/get-bill-ground.ts'
import { listBillDifferences } from './queries/bills/list-bill-differences.ts'
import { listChannelBills } from './queries/bills/list-channel-bills.ts'
import { getCampaign } from './queries/campaigns/get-campaign.ts'
import { listCampaigns } from './queries/campaigns/list-campaigns.ts'
import { getOpenCampaign, listOpenCampaigns } from './queries/campaigns/open-campaigns.ts'
import { listPayChannels } from './queries/charges/list-pay-channels.ts'
import { findTwinDonors } from './queries/donors/find-twin-donors.ts'
import { getDonor } from './queries/donors/get-donor.ts'
import { listTwinsOfDonor } from './queries/donors/list-twins-of-donor.ts'
import { listDonors } from './queries/donors/list-donors.ts'
import { listShownFunds } from './queries/funds/list-shown-funds.ts'
import { getGift } from './queries/gifts/get-gift.ts'
import { listGivingBooks } from './queries/gifts/giving-books.ts'
import { listGifts } from './queries/gifts/list-gifts.ts'
import { getOwnPage } from './queries/own/get-own-page.ts'
import { getOwnTrail } from './queries/own/get-own-trail.ts'
import { listOwnGifts } from './queries/own/list-own-gifts.ts'
import { listQualifications } from './queries/qualifications/list-qualifications.ts'
import { getGivingSettings } from './queries/settings/get-giving-settings.ts'
import { getTrail } from './queries/trail/get-trail.ts'
import { getOpenFund, listOpenFunds } from './queries/trail/open-funds.ts'
import { traceGift } from './queries/trail/trace-gift.ts'
import { charityInvariants } from './queries/verify-charity.ts'

/** 捐赠与资金去向, as apps/ assemble it. */
export const charityModule = defineModule({
  name: 'charity',
  contract: charityContract,
  operations: {
    listDonors, searchDonors: listDonors, findTwinDonors, getDonor, registerDonor, updateDonor, openDonor, listTwinsOfDonor, mergeDonors, listGivingBooks,
      listGifts, getGift,
      draftGift, updateGift,
    discardGift, confirmGift, correctGift, changePurpose, refundGift, recordReceipt, handOutGoods, getTrail, traceGift: { anonymously: traceGift },
    listOpenFunds: { anonymously: listOpenFunds }, getOpenFund: { anonymously: getOpenFund }, listShownFunds, publishFund, withdrawFund, recordReach,
    listPayChannels, openCharge: { inSteps: openCharge }, getOwnPage, listOwnGifts, getOwnTrail, orderOwnGift: { inSteps: orderOwnGift }, claimOwnWish,
    releaseOwnClaim, getBillGround, listChannelBills, loadChannelBill,
    withdrawChannelBill, listQualifications, recordQualification, attachQualificationScan, endQualification,
    listBillDifferences, settleBillDifference, linkDonor, getGivingSettings, setBankTransfer,
    setContact,
    listAgreements, getAgreement, recordAgreement, updateAgreement, endAgreement,
    listCampaigns, getCampaign, planCampaign, updateCampaign, discardCampaign, fileCampaign, publishProgress, reportCampaign,
    listOpenCampaigns: { anonymously: listOpenCampaigns }, getOpenCampaign: { anonymously: getOpenCampaign },
  },
  downloads: [exportAgreement, exportGiftLetter, exportGiftCertificate, exportDonors, exportGifts, openQualificationScan],
  callbacks: [receiveWechatCallback],
  invariants: charityInvariants,
  jobs: [bookCharges, followCharges, sendRefunds, renewKeysOfPlatform, layTrails, publishCells, remindOfInstalments, remindOfCampaigns, remindOfQualifications,
    verifyCharityJob],
})
