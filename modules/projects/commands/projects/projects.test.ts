import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRelatedParty } from '#modules/duties/commands/relations/add-related-party.ts'
import { ledgerModule } from '#modules/ledger/module.ts'
import { walkInvariants } from '#platform/jobs/invariants.ts'
import type { PersonName } from '#tests/city/people.ts'
import { invariants } from '../../queries/invariants.ts'
import { getProject } from '../../queries/projects/get-project.ts'
import { listProjectPostings } from '../../queries/projects/list-project-postings.ts'
import { approveBatch } from '../batches/approve-batch.ts'
import { draftBatch } from '../batches/draft-batch.ts'
import { fillBatch } from '../batches/fill-batch.ts'
import { submitBatch } from '../batches/submit-batch.ts'
import { enterBeneficiary } from '../beneficiaries/enter-beneficiary.ts'
import { openAwardScene, type AwardScene } from '../steps/sample-awards.ts'
import { goodReview, proposalOf, runningProject, submittedProject } from '../steps/sample-projects.ts'
import { acceptProject } from './accept-project.ts'
import { addProjectPaper } from './add-project-paper.ts'
import { approveProject } from './approve-project.ts'
import { closeProject } from './close-project.ts'
import { declineProject } from './decline-project.ts'
import { discardProject } from './discard-project.ts'
import { draftProject } from './draft-project.ts'
import { evaluateProject } from './evaluate-project.ts'
import { reachMilestone } from './reach-milestone.ts'
import { returnProject } from './return-project.ts'
import { reviewProject } from './review-project.ts'
import { submitProject } from './submit-project.ts'
import { updateProject } from './update-project.ts'

