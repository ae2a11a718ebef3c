import type pg from 'pg'
import { giftFacts, type CountableGift } from '#modules/charity/rules/countable.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { applyForAward } from '#modules/projects/commands/awards/apply-for-award.ts'
import { correctPayee } from '#modules/projects/commands/awards/correct-payee.ts'
import { approveBatch } from '#modules/projects/commands/batches/approve-batch.ts'
import { draftBatch } from '#modules/projects/commands/batches/draft-batch.ts'
import { fillBatch } from '#modules/projects/commands/batches/fill-batch.ts'
import { importResults } from '#modules/projects/commands/batches/import-results.ts'
import { submitBatch } from '#modules/projects/commands/batches/submit-batch.ts'
import { enterBeneficiary } from '#modules/projects/commands/beneficiaries/enter-beneficiary.ts'
import { approveProject } from '#modules/projects/commands/projects/approve-project.ts'
import { draftProject } from '#modules/projects/commands/projects/draft-project.ts'
import { reachMilestone } from '#modules/projects/commands/projects/reach-milestone.ts'
import { reviewProject } from '#modules/projects/commands/projects/review-project.ts'
import { submitProject } from '#modules/projects/commands/projects/submit-project.ts'
import { getProject } from '#modules/projects/queries/projects/get-project.ts'
import type { Installation } from '#platform/settings/installation.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { givenReviews, plannedAwards, plannedProject, type PlannedAward } from '../../rules/foundation/projects.ts'
import { letAct, type Act } from '../acting/let-act.ts'
import type { DemoAccount } from '../load-accounts.ts'
import type { LoadFrame } from '../frame.ts'

type Ground = { bookId: string; fundId: string; bankId: string }
type Listed = { id: string; accountTail: string; amountFen: number }
type Changed = { id: string; version: number }

/** A project that runs, a batch of its awards of which one transfer failed and was paid by another batch, and a proposal that waits. */
export async function addProjects(
  client: pg.Client, frame: LoadFrame, { installation, people }: { installation: Installation; people: readonly DemoAccount[] },
): Promise<void> {
  const ground = await findGround(client, frame)
  if (ground === undefined) return
  const names = new Set(people.map(({ name }) => name))
  await letAct(client, { name: 'money', frame, installation }, async (act) => {
    const ago = (days: number) => addDays(frame.today, -days)
    await countGifts(client, frame, act)
    const { id, lineId } = await beginProject(act, ground, ago)
    const awards: Listed[] = []
    for (const planned of plannedAwards.filter(({ by }) => names.has(by))) awards.push(await apply(act, planned, ago(40)))
    const [failing, ...others] = awards
    if (failing === undefined) return
    const first = await listOf(act, { ...ground, lineId, title: '第一批助学金', on: ago(30) }, awards)
    const answer = (batchId: string, lines: readonly string[], on: LocalDate) => act('accountant', on, (context) => importResults(context, {
      id: batchId, paidOn: on, file: new File([['序号,收款账号,金额,结果,失败原因', ...lines].join('\n')], '结果.csv') }))
    await answer(first, [`1,${failing.accountTail},${failing.amountFen / 100},失败,户名不符`], ago(21))
    const again = await payRight(act, failing, ago(20))
    const second = await listOf(act, { ...ground, lineId, title: '第一批助学金补发', on: ago(18) }, [again])
    await answer(first, others.map(({ accountTail, amountFen }, at) => `${at + 2},${accountTail},${amountFen / 100},成功,`), frame.today)
    await answer(second, [`1,${again.accountTail},${again.amountFen / 100},成功,`], frame.today)
    await goOn(act, id, ago(15))
    await propose(act, ground, { at: 1, on: ago(3) })
    await apply(act, { by: 'county-office', group: '春晖小学住校班', people: 18, yuan: 3600, account: '62002233440099' }, ago(2))
  })
}

async function findGround(client: pg.Client, { cityId }: LoadFrame): Promise<Ground | undefined> {
  const { rows } = await client.query<Ground>(`select b.id as "bookId", f.id as "fundId", a.id as "bankId" from ledger.books b
    join ledger.funds f on f.city_id = b.city_id and f.book_id = b.id and f.code = '02'
    join ledger.accounts a on a.city_id = b.city_id and a.book_id = b.id and a.code = '1002' where b.city_id = $1`, [cityId])
  return rows[0]
}

