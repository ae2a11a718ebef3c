import type { Caller } from '../caller.ts'
import { idOf, type Recipe, type Spot } from './spot.ts'

/** A volunteer sees what belongs to the cases of living pairings. */
const ofOwnPairings = (caller: Caller): string => (caller.role !== 'volunteer' ? 'true' : `exists (
  select 1 from care.pairings own where own.city_id = ${caller.cityId} and own.case_id = ROW.case_id and own.from_on <= date '2026-03-16'
    and coalesce(own.until_on, 'infinity') >= date '2026-03-16' and own.volunteer_id = '${caller.volunteerId ?? '00000000-0000-0000-0000-000000000000'}')`)
const ownOf = (row: string) => (caller: Caller) => ofOwnPairings(caller).replace('ROW', row)

/**
 * Needs, acts of aid and wishes in the states from which steps lead on. The owner brings them there: by requests it would be four times as many, at
 * every place. What the city's office wrote is nobody's here, so that it may decide.
 */
export const aidRecipes: Record<string, Recipe> = {
  need: { table: 'aid.needs', seenBy: ownOf('needs'), arrange: (spot) => raiseNeed(spot) },
  approvedneed: { table: 'aid.needs', seenBy: ownOf('needs'), arrange: (spot) => raiseNeed(spot, decided('approved')) },
  receivedneed: { table: 'aid.needs', seenBy: ownOf('needs'), arrange: (spot) => raiseNeed(spot, decided('received')) },
  aidact: { table: 'aid.acts', seenBy: ownOf('acts'), arrange: (spot) => offerAct(spot) },
  aidshare: { table: 'aid.shares', arrange: findShare },
  givenact: { table: 'aid.acts', seenBy: ownOf('acts'), arrange: (spot) => offerAct(spot, `status = 'given', given_on = '2026-03-10'`) },
  receivedact: { table: 'aid.acts', seenBy: ownOf('acts'), arrange: (spot) => offerAct(spot, received) },
  signedact: { table: 'aid.acts', seenBy: ownOf('acts'), arrange: signAct },
  publicationconsent: { table: 'children.consents', arrange: consentToPublication },
  wish: { table: 'aid.wishes', arrange: (spot) => draftWish(spot) },
  publishedwish: { table: 'aid.wishes', arrange: (spot) => draftWish(spot, published('published')) },
  claimedwish: { table: 'aid.wishes', arrange: claimWish },
  fulfilledwish: { table: 'aid.wishes', arrange: (spot) => draftWish(spot, `${published('fulfilled')}, fulfilled_on = '2026-03-11'`) },
}

const decided = (status: string) => `status = '${status}', decided_on = '2026-03-16', decided_name = '试验'`
const published = (status: string) => `status = '${status}', published_on = '2026-03-16', decided_name = '试验'`
const received = `status = 'received', given_on = '2026-03-10', received_on = '2026-03-11', proof = 'signature'`
const share = { payerKind: 'committee', payerName: '关工委', form: 'money', amount: '500' }

async function raiseNeed(spot: Spot, change = `status = 'raised'`): Promise<string> {
  const id = idOf(await spot.ask('POST', '/needs', {
    caseId: await spot.need('case'), kind: 'study', words: `${spot.mark}家缺书包`, amount: '300', wantedBy: '2026-03-20',
  }))
  await spot.owner.query(`update aid.needs set raised_by = null, ${change} where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}

async function offerAct(spot: Spot, change?: string): Promise<string> {
  const id = idOf(await spot.ask('POST', '/aid-acts', { caseId: await spot.need('case'), kind: 'study', words: `${spot.mark}家`, shares: [share, share] }))
  if (change !== undefined) await spot.owner.query(`update aid.acts set ${change} where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}

/** One of two shares of an act that was offered; the act is the one of the same spot. */
async function findShare(spot: Spot): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(
    'select id from aid.shares where city_id = $1 and act_id = $2 order by id limit 1', [spot.cityId, await spot.need('aidact')])
  return rows[0]?.id ?? ''
}

async function signAct(spot: Spot): Promise<string> {
  const id = await offerAct(spot, received)
  await spot.ask('POST', `/aid-acts/${id}/scan`, { file: new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'scan.jpg') })
  return id
}

/** The child of the spot may be shown. */
async function consentToPublication(spot: Spot): Promise<string> {
  const childId = await spot.need('child')
  await spot.ask('POST', `/children/${childId}/consents`, {
    kind: 'publication', form: 'paper', covers: '公开心愿', fromOn: '2026-03-01', guardianId: await spot.need('guardian'),
  })
  const { rows } = await spot.owner.query<{ id: string }>(
    `select id from children.consents where city_id = $1 and child_id = $2 and kind = 'publication'`, [spot.cityId, childId])
  return rows[0]?.id ?? ''
}

/** A wish of the case of the spot; nobody in particular wrote it. */
async function draftWish(spot: Spot, change = `status = 'draft'`): Promise<string> {
  await spot.need('publicationconsent')
  const id = idOf(await spot.ask('POST', '/wishes', { caseId: await spot.need('case'), text: '想要一个书包', amount: '80' }))
  await spot.owner.query(`update aid.wishes set author_id = null, ${change} where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}

async function claimWish(spot: Spot): Promise<string> {
  const id = await draftWish(spot, published('published'))
  await spot.ask('POST', `/wishes/${id}/claim`, { version: 1, donorKind: 'person', name: `${spot.mark}先生`, contact: '13700001111' })
  return id
}