describe('projects', () => {
  let scene: AwardScene
  beforeAll(async () => { scene = await openAwardScene() })
  afterAll(() => scene.close())
  const look = (id: string, by: PersonName = '金专员') => scene.as(by, (context) => getProject(context, { id }))
  const reserved = async () => (await scene.owner.query<{ fen: number }>(`select reserved_fen::int as fen from ledger.fund_balances where fund_id = $1`,
    [scene.books.schooling])).rows[0]?.fen ?? 0
  const review = (project: { id: string; version: number }, by: PersonName, change = {}) =>
    scene.as(by, (context) => reviewProject(context, { id: project.id, version: project.version, ...goodReview, ...change }))
  const approve = ({ id, version }: { id: string; version: number }, by: PersonName, resolution?: string) =>
    scene.as(by, (context) => approveProject(context, { id, version, ...(resolution === undefined ? {} : { resolution }) }))
  const batchOf = async (projectId: string, amounts: readonly number[]) => {
    const lineId = (await look(projectId)).lines[0]?.id ?? ''
    const awards: { id: string }[] = []
    for (const amount of amounts) awards.push(await scene.apply({ amount }))
    const { id, version } = await scene.as('许会计', (context) => draftBatch(context, {
      bookId: scene.books.bookId, fundId: scene.books.schooling, bankAccountId: scene.books.account('1002'), title: '项目助学', budgetLineId: lineId }))
    const filled = await scene.as('许会计', (context) => fillBatch(context, { id, version, rows: awards.map((award) => ({ awardId: award.id })) }))
    const batch = await scene.as('许会计', (context) => submitBatch(context, { id, version: filled.version }))
    return scene.approve(batch, '施理事长')
  }
  const finish = async (id: string, successorId?: string) => {
    const { milestones } = await look(id)
    for (const { id: milestoneId } of milestones) {
      await scene.as('金专员', (context) => reachMilestone(context, { id, milestoneId, reachedOn: '2026-03-10', note: '' }))
    }
    const file = new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], 'scan.jpg')
    const { version } = await scene.as('金专员', (context) => addProjectPaper(context, { id, title: '发放照片', file }))
    const accepted = await scene.as('施理事长', (context) => acceptProject(context, { id, version, finding: '完成' }))
    const evaluated = await scene.as('施理事长', (context) => evaluateProject(context, { id, version: accepted.version, score: 90, evaluation: '效果好' }))
    return scene.as('金专员', (context) => closeProject(context, { id, version: evaluated.version, ...(successorId === undefined ? {} : { successorId }) }))
  }

  it('are written by who works for the foundation, changed while a draft, and handed in only with a budget that foots and a milestone', async () => {
    const { id, version } = await scene.as('金专员', (context) => draftProject(context, proposalOf(scene, { sources: [], milestones: [] })))
    await expect(scene.as('金专员', (context) => submitProject(context, { id, version }))).rejects.toMatchObject({ code: 'BUDGET_UNFOOTED',
      data: { budgetFen: 400_000, sourcesFen: 0 } })
    const { bookId: _book, ...proposal } = proposalOf(scene, { name: '改名助学' })
    const updated = await scene.as('金专员', (context) => updateProject(context, { id, version, ...proposal }))
    expect(updated).toMatchObject({ name: '改名助学', budgetFen: 400_000, actualFen: 0, status: 'draft' })
    await expect(scene.as('施理事长', (context) => discardProject(context, { id, version: updated.version }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await scene.as('金专员', (context) => discardProject(context, { id, version: updated.version }))).status).toBe('discarded')
  })

  it('are found by nobody outside the range, and a fund of other books is refused', async () => {
    const { id } = await submittedProject(scene)
    await expect(look(id, '曹会计')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.as('金专员', (context) => draftProject(context, proposalOf(scene, {
      sources: [{ fundId: scene.books.bookId, amount: 1 }] })))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are approved only by another person, within his limit, on enough reviews without a conflict that score enough', async () => {
    const project = await submittedProject(scene)
    await expect(approve(project, '施理事长')).rejects.toMatchObject({ code: 'REVIEWS_MISSING' })
    const once = await review(project, '许会计')
    await expect(review(once, '许会计')).rejects.toMatchObject({ code: 'REVIEWED_BEFORE' })
    await expect(review(once, '吕会计', { hasConflict: true })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const none = { needScore: undefined, meansScore: undefined, budgetScore: undefined, benefitScore: undefined }
    const stated = await review(once, '吕会计', { hasConflict: true, statement: '受益学校是亲属单位', ...none })
    await expect(approve(stated, '施理事长')).rejects.toMatchObject({ code: 'REVIEWS_MISSING' })
    await expect(approve(stated, '吕会计')).rejects.toMatchObject({ code: 'OWN_REVIEW_CONFLICT' })
    const low = await review(stated, '郑部长', { needScore: 5, meansScore: 5, budgetScore: 5, benefitScore: 5 })
    await expect(approve(low, '施理事长')).rejects.toMatchObject({ code: 'SCORE_LOW', data: { least: 60, score: 50 } })
    const back = await scene.as('施理事长', (context) => returnProject(context, { id: low.id, version: low.version, reason: '请补充说明' }))
    expect(await look(back.id)).toMatchObject({ status: 'draft', answer: '请补充说明', reviews: [], score: null })
    const again = await scene.as('金专员', (context) => submitProject(context, { id: back.id, version: back.version }))
    expect((await scene.as('施理事长', (context) => declineProject(context, { id: again.id, version: again.version, reason: '重复立项' }))).status).toBe('declined')
  })

  it('above a limit want who may approve more, and above the last one a resolution of the board', async () => {
    const big = { lines: [{ name: '助学金', amount: 20_000_001 }], sources: [{ fundId: scene.books.free, amount: 20_000_001 }] }
    let project = await submittedProject(scene, big)
    for (const by of ['许会计', '吕会计'] as const) project = await review(project, by)
    await expect(approve(project, '吕会计')).rejects.toMatchObject({ code: 'OVER_LIMIT', data: { mostFen: 2_000_000 } })
    await expect(approve(project, '施理事长')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect((await approve(project, '施理事长', '理事会2026-3号')).status).toBe('running')
  })

  it('with a contract with a related party say so to whoever reviews and approves, and want a resolution of the board', async () => {
    await scene.as('金专员', (context) => addRelatedParty(context, {
      bookId: scene.books.bookId, kind: 'enterprise', name: '晨光文具公司', ground: 'controlled', words: '理事长任董事', fromOn: '2020-01-01' }))
    const partners = [{ name: '晨光文具公司', task: '书包采购' }, { name: '远山运输队', task: '运输' }]
    const project = await submittedProject(scene, { name: '书包', partners, sources: [{ fundId: scene.books.free, amount: 400_000 }] })
    const reviewed = await review(await review(project, '许会计'), '吕会计')
    const seen = await look(project.id, '施理事长')
    expect(seen.partners.map(({ name, relatedBy }) => [name, relatedBy])).toEqual([['晨光文具公司', 'name'], ['远山运输队', null]])
    expect(seen.need.needsResolution).toBe(true)
    await expect(approve(reviewed, '施理事长')).rejects.toMatchObject({ data: { issues: [{ path: ['resolution'] }] } })
    expect((await approve(reviewed, '施理事长', '理事会2026-4号')).status).toBe('running')
  })

  it('promise the money of restricted funds, and a batch takes its part over and gives back what was not paid', async () => {
    const before = await reserved()
    const { id } = await runningProject(scene)
    expect(await reserved()).toBe(before + 400_000)
    const batch = await batchOf(id, [100_000, 50_000])
    const approved = await scene.as('吕会计', (context) => approveBatch(context, { id: batch.id, version: batch.version }))
    expect(await reserved()).toBe(before + 400_000)
    expect((await look(id)).figures).toMatchObject({ budgetFen: 400_000, actualFen: 0, promisedFen: 150_000 })
    const [one, two] = (await scene.owner.query<{ tail: string }>(`select a.account_tail as tail from projects.batch_rows x join projects.awards a
      on a.id = x.award_id where x.batch_id = $1 order by x.seq`, [batch.id])).rows
    await scene.results(approved, [`1,${one?.tail},1000,成功,`, `2,${two?.tail},500,失败,户名不符`])
    expect(await reserved()).toBe(before + 300_000)
    const now = await look(id)
    expect(now.figures).toMatchObject({ actualFen: 100_000, promisedFen: 0, unassignedFen: 0, childCount: 1 })
    expect(now.lines[0]).toMatchObject({ actualFen: 100_000 })
    expect(now.sources[0]).toMatchObject({ leftFen: 300_000 })
    const opened = await scene.as('金专员', (context) => listProjectPostings(context, { id }))
    expect(opened).toMatchObject({ totalFen: 100_000, items: [{ projectLabel: '春蕾助学 · 助学金', accountCode: '5101' }] })
  })

  it('let no batch take more than a line of the budget has left', async () => {
    const { id } = await runningProject(scene, { lines: [{ name: '助学金', amount: 100_000 }], sources: [{ fundId: scene.books.schooling, amount: 100_000 }] })
    const batch = await batchOf(id, [60_000, 60_000])
    await expect(scene.as('吕会计', (context) => approveBatch(context, { id: batch.id, version: batch.version }))).rejects
      .toMatchObject({ code: 'BUDGET_EXCEEDED', data: { leftFen: 100_000 } })
  })

  it('are accepted with evidence once every step is reached, and closed after an evaluation; a surplus returns to its fund', async () => {
    const before = await reserved()
    const { id, version } = await runningProject(scene)
    const accept = (by: PersonName) => scene.as(by, (context) => acceptProject(context, { id, version, finding: '完成' }))
    await expect(accept('施理事长')).rejects.toMatchObject({ code: 'MILESTONES_OPEN', data: { titles: ['发放第一批'] } })
    expect(await finish(id)).toMatchObject({ status: 'closed' })
    expect(await reserved()).toBe(before)
    expect(await look(id)).toMatchObject({ surplusFen: 400_000, successorId: null })
    await expect(scene.as('孙主任', (context) => enterBeneficiary(context, { projectId: id, group: '村', peopleCount: 1 }))).rejects
      .toMatchObject({ code: 'PROJECT_NOT_RUNNING' })
  })

  it('whose surplus is carried want a successor of the same books that runs, and promise it there', async () => {
    const [ended, next] = [await runningProject(scene, { surplusRule: 'carry', name: '一期' }), await runningProject(scene, { name: '二期',
      lines: [{ name: '助学金', amount: 10_000 }], sources: [{ fundId: scene.books.schooling, amount: 10_000 }] })]
    const held = await reserved()
    await expect(finish(ended.id)).rejects.toMatchObject({ code: 'SUCCESSOR_MISSING' })
    const { version } = await look(ended.id)
    await scene.as('金专员', (context) => closeProject(context, { id: ended.id, version, successorId: next.id }))
    expect(await reserved()).toBe(held)
    expect((await look(next.id)).sources).toMatchObject([{ amountFen: 10_000, carriedFen: 400_000, leftFen: 410_000 }])
  })

  it('below a programme are part of its figures', async () => {
    const free = { sources: [{ fundId: scene.books.free, amount: 400_000 }] }
    const parent = await runningProject(scene, { name: '项目群', ...free })
    await runningProject(scene, { name: '子项目', parentId: parent.id, ...free })
    expect(await look(parent.id)).toMatchObject({ budgetFen: 800_000, below: [{ name: '子项目', budgetFen: 400_000 }] })
  })

  it('leave books, awards and projects as they must be', async () => {
    expect((await scene.as('许会计', (context) => walkInvariants(context, [...invariants, ...ledgerModule.invariants]))).broken).toEqual([])
  })
})
