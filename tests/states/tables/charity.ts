import { agreementStatuses, campaignStatuses, chargeStatuses, giftStatuses } from '#modules/charity/contract.ts'
import { recipeOf } from '../../scope/arrange/recipes.ts'
import type { Machine } from '../machine.ts'
import { moneyPeople } from '../people.ts'
import type { Stage } from '../stage.ts'
import { beside } from '../states.ts'

const money = { triedBy: moneyPeople } as const

/** A record beside the others, changed by the owner as arriving money or the passing of days would. */
const turned = (kind: string, change: string) => async (stage: Stage): Promise<string> => {
  const id = await beside(kind)(stage)
  await stage.scene.owner.query(`update ${recipeOf(kind).table} set ${change} where city_id = $1 and id = $2`, [stage.spot.cityId, id])
  return id
}

/** A gift whose donor was asked to pay it online. */
const charged = (kind: string, status: 'asked' | 'open' | 'paid' | 'booked' | 'closed') => async (stage: Stage): Promise<string> => {
  const id = await beside(kind)(stage)
  await stage.scene.owner.query(`insert into charity.charges (city_id, id, scope_code, gift_id, channel, number, amount_fen, code_url, status, expires_at,
      transaction_number, paid_at, made_name, created_at)
    select g.city_id, gen_random_uuid(), g.scope_code, g.id, 'wechat', g.id::text, g.amount_fen, 'weixin://', $3, '2099-01-01',
      case when $3 in ('paid', 'booked') then g.id::text end,
      case when $3 in ('paid', 'booked') then now() end, '试验', now() from charity.gifts g where g.city_id = $1 and g.id = $2`,
  [stage.spot.cityId, id, status])
  return id
}

const drafted = { draft: 'done', otherwise: 'WRONG_STATUS' }
const confirmed = { confirmed: 'done', otherwise: 'WRONG_STATUS' }

const gifts: Machine = {
  name: 'gift', contract: giftStatuses, ...money,
  states: {
    draft: beside('gift'), confirmed: beside('confirmedgift'), refunded: beside('confirmedgift', ['charity.refundGift', 'accountant']),
    discarded: beside('gift', ['charity.discardGift', 'foundation worker']),
  },
  operations: {
    'charity.getGift': { expected: 'done' },
    'charity.updateGift': { expected: drafted },
    'charity.discardGift': { expected: drafted },
    'charity.confirmGift': { expected: drafted },
    // No merchant is set up here: what is asked first is the state.
    'charity.openCharge': { expected: { draft: 'ONLINE_NOT_SET_UP', otherwise: 'WRONG_STATUS' } },
    'charity.correctGift': { expected: confirmed },
    'charity.changePurpose': { expected: confirmed },
    'charity.refundGift': { expected: confirmed },
    'charity.recordReceipt': { expected: confirmed },
    'charity.getTrail': { expected: { confirmed: 'done', refunded: 'done', otherwise: 'NOT_FOUND' } },
  },
}

/** While a donor may still pay, or paid and the books follow, the draft is left alone. */
const charges: Machine = {
  name: 'gift that is paid online', contract: chargeStatuses, ...money,
  states: {
    asked: charged('gift', 'asked'), open: charged('gift', 'open'), paid: charged('gift', 'paid'), booked: charged('confirmedgift', 'booked'),
    closed: charged('gift', 'closed'),
  },
  operations: {
    'charity.updateGift': { expected: { booked: 'WRONG_STATUS', closed: 'done', otherwise: 'CHARGE_LIVE' } },
    'charity.discardGift': { expected: { booked: 'WRONG_STATUS', closed: 'done', otherwise: 'CHARGE_LIVE' } },
    'charity.confirmGift': { expected: { booked: 'WRONG_STATUS', closed: 'done', otherwise: 'CHARGE_LIVE' } },
    // The one that may still be paid is shown again.
    'charity.openCharge': { expected: { booked: 'WRONG_STATUS', asked: 'CHARGE_BEING_ASKED', closed: 'ONLINE_NOT_SET_UP', otherwise: 'done' } },
  },
}

const agreements: Machine = {
  name: 'agreement', contract: agreementStatuses, ...money,
  states: {
    open: beside('agreement'), fulfilled: turned('agreement', `status = 'fulfilled', ended_on = '2026-03-10'`),
    ended: beside('agreement', ['charity.endAgreement', 'foundation worker']),
  },
  operations: {
    'charity.getAgreement': { expected: 'done' },
    'charity.updateAgreement': { expected: { open: 'done', otherwise: 'WRONG_STATUS' } },
    'charity.endAgreement': { expected: { open: 'done', otherwise: 'WRONG_STATUS' } },
    // An instalment is met by a gift only while the agreement is open.
    'charity.draftGift': { expected: { open: 'done', otherwise: 'AGREEMENT_CLOSED' }, pointer: 'agreementId' },
  },
}

const campaigns: Machine = {
  name: 'campaign', contract: campaignStatuses, ...money,
  states: {
    draft: beside('campaign'), filed: beside('filedcampaign'), reported: beside('endedcampaign', ['charity.reportCampaign', 'head']),
    discarded: beside('campaign', ['charity.discardCampaign', 'foundation worker']),
  },
  operations: {
    'charity.getCampaign': { expected: 'done' },
    'charity.updateCampaign': { expected: drafted },
    'charity.discardCampaign': { expected: drafted },
    'charity.fileCampaign': { expected: drafted },
    'charity.publishProgress': { expected: { filed: 'done', otherwise: 'WRONG_STATUS' } },
    // The filed one still asks.
    'charity.reportCampaign': { expected: { filed: 'NOT_ENDED', otherwise: 'WRONG_STATUS' } },
    'charity.draftGift': { expected: { filed: 'done', otherwise: 'INVALID_INPUT' }, pointer: 'campaignId' },
  },
}

/** Gifts, their payment online, agreements, campaigns. */
export const charityMachines: Machine[] = [gifts, charges, agreements, campaigns]
