import { makeApi } from '#platform/ui/module-api.ts'
import { charityContract } from '../contract.ts'

/** Charity, as the browser asks for it. */
export const { client, queries, useChanged } = makeApi('charity', charityContract)

/** A donor in a list. */
export type ShownDonor = Awaited<ReturnType<typeof client.listDonors>>['items'][number]
/** One donor. */
export type ReadDonor = Awaited<ReturnType<typeof client.getDonor>>
/** A gift in a list. */
export type ShownGift = Awaited<ReturnType<typeof client.listGifts>>['items'][number]
/** One gift. */
export type ReadGift = Awaited<ReturnType<typeof client.getGift>>
/** What a donor is asked to pay online. */
export type ReadCharge = NonNullable<ReadGift['charge']>
/** What goes back the way it was paid. */
export type ReadRefund = ReadGift['refunds'][number]
/** An agreement in a list. */
export type ShownAgreement = Awaited<ReturnType<typeof client.listAgreements>>['items'][number]
/** One agreement. */
export type ReadAgreement = Awaited<ReturnType<typeof client.getAgreement>>
/** A campaign in a list. */
export type ShownCampaign = Awaited<ReturnType<typeof client.listCampaigns>>['items'][number]
/** One campaign. */
export type ReadCampaign = Awaited<ReturnType<typeof client.getCampaign>>
/** A campaign as everybody sees it. */
export type ReadOpenCampaign = Awaited<ReturnType<typeof client.getOpenCampaign>>
/** A set of books gifts may go into. */
export type ShownBook = Awaited<ReturnType<typeof client.listGivingBooks>>['items'][number]
/** The page of a donor. */
export type ReadOwnPage = Awaited<ReturnType<typeof client.getOwnPage>>
/** An order of a donor that is not in the books yet. */
export type ReadOwnOrder = ReadOwnPage['orders'][number]
/** Bill of a day of an online channel. */
export type ShownBill = Awaited<ReturnType<typeof client.listChannelBills>>['items'][number]
/** Where a bill and what stands here say different things. */
export type ShownDifference = Awaited<ReturnType<typeof client.listBillDifferences>>['items'][number]
/** Whether bills are loaded, and which funds may bear the fee. */
export type ReadBillGround = Awaited<ReturnType<typeof client.getBillGround>>
/** Leave of a body to ask the public. */
export type ShownQualification = Awaited<ReturnType<typeof client.listQualifications>>['items'][number]
/** What is set for giving. */
export type ReadSettings = Awaited<ReturnType<typeof client.getGivingSettings>>
/** A gift as its donor sees it. */
export type ReadOwnGift = Awaited<ReturnType<typeof client.listOwnGifts>>['items'][number]
/** Where a gift went. */
export type ReadTrail = Awaited<ReturnType<typeof client.traceGift>>
/** A published fund with its figures. */
export type ReadFund = Awaited<ReturnType<typeof client.getOpenFund>>
/** A fund of the books, and whether it is shown. */
export type ListedFund = Awaited<ReturnType<typeof client.listShownFunds>>['items'][number]
