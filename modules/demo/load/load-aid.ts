import type { PayerKind } from '#modules/aid/contract.ts'
import { newRowKey, sealObject, sealText } from '#modules/aid/queries/row-key.ts'
import { countAct, countWish } from '#modules/aid/rules/countable.ts'
import { defaultClaimDays } from '#modules/aid/rules/acting.ts'
import { leastOfBand, publicPlace } from '#modules/aid/rules/publishing.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { foundationName } from '../rules/foundation/gifts.ts'
import { planAid, type PlannedAct, type PlannedNeed, type PlannedWish } from '../rules/aid.ts'
import { addFacts } from './fact-rows.ts'
import { idOf, momentOn, unitOf, type LoadedUnit, type LoadFrame } from './frame.ts'
import type { LoadedChild } from './load-children.ts'

/** A case that was written, as its aid needs it. */
type OfCase = { key: string; id: string; unitKey: string; openedOn: LocalDate; closedOn: LocalDate | null; child: LoadedChild; workerName: string }
/** How many children of each band were written in each county so far, and in the city; more follow, none goes. */
export type BandCounts = Map<string, number>

const kindNames: Readonly<Record<string, string>> = { study: '学习用品', living: '生活费', heating: '取暖', clothing: '衣物', medical: '医疗', tutoring: '家教服务' }
const office = '镇办公室'

type Ground = {
  frame: LoadFrame; of: OfCase; unit: LoadedUnit; counts: BandCounts
  at: { cityId: number; scopeCode: string; unitId: string; caseId: string; childId: string; label: string }
  sealing: Parameters<typeof sealText>[0]
}

/** Writes the needs, acts and wishes the plan has for a case, with their facts. */
export function addAid(frame: LoadFrame, of: OfCase, counts: BandCounts): void {
  const { need, wish } = planAid({
    seed: frame.seed, caseKey: of.key, openedOn: of.openedOn, closedOn: of.closedOn, publicationFrom: of.child.publicationFrom, today: frame.today })
  if (need === null && wish === null) return
  const unit = unitOf(frame, of.unitKey)
  const ground: Ground = {
    frame, of, unit, counts, sealing: { actor: { cityId: frame.cityId }, installation: { masterKeys: frame.masterKeys } },
    at: { cityId: frame.cityId, scopeCode: unit.scopeCode, unitId: unit.id, caseId: of.id, childId: of.child.id, label: of.child.label },
  }
  if (need !== null) addNeed(ground, need)
  if (wish !== null) addWish(ground, wish)
}

