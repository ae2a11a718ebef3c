import type pg from 'pg'
import { sealDonor, termsOfDonor } from '#modules/charity/queries/row-key.ts'
import { labelOf } from '#modules/charity/rules/donors.ts'
import { codeLength, makeTraceCode } from '#modules/charity/rules/trace-code.ts'
import { addDays } from '#platform/values/local-date.ts'
import {
  donorOf, donorSignInName, foundationName, giftsWithoutReceipt, givingEnterprise, plannedDonors, plannedInstalments, qualificationNumber, receiptSeries,
} from '../../rules/foundation/gifts.ts'
import type { DemoPlaces } from '../choose-places.ts'
import type { DemoAccount } from '../load-accounts.ts'
import { showToDonors } from './show-to-donors.ts'
import { idOf, type LoadFrame } from '../frame.ts'
import type { FilledTable } from '../table-writer.ts'

/** A journal of the books by which a gift came in. */
type Booked = { journalId: string; giftId: string; datedOn: string; memo: string; amountFen: string; fundId: string; accountId: string; bookId: string }
type Hand = { id: string; name: string }
type Ground = {
  frame: LoadFrame; make: (table: Extract<FilledTable, `charity.${string}`>, rows: readonly object[]) => void; unitId: string; made: Hand; confirmed: Hand
  donorAccountId: string | null
}

/** Writes who gave what stands in the books of the demo foundation, an agreement with an instalment that is late, and a campaign that is filed. */
export async function addGifts(client: pg.Client, frame: LoadFrame, { city }: DemoPlaces, people: readonly DemoAccount[]): Promise<void> {
  const hands = await findHands(client, frame, people)
  const { rows: booked } = await client.query<Booked>(`select j.id as "journalId", j.source_id as "giftId", j.dated_on::text as "datedOn", j.memo,
      (-i.amount_fen)::text as "amountFen", i.fund_id as "fundId", b.account_id as "accountId", j.book_id as "bookId"
    from ledger.journals j join ledger.postings i on i.city_id = j.city_id and i.journal_id = j.id and i.amount_fen < 0
    join ledger.postings b on b.city_id = j.city_id and b.journal_id = j.id and b.amount_fen > 0
    where j.city_id = $1 and j.source = 'charity.gift' order by j.dated_on, j.id`, [frame.cityId])
  if (hands === undefined || city === undefined) return
  const ground: Ground = {
    frame, unitId: city.id, ...hands,
    make: (table, rows) => frame.writer.add(table, ...rows.map((row) => ({ cityId: frame.cityId, scopeCode: city.scopeCode, ...row })) as never[]),
  }
  addDonors(ground)
  addAgreement(ground, booked)
  addCampaign(ground, booked)
  await frame.writer.finish()
  addBooked(ground, booked)
  await showToDonors(client, frame, { donorId: donorIdOf(frame, givingEnterprise.key), fundIds: [...new Set(booked.map(({ fundId }) => fundId))] })
}

type Hands = Pick<Ground, 'made' | 'confirmed' | 'donorAccountId'>

async function findHands(client: pg.Client, { cityId }: LoadFrame, people: readonly DemoAccount[]): Promise<Hands | undefined> {
  const { rows } = await client.query<Hand & { signInName: string }>(`select id, person_name as name, sign_in_name as "signInName" from accounts.accounts
    where city_id = $1 and sign_in_name = any ($2::text[])`, [cityId, people.map(({ name }) => name)])
  const named = (signInName: string) => rows.find((row) => row.signInName === signInName)
  const [made, confirmed] = [named('charity-worker'), named('accountant2')]
  return made === undefined || confirmed === undefined ? undefined : { made, confirmed, donorAccountId: named(donorSignInName)?.id ?? null }
}

const donorIdOf = (frame: LoadFrame, key: string) => idOf(frame, `donor/${key}`, addDays(frame.today, -400))

function addDonors({ frame, make, unitId, made, donorAccountId }: Ground): void {
  const sealing = { actor: { cityId: frame.cityId }, installation: { masterKeys: frame.masterKeys } } as Parameters<typeof sealDonor>[0]
  const on = addDays(frame.today, -400)
  for (const { key, kind, name, phone, creditCode, contactName } of plannedDonors) {
    const [id, identity] = [donorIdOf(frame, key), { name, phone, address: '', contactName }]
    make('charity.donors', [{
      id, unitId, kind, label: labelOf({ kind, name }), creditCode, isNamed: kind === 'enterprise', ...sealDonor(sealing, id, identity), version: 1,
      createdBy: made.id, createdAt: on, updatedAt: on, mergedInto: null, accountId: key === givingEnterprise.key ? donorAccountId : null,
    }])
    make('charity.donorTerms', termsOfDonor(sealing, identity, creditCode).map((term) => ({ term, donorId: id })))
  }
}

