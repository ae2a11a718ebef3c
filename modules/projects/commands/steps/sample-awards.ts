// For tests: children and classes for whom money is asked, books that have some, and a batch on its way.
import { openAidScene, type AidScene } from '#modules/aid/commands/steps/sample-aid.ts'
import { bookVoucher, gift, openSampleBooks, type SampleBooks } from '#modules/ledger/commands/steps/sample-books.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { AwardRow, BatchRow, NewAward } from '../../contract.ts'
import { applyForAward } from '../awards/apply-for-award.ts'
import { approveBatch } from '../batches/approve-batch.ts'
import { draftBatch } from '../batches/draft-batch.ts'
import { fillBatch } from '../batches/fill-batch.ts'
import { importResults } from '../batches/import-results.ts'
import { submitBatch } from '../batches/submit-batch.ts'

/** A card with a right check digit, and one without. */
export const goodCard = '6222021234567890128'
export const wrongCard = '6222021234567890127'

/** 孙主任 and 赵干事 apply, 许会计 lists and settles, 施理事长 and 吕会计 approve, 张出纳 pays; the fund holds 10,000 yuan. */
export type AwardScene = AidScene & {
  books: SampleBooks
  apply(change?: Partial<NewAward>, by?: PersonName): Promise<AwardRow>
  draft(change?: { fundId?: string }): Promise<BatchRow>
  /** A batch of these awards, handed in. */
  submitted(awards: readonly AwardRow[], answer?: string, fundId?: string): Promise<BatchRow>
  approve(batch: { id: string; version: number }, by: PersonName): Promise<BatchRow>
  approved(awards: readonly AwardRow[], answer?: string, fundId?: string): Promise<BatchRow>
  results(batch: { id: string }, lines: readonly string[], by?: PersonName): ReturnType<typeof importResults>
}

/** Opens the scene; close it like a test city. Lists are shown for objections only where that is asked for. */
export async function openAwardScene({ isShown = false } = {}): Promise<AwardScene> {
  const scene = await openAidScene()
  if (!isShown) await scene.owner.query('update projects.award_kinds set public_days = 0')
  const books = await openSampleBooks(scene)
  await bookVoucher(scene, books, gift(books, books.schooling, 1_000_000))
  await bookVoucher(scene, books, gift(books, books.free, 1_000_000))
  let cards = 10
  const apply: AwardScene['apply'] = async (change = {}, by = '孙主任') => {
    const isOutside = change.group !== undefined
    const caseId = isOutside ? {} : { caseId: change.caseId ?? (await scene.opened()).caseId }
    const payee = { name: '佟家长', account: `1234567890${cards++}`, bank: '工商银行' }
    return scene.as(by, (context) => applyForAward(context, { kind: 'schooling', amount: 50_000, words: '学费困难', relation: 'none', payee, ...change,
      ...caseId }))
  }
  const draft: AwardScene['draft'] = ({ fundId = books.schooling } = {}) => scene.as('许会计', (context) => draftBatch(context, {
    bookId: books.bookId, fundId, bankAccountId: books.account('1002'), title: '春季助学' }))
  const submitted: AwardScene['submitted'] = async (awards, answer, fundId) => {
    const { id, version } = await draft(fundId === undefined ? {} : { fundId })
    const rows = awards.map((award) => ({ awardId: award.id, ...(answer === undefined ? {} : { answer }) }))
    const filled = await scene.as('许会计', (context) => fillBatch(context, { id, version, rows }))
    return scene.as('许会计', (context) => submitBatch(context, { id, version: filled.version }))
  }
  const approve: AwardScene['approve'] = ({ id, version }, by) => scene.as(by, (context) => approveBatch(context, { id, version }))
  return {
    ...scene, books, apply, draft, submitted, approve,
    approved: async (awards, answer, fundId) => approve(await approve(await submitted(awards, answer, fundId), '施理事长'), '吕会计'),
    results: ({ id }, lines, by = '许会计') => {
      const text = ['序号,收款账号,金额,结果,失败原因', ...lines].join('\n')
      return scene.as(by, (context) => importResults(context, { id, paidOn: '2026-03-16', file: new File([text], 'results.csv') }))
    },
  }
}