/** Counts a child that was written. */
export function countBand(frame: LoadFrame, child: LoadedChild, counts: BandCounts): void {
  for (const key of [countyCode(unitOf(frame, child.unitKey)), '']) {
    const name = `${key} ${child.ageBand}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
}

function addNeed(ground: Ground, need: PlannedNeed): void {
  const { frame, of, at, sealing } = ground
  const id = idOf(frame, `${of.key}/need`, need.raisedOn)
  const wrappedKey = newRowKey(sealing, id)
  const { kind, amountFen, wantedBy, status, raisedOn, decidedOn, endedOn } = need
  frame.writer.add('aid.needs', {
    ...at, id, householdId: of.child.householdId, kind, reach: 'child', wrappedKey,
    sealedWords: sealText(sealing, { id, wrappedKey }, 'need-words', need.words),
    sealedAnswer: status === 'declined' ? sealText(sealing, { id, wrappedKey }, 'need-answer', '已由其他渠道解决') : null, amountFen, wantedBy, status,
    raisedName: of.workerName, raisedOn, decidedName: decidedOn === null ? null : office, decidedOn, endedOn,
    createdAt: momentOn(frame, raisedOn, id), updatedAt: momentOn(frame, lastOf([raisedOn, decidedOn, need.act?.receivedOn ?? need.act?.givenOn, endedOn]), id),
  })
  if (need.act !== null) addAct(ground, need.act, { needId: id, wishId: null, kind })
}

function addAct(ground: Ground, act: PlannedAct, { needId, wishId, kind }: { needId: string | null; wishId: string | null; kind: string }): void {
  const { frame, of, unit, at, sealing } = ground
  const id = idOf(frame, `${of.key}/act/${needId === null ? 'wish' : 'need'}`, act.offeredOn)
  const wrappedKey = newRowKey(sealing, id)
  const { status, offeredOn, givenOn, receivedOn, isCourtesyCall } = act
  const receipt = { witnesses: [of.workerName, '村民代表'] }
  frame.writer.add('aid.acts', {
    ...at, id, householdId: of.child.householdId, needId, wishId, kind, reach: 'child', isCourtesyCall, status, wrappedKey, offeredOn,
    offeredName: of.workerName,
    givenOn, receivedOn, proof: receivedOn === null ? null : 'witness',
    sealedReceipt: receivedOn === null ? null : sealObject(sealing, { id, wrappedKey }, 'act-receipt', receipt),
    createdAt: momentOn(frame, offeredOn, id), updatedAt: momentOn(frame, lastOf([offeredOn, givenOn, receivedOn]), id),
  })
  act.shares.forEach((share, index) => addShare(ground, { ...share, payerName: share.payerName || payerOf(share.payerKind, unit) },
    { actId: id, index, on: offeredOn }))
  if (givenOn === null) return
  addFacts(frame, countAct(
    { id, unitId: unit.id, scopeCode: unit.scopeCode, childId: of.child.id, householdId: of.child.householdId, label: of.child.label, kind,
      kindName: kindNames[kind] ?? kind, isCourtesyCall }, act.shares, givenOn))
}

const payerOf = (kind: PayerKind, unit: LoadedUnit): string => (
  kind === 'committee' ? unit.shortName : kind === 'charity' ? foundationName : kind === 'department' ? '市总工会' : '爱心人士')

function addShare({ frame, at, sealing }: Ground, share: PlannedAct['shares'][number],
  { actId, index, on }: { actId: string; index: number; on: LocalDate }): void {
  const id = idOf(frame, `${actId}/share-${index}`, on)
  const isPerson = share.payerKind === 'person'
  const wrappedKey = isPerson ? newRowKey(sealing, id) : null
  const { payerKind, payerName, form, amountFen, item, quantity, countedIn, minutes } = share
  frame.writer.add('aid.shares', {
    cityId: at.cityId, id, scopeCode: at.scopeCode, actId, payerKind, payerName: isPerson ? null : payerName, wrappedKey,
    sealedPayer: isPerson ? sealText(sealing, { id, wrappedKey }, 'payer', payerName) : null, form, amountFen, item, quantity, countedIn, minutes,
    createdAt: momentOn(frame, on, id),
  })
}

function addWish(ground: Ground, wish: PlannedWish): void {
  const { frame, of, unit, at, sealing } = ground
  const id = idOf(frame, `${of.key}/wish`, wish.writtenOn)
  const wrappedKey = newRowKey(sealing, id)
  const publicationId = wish.publishedOn === null ? null : addPublication(ground, wish, wish.publishedOn)
  const { amountFen, status, writtenOn, publishedOn, fulfilledOn, endedOn } = wish
  frame.writer.add('aid.wishes', {
    ...at, id, status, wrappedKey, sealedText: sealText(sealing, { id, wrappedKey }, 'wish-text', wish.text),
    sealedThanks: wish.thanks === null ? null : sealText(sealing, { id, wrappedKey }, 'wish-thanks', wish.thanks), amountFen, authorName: of.workerName,
    writtenOn,
    decidedName: publishedOn === null ? null : office, publicationId, publishedOn, thanksName: wish.thanks === null ? null : of.workerName, fulfilledOn,
    endedOn,
    createdAt: momentOn(frame, writtenOn, id), updatedAt: momentOn(frame, lastOf([writtenOn, publishedOn, wish.claimedOn, fulfilledOn, endedOn]), id),
  })
  if (wish.claimedOn !== null) addClaim(ground, { wishId: id, claimedOn: wish.claimedOn, fulfilledOn })
  if (wish.act !== null) addAct(ground, wish.act, { needId: null, wishId: id, kind: 'study' })
  const counted = { id, unitId: unit.id, scopeCode: unit.scopeCode, childId: of.child.id, label: of.child.label }
  if (publishedOn !== null) addFacts(frame, [countWish(counted, 'published', publishedOn)])
  if (fulfilledOn !== null) addFacts(frame, [countWish(counted, 'fulfilled', fulfilledOn)])
}

function addPublication({ frame, of, unit, counts, at }: Ground, wish: PlannedWish, publishedOn: LocalDate): string {
  const id = idOf(frame, `${of.key}/publication`, publishedOn)
  const nameOf = (code: string) => [...frame.units.values()].find((each) => each.code === code)?.name ?? ''
  const has = (key: string) => (counts.get(`${key} ${of.child.ageBand}`) ?? 0) >= leastOfBand
  const county = countyCode(unit)
  const { area, ageBand } = publicPlace({
    county: { name: nameOf(county), hasMany: has(county) }, city: { name: nameOf(unit.code.slice(0, 4)), hasMany: has('') }, band: of.child.ageBand })
  const status = wish.fulfilledOn !== null ? 'fulfilled' : wish.claimedOn === null ? 'open' : 'claimed'
  frame.writer.add('aid.publishedWishes', {
    cityId: at.cityId, id, area, ageBand, text: wish.text, amountFen: wish.amountFen, status, thanks: wish.thanks, publishedOn,
  })
  return id
}

function addClaim({ frame, at, sealing }: Ground, of: { wishId: string; claimedOn: LocalDate; fulfilledOn: LocalDate | null }): void {
  const id = idOf(frame, `${of.wishId}/claim`, of.claimedOn)
  const wrappedKey = newRowKey(sealing, id)
  const sealedDonor = sealObject(sealing, { id, wrappedKey }, 'donor', { name: '爱心人士', contact: '由办公室联系' })
  if (sealedDonor === null) throw new Error('a key made just now seals')
  frame.writer.add('aid.claims', {
    cityId: at.cityId, id, scopeCode: at.scopeCode, wishId: of.wishId, donorKind: 'person', wrappedKey, sealedDonor,
    status: of.fulfilledOn === null ? 'living' : 'fulfilled', claimedOn: of.claimedOn, untilOn: addDays(of.claimedOn, defaultClaimDays),
    endedOn: of.fulfilledOn,
    createdAt: momentOn(frame, of.claimedOn, id),
  })
}

/** Own codes are prefixes of the codes below them: province 2, city 2, county 3 digits. */
const countyCode = (unit: LoadedUnit): string => unit.code.slice(0, 7)

const lastOf = (days: readonly (LocalDate | null | undefined)[]): LocalDate =>
  days.filter((day) => day !== null && day !== undefined).toSorted().at(-1) ?? ''