function addAgreement({ frame, make, made }: Ground, booked: readonly Booked[]): void {
  const fundId = booked.find(({ memo }) => memo.includes('助学'))?.fundId
  const [donor] = plannedDonors
  if (fundId === undefined || donor === undefined) return
  const [signedOn, instalments] = [addDays(frame.today, -60), plannedInstalments(frame.today)]
  const id = idOf(frame, 'agreement', signedOn)
  make('charity.agreements', [{
    id, donorId: donorIdOf(frame, donor.key), kind: 'agreement', title: '助学捐赠协议', signedOn,
    totalFen: String(instalments.reduce((sum, { amountFen }) => sum + amountFen, 0)), fundId,
    purpose: '资助困境儿童上学', status: 'open', endedOn: null, endReason: null,
    version: 1, createdBy: made.id, createdAt: signedOn, updatedAt: signedOn,
  }])
  make('charity.instalments', instalments.map(({ dueOn, amountFen }, at) => ({ agreementId: id, seq: at + 1, dueOn, amountFen: String(amountFen),
    remindedOn: null })))
}

function addCampaign({ frame, make, made, unitId }: Ground, booked: readonly Booked[]): void {
  const winter = booked.find(({ memo }) => memo.includes('暖冬'))
  if (winter === undefined) return
  const { today } = frame
  const [startsOn, plannedOn, grantedOn] = [addDays(today, -30), addDays(today, -60), addDays(today, -400)]
  make('charity.qualifications', [{
    id: idOf(frame, 'qualification', grantedOn), bookId: winter.bookId, number: qualificationNumber, grantedOn, validUntil: null, source: '虚构的证书，仅供演示',
    recordedBy: made.id, recordedName: made.name, recordedAt: grantedOn, endedOn: null, endedReason: null, endedName: null,
  }])
  make('charity.campaigns', [{
    id: idOf(frame, 'campaign', startsOn), unitId, bookId: winter.bookId, fundId: winter.fundId, name: '暖冬行动公开募捐', purpose: '为困境儿童准备过冬衣物', startsOn,
    endsOn: addDays(today, 60), area: '本市', leaderName: '施文清', officeAddress: `${foundationName}办公室`, ways: '银行转账、现场捐赠', bankAccount: '基金会基本账户',
    beneficiaries: '本市困境儿童', usePlan: '购买冬衣和取暖用品', costFen: '200000', surplusRule: '用于下一年度暖冬行动', isEmergency: false, status: 'filed',
    filedOn: addDays(today, -45), filingNumber: '演示备案', qualificationHolder: foundationName,
    qualificationNumber, report: null, reportedOn: null, madeBy: made.id, madeName: made.name, version: 2,
    createdAt: plannedOn, updatedAt: startsOn,
  }])
}

function addBooked({ frame, make, unitId, made, confirmed }: Ground, booked: readonly Booked[]): void {
  const none = {
    item: null, quantity: null, countedIn: null, valueBasis: null, projectId: null, projectLabel: null, needKind: null, wish: null, agreementId: null,
    instalment: null, endedOn: null,
  }
  const campaign = idOf(frame, 'campaign', addDays(frame.today, -30))
  const hasCampaign = booked.some(({ memo }) => memo.includes('暖冬'))
  booked.forEach(({ journalId, giftId, datedOn, memo, amountFen, fundId, accountId, bookId }, at) => {
    const donor = donorOf(memo, at)
    const inCampaign = hasCampaign && memo.includes('暖冬') && datedOn >= addDays(frame.today, -30)
    make('charity.gifts', [{
      id: giftId, unitId, bookId, donorId: donorIdOf(frame, donor.key), donorKind: donor.kind, donorLabel: labelOf(donor), form: 'money', amountFen, fundId,
      ...none, ...receiptOf({ datedOn, at, count: booked.length }, made.name),
      promisedOn: datedOn, channel: 'bank', bankReference: `HD${datedOn.replaceAll('-', '')}${at + 1}`, accountId, receivedOn: datedOn,
      status: 'confirmed', journalId, traceCode: makeTraceCode(frame.cityId, chanceOf(giftId)), madeBy: made.id, madeName: made.name,
      confirmedBy: confirmed.id, confirmedName: confirmed.name, version: 2, createdAt: datedOn, updatedAt: datedOn, campaignId: inCampaign ? campaign : null,
    }])
    make('charity.giftChanges', [{
      id: idOf(frame, `gift-change/${giftId}`, datedOn), giftId, change: 'confirmed', onDay: datedOn, amountFen, fundId, journalId, reason: null,
      consentForm: null, consentOn: null, changedBy: confirmed.id, changedName: confirmed.name, changedAt: datedOn,
    }])
  })
}

/**
 * The official receipt as the foundation would have recorded it: a series that says it is invented, and none for the last gifts, whose receipts are
 * still to be recorded.
 */
function receiptOf({ datedOn, at, count }: { datedOn: string; at: number; count: number }, receiptHandler: string) {
  if (at >= count - giftsWithoutReceipt) return { receiptCode: null, receiptNumber: null, receiptOn: null, receiptHandler: null }
  return { receiptCode: receiptSeries, receiptNumber: String(at + 1).padStart(8, '0'), receiptOn: datedOn, receiptHandler }
}

/** The same code for the same gift: an id is as good as chance in a city that is invented. */
const chanceOf = (id: string): Uint8Array => Uint8Array.from(Buffer.from(id.replaceAll('-', ''), 'hex')).subarray(0, codeLength)
