import { registerSample } from '#modules/children/commands/steps/sample-child.ts'
import type { NewChild } from '#modules/children/contract.ts'
import { openCase } from '#modules/care/commands/open-case.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { ActRow, NeedRow, NewAct, NewNeed, NewShare, NewWish, WishRow } from '../../contract.ts'
import { aidModule } from '../../module.ts'
import { giveAct } from '../acts/give-act.ts'
import { offerAct } from '../acts/offer-act.ts'
import { decideNeed } from '../needs/decide-need.ts'
import { raiseNeed } from '../needs/raise-need.ts'
import { claimWish } from '../wishes/claim-wish.ts'
import { decideWish } from '../wishes/decide-wish.ts'
import { draftWish } from '../wishes/draft-wish.ts'

/** Five hundred yuan from the committee. */
export const money: NewShare = { payerKind: 'committee', payerName: '东街镇关工委', form: 'money', amount: 50_000 }
/** Two satchels worth 120 yuan from an enterprise. */
export const goods: NewShare = { payerKind: 'enterprise', payerName: '振兴纸业', form: 'goods', item: '书包', quantity: 2, countedIn: '个', amount: 12_000 }
/** Ninety minutes of lessons from a person, which nobody valued. */
export const service: NewShare = { payerKind: 'person', payerName: '钟老师', form: 'service', item: '家教', minutes: 90 }

/** A city in which children of 东一村 are helped: 孙主任 works there, 赵干事 is the office of the town, 李组长 that of the county. */
export type AidScene = TestCity & {
  /** A child with an open case; both consents hold unless told otherwise. */
  opened(
    options?: { consents?: readonly ('service' | 'publication')[]; change?: Partial<NewChild>; by?: PersonName },
  ): Promise<{ childId: string; caseId: string }>
  need(change?: Partial<NewNeed>, by?: PersonName): Promise<NeedRow>
  approvedNeed(change?: Partial<NewNeed>): Promise<NeedRow>
  act(change?: Partial<NewAct>): Promise<ActRow>
  givenAct(change?: Partial<NewAct>): Promise<ActRow>
  wish(change?: Partial<NewWish>, by?: PersonName): Promise<WishRow>
  publishedWish(change?: Partial<NewWish>): Promise<WishRow>
  claimedWish(change?: Partial<NewWish>): Promise<WishRow>
  /** Signed sum of the values of the facts of a measure of a record. */
  counted(recordId: string, measure?: string): Promise<number>
  audits(verb: string, subjectId: string): Promise<number>
  run(): Promise<void>
}

/** Opens the scene, in a city of its own or in one that is open; close it like a test city. */
export async function openAidScene(inside?: TestCity): Promise<AidScene> {
  const city = inside ?? await openTestCity()
  const opened: AidScene['opened'] = async ({ consents = ['service', 'publication'] as const, change = {}, by = '孙主任' } = {}) => {
    const given = consents.map((kind) => ({ kind, form: 'paper' as const, covers: '帮扶', fromOn: '2026-01-01' }))
    const child = await registerSample(city, { consents: given, ...change }, by)
    const held = await city.as(by, (context) => openCase(context, {
      childId: child.id, openedOn: '2026-01-05', scores: { guardianship: 1, physical: 0, behaviour: 0 }, need: '',
    }))
    return { childId: child.id, caseId: held.id }
  }
  const caseOf = async (change: { caseId?: string | undefined }) => change.caseId ?? (await opened()).caseId
  const need: AidScene['need'] = async (change = {}, by = '孙主任') => {
    const input: NewNeed = { kind: 'study', reach: 'child', words: '开学缺书包和文具', ...change, caseId: await caseOf(change) }
    return city.as(by, (context) => raiseNeed(context, input))
  }
  const act: AidScene['act'] = async (change = {}) => {
    const input: NewAct = { kind: 'study', reach: 'child', isCourtesyCall: false, words: '', shares: [money, goods], ...change, caseId: await caseOf(change) }
    return city.as('孙主任', (context) => offerAct(context, input))
  }
  const wish: AidScene['wish'] = async (change = {}, by = '孙主任') => {
    const input: NewWish = { text: '想要一个蓝色的书包', ...change, caseId: await caseOf(change) }
    return city.as(by, (context) => draftWish(context, input))
  }
  const publishedWish: AidScene['publishedWish'] = async (change) => {
    const { id, version } = await wish(change)
    return city.as('赵干事', (context) => decideWish(context, { id, version, approved: true, answer: '' }))
  }
  return {
    ...city, opened, need, act, wish, publishedWish,
    approvedNeed: async (change) => {
      const { id, version } = await need(change)
      return city.as('赵干事', (context) => decideNeed(context, { id, version, approved: true, answer: '' }))
    },
    givenAct: async (change) => {
      const { id, version } = await act(change)
      return city.as('孙主任', (context) => giveAct(context, { id, version, givenOn: '2026-03-10' }))
    },
    claimedWish: async (change) => {
      const { id, version } = await publishedWish(change)
      return city.as('赵干事', (context) => claimWish(context, { id, version, donorKind: 'person', name: '钟老师', contact: '13700001111' }))
    },
    counted: async (recordId, measure) => (await city.owner.query(
      'select coalesce(sum(sign * value), 0)::int as sum from figures.facts where record_id = $1 and ($2::text is null or measure = $2)',
      [recordId, measure ?? null])).rows[0].sum,
    audits: async (verb, subjectId) => (await city.owner.query(
      'select count(*)::int as count from audit.entries where verb = $1 and subject_id = $2', [verb, subjectId])).rows[0].count,
    run: async () => { await runJobsInline(city, [aidModule]) },
  }
}