/** What the gifts of the demo come to in the figures, as their confirmation would have counted them. */
async function countGifts(client: pg.Client, { cityId, today }: LoadFrame, act: Act): Promise<void> {
  const { rows } = await client.query<CountableGift & { amountFen: string; on: LocalDate; isFree: boolean }>(`select g.id, g.unit_id as "unitId",
      lpad(g.scope_code::text, 18, '0') as "scopeCode", g.donor_id as "donorId", g.donor_kind as "donorKind", g.donor_label as "donorLabel", g.form,
      g.amount_fen as "amountFen", g.received_on::text as on, f.restriction = 'none' as "isFree"
    from charity.gifts g join ledger.funds f on f.city_id = g.city_id and f.id = g.fund_id
    where g.city_id = $1 and g.status = 'confirmed' and g.form = 'money' order by g.received_on, g.id`, [cityId])
  await act('accountant', today, (context) => recordFacts(context, rows.flatMap(({ amountFen, on, isFree, ...gift }) =>
    giftFacts(gift, { amountFen: Number(amountFen), on, isFree }))))
}

async function propose(act: Act, { bookId, fundId }: Ground, { at, on }: { at: number; on: LocalDate }): Promise<Changed> {
  const { yuan, ...project } = plannedProject(at, on)
  const amount = yuan * 100
  const drafted = await act('charity-worker', on, (context) => draftProject(context, {
    ...project, bookId, lines: [{ name: '助学金', amount }], sources: [{ fundId, amount }] }))
  return act('charity-worker', on, (context) => submitProject(context, drafted))
}

async function beginProject(act: Act, ground: Ground, ago: (days: number) => LocalDate): Promise<{ id: string; lineId: string }> {
  let project = await propose(act, ground, { at: 0, on: ago(50) })
  for (const [by, review] of givenReviews) project = await act(by, ago(48), (context) => reviewProject(context, { ...project, ...review }))
  await act('charity-head', ago(45), (context) => approveProject(context, { id: project.id, version: project.version }))
  const { lines } = await act('charity-worker', ago(45), (context) => getProject(context, { id: project.id }))
  return { id: project.id, lineId: lines[0]?.id ?? '' }
}

async function apply(act: Act, { by, group, people, yuan, account }: PlannedAward, on: LocalDate): Promise<Listed> {
  const { id, amountFen, accountTail } = await act(by, on, (context) => applyForAward(context, {
    group, peopleCount: people, householdsCount: 0, kind: 'schooling', amount: yuan * 100, words: '开学的学费和住宿费', relation: 'none',
    payee: { name: '学校资助专户', account, bank: '农村商业银行' } }))
  return { id, amountFen, accountTail: accountTail ?? '' }
}

/** Listed and handed in on a day, approved by the second person when the days for objections are over. */
async function listOf(act: Act, { bookId, fundId, bankId, lineId, title, on }: Ground & { lineId: string; title: string; on: LocalDate },
  awards: readonly Listed[]): Promise<string> {
  const drafted = await act('accountant', on, (context) => draftBatch(context, { bookId, fundId, bankAccountId: bankId, budgetLineId: lineId, title }))
  const filled = await act('accountant', on, (context) => fillBatch(context, {
    id: drafted.id, version: drafted.version, rows: awards.map(({ id: awardId }) => ({ awardId, answer: '已核对' })) }))
  const submitted = await act('accountant', on, (context) => submitBatch(context, filled))
  const looked = await act('charity-head', on, (context) => approveBatch(context, submitted))
  await act('finance-reviewer', addDays(on, 8), (context) => approveBatch(context, looked))
  return drafted.id
}

async function payRight(act: Act, award: Listed, on: LocalDate): Promise<Listed> {
  const by = plannedAwards[0]?.by ?? ''
  const corrected = await act(by, on, async (context) => correctPayee(context, {
    id: award.id, version: (await context.tx.selectFrom('projects.awards').select('version').where('cityId', '=', context.actor.cityId)
      .where('id', '=', award.id).executeTakeFirstOrThrow()).version,
    payee: { name: '学校食堂账户', account: '62001122330088', bank: '农村商业银行' }, relation: 'none' }))
  return { ...award, accountTail: corrected.accountTail ?? '' }
}

async function goOn(act: Act, id: string, on: LocalDate): Promise<void> {
  const { milestones } = await act('charity-worker', on, (context) => getProject(context, { id }))
  const milestoneId = milestones[0]?.id
  if (milestoneId !== undefined) await act('charity-worker', on, (context) => reachMilestone(context, { id, milestoneId, reachedOn: on, note: '名单已公示' }))
  await act('county-office', on, (context) => enterBeneficiary(context, { projectId: id, group: '课后辅导班', peopleCount: 26, householdsCount: 0 }))
}
