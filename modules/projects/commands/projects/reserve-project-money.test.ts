import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { releaseCommitment } from '#modules/ledger/commands/books/release-commitment.ts'
import { reserveCommitment } from '#modules/ledger/commands/books/reserve-commitment.ts'
import { ledgerModule } from '#modules/ledger/module.ts'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { walkInvariants } from '#platform/jobs/invariants.ts'
import type { PersonName } from '#tests/city/people.ts'
import { followFreedMoney } from '../../jobs/follow-freed-money.ts'
import { projectsModule } from '../../module.ts'
import { invariants } from '../../queries/invariants.ts'
import { getProject } from '../../queries/projects/get-project.ts'
import { approveBatch } from '../batches/approve-batch.ts'
import { draftBatch } from '../batches/draft-batch.ts'
import { fillBatch } from '../batches/fill-batch.ts'
import { submitBatch } from '../batches/submit-batch.ts'
import { openAwardScene, type AwardScene } from '../steps/sample-awards.ts'
import { runningProject } from '../steps/sample-projects.ts'
import { reserveProjectMoney } from './reserve-project-money.ts'

describe('money of a project that was released in the ledger by hand', () => {
  let scene: AwardScene
  beforeAll(async () => { scene = await openAwardScene() })
  afterAll(() => scene.close())
  const smallProject = (amount = 200_000) => runningProject(scene, {
    lines: [{ name: '助学金', amount }], sources: [{ fundId: scene.books.schooling, amount }] })
  const look = (id: string) => scene.as('金专员', (context) => getProject(context, { id }))
  const sourceOf = async (id: string) => (await look(id)).sources[0]
  const fund = async () => (await scene.owner.query<{ balance: number; reserved: number }>(`select balance_fen::int as balance, reserved_fen::int as reserved
    from ledger.fund_balances where fund_id = $1`, [scene.books.schooling])).rows[0] ?? { balance: 0, reserved: 0 }
  const free = async () => { const { balance, reserved } = await fund(); return balance - reserved }
  /** The accountant releases what stands for a record, as before a year is closed. */
  const release = async (table: 'project_sources where project_id' | 'batches where id', of: string) => {
    const { rows: [held] } = await scene.owner.query<{ id: string; version: number }>(`select c.id, c.version from ledger.commitments c
      where c.id = (select commitment_id from projects.${table} = $1)`, [of])
    await scene.as('许会计', (context) => releaseCommitment(context, {
      bookId: scene.books.bookId, id: held?.id ?? '', version: held?.version ?? 0, reason: '年末结账，来年重新预留' }))
    await runJobsInline(scene, [projectsModule])
  }
  const reserve = async (id: string, by: PersonName = '金专员') => {
    const { version } = await look(id)
    return scene.as(by, (context) => reserveProjectMoney(context, { id, version }))
  }
  const tasks = async (id: string) => (await scene.owner.query<{ title: string; done: boolean }>(`select title, done_at is not null as done
    from notices.notices where source_verb = 'follow-freed-money' and source_id = $1 order by created_at`, [id])).rows
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
  const broken = async () => (await scene.as('许会计', (context) => walkInvariants(context, [...invariants, ...ledgerModule.invariants]))).broken

  it('stays meant for it: who runs it is told, and reserves it anew once, as far as the fund has it free', async () => {
    const { id } = await runningProject(scene)
    await release('project_sources where project_id', id)
    expect(await sourceOf(id)).toMatchObject({ leftFen: 0, freedFen: 400_000 })
    expect(await broken()).toEqual([])
    expect(await tasks(id)).toMatchObject([{ title: expect.stringMatching(/^“春蕾助学”在.+预留的4,000\.00元已在账上解除$/) as string, done: false }])
    const batch = await batchOf(id, [100_000])
    await expect(scene.as('吕会计', (context) => approveBatch(context, { id: batch.id, version: batch.version }))).rejects.toMatchObject({
      code: 'PROJECT_MONEY_SHORT' })
    const taken = await free() - 399_999
    await scene.as('许会计', (context) => reserveCommitment(context, {
      bookId: scene.books.bookId, fundId: scene.books.schooling, label: '别的用途', amount: taken }))
    await expect(reserve(id)).rejects.toMatchObject({ code: 'FUND_EXCEEDED' })
    expect(await sourceOf(id)).toMatchObject({ leftFen: 0, freedFen: 400_000 })
    await scene.owner.query(`update ledger.fund_balances set reserved_fen = reserved_fen - $2 where fund_id = $1`, [scene.books.schooling, taken])
    await scene.owner.query(`update ledger.commitments set status = 'released', ended_on = '2026-03-16' where label = '别的用途'`)
    await expect(reserve(id, '孙主任')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await reserve(id)
    expect(await sourceOf(id)).toMatchObject({ leftFen: 400_000, freedFen: 0 })
    expect(await tasks(id)).toMatchObject([{ done: true }])
    await expect(reserve(id)).rejects.toMatchObject({ code: 'NOTHING_FREED' })
    await scene.as('吕会计', (context) => approveBatch(context, { id: batch.id, version: batch.version }))
    expect(await sourceOf(id)).toMatchObject({ leftFen: 300_000, freedFen: 0 })
    expect(await broken()).toEqual([])
  })

  it('is not what the project or a batch released itself', async () => {
    const { id } = await smallProject()
    const batch = await batchOf(id, [100_000])
    await scene.as('吕会计', (context) => approveBatch(context, { id: batch.id, version: batch.version }))
    await runJobsInline(scene, [projectsModule])
    expect(await sourceOf(id)).toMatchObject({ leftFen: 100_000, freedFen: 0 })
    expect(await tasks(id)).toEqual([])
  })

  it('of an approved batch is paid from what the fund has free, and what was not paid waits to be reserved for its project', async () => {
    const { id } = await smallProject()
    const batch = await batchOf(id, [100_000, 50_000])
    const approved = await scene.as('吕会计', (context) => approveBatch(context, { id: batch.id, version: batch.version }))
    await release('batches where id', batch.id)
    expect(await broken()).toEqual([])
    const [one, two] = (await scene.owner.query<{ tail: string }>(`select a.account_tail as tail from projects.batch_rows x join projects.awards a
      on a.id = x.award_id where x.batch_id = $1 order by x.seq`, [batch.id])).rows
    await scene.results(approved, [`1,${one?.tail},1000,成功,`, `2,${two?.tail},500,失败,户名不符`])
    expect(await sourceOf(id)).toMatchObject({ leftFen: 50_000, freedFen: 50_000 })
    await reserve(id)
    expect(await sourceOf(id)).toMatchObject({ leftFen: 100_000, freedFen: 0 })
    expect(await broken()).toEqual([])
  })

  it('that was released before this was kept is found in the night: told once, of no closed project, and reserved anew the same way', async () => {
    const forget = async (id: string) => {
      const { rows: [held] } = await scene.owner.query<{ id: string }>('select commitment_id as id from projects.project_sources where project_id = $1', [id])
      await release('project_sources where project_id', id)
      // As it stood before: the source still points at what was released, nothing is kept as freed, nobody was told.
      await scene.owner.query('update projects.project_sources set commitment_id = $2, freed_fen = 0 where project_id = $1', [id, held?.id])
      await scene.owner.query(`delete from notices.notices where source_verb = 'follow-freed-money' and source_id = $1`, [id])
    }
    const [{ id }, closed] = [await smallProject(20_000), await smallProject(10_000)]
    await forget(id)
    await forget(closed.id)
    await scene.owner.query(`update projects.projects set status = 'closed', accepted_on = '2026-03-16', accepted_name = '施理事长', finding = '合格',
        evaluated_on = '2026-03-16', evaluated_name = '施理事长', evaluation = '好', evaluation_score = 90, closed_on = '2026-03-16', surplus_fen = 0
      where id = $1`, [closed.id])
    const ofMoney = async () => (await broken()).map(({ name }) => name).filter((name) => /^reservation-of|holds-nothing$/.test(name))
    expect(await ofMoney()).toEqual(['closed-project-holds-nothing', 'reservation-of-running-project'])
    await runScheduledJob(scene, followFreedMoney)
    await runScheduledJob(scene, followFreedMoney)
    expect([await sourceOf(id), await sourceOf(closed.id)]).toMatchObject([{ leftFen: 0, freedFen: 20_000 }, { leftFen: 0, freedFen: 0 }])
    expect([await tasks(id), await tasks(closed.id)]).toMatchObject([[{ title: expect.stringContaining('预留的200.00元已在账上解除') as string }], []])
    expect(await ofMoney()).toEqual([])
    await reserve(id)
    expect(await sourceOf(id)).toMatchObject({ leftFen: 20_000, freedFen: 0 })
  })
})
