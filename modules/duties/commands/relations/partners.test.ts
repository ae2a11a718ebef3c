import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAwardScene, type AwardScene } from '#modules/projects/commands/steps/sample-awards.ts'
import { goodReview, submittedProject } from '#modules/projects/commands/steps/sample-projects.ts'
import { approveProject } from '#modules/projects/commands/projects/approve-project.ts'
import { reviewProject } from '#modules/projects/commands/projects/review-project.ts'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import type { PersonName } from '#tests/city/people.ts'
import { remindOfPartnerDealings } from '../../jobs/remind-of-partner-dealings.ts'
import { listDisclosures } from '../../queries/disclosures/list-disclosures.ts'
import { listRelatedGifts } from '../../queries/relations/dealings.ts'
import { addRelatedParty } from './add-related-party.ts'
import { recordDealing } from './record-dealing.ts'

const code = '91350100M000100Y43'

describe('partners of projects that are related parties', () => {
  let scene: AwardScene
  let byCode: string
  let byName: string
  let project: string
  beforeAll(async () => {
    scene = await openAwardScene()
    const party = (name: string, more: object = {}) => scene.as('金专员', (context) => addRelatedParty(context, {
      bookId: scene.books.bookId, kind: 'enterprise', name, ground: 'controlled', words: '理事长任董事', fromOn: '2020-01-01', ...more }))
    byCode = (await party('晨光文具公司', { creditCode: code })).id
    byName = (await party('远山运输队')).id
    await party('去年的伙伴', { untilOn: '2025-12-31' })
    const { id, ...proposed } = await submittedProject(scene, { name: '书包', sources: [{ fundId: scene.books.free, amount: 400_000 }], partners: [
      { name: '晨光文具', creditCode: code, task: '书包采购' }, { name: '晨光文具', creditCode: code, task: '文具采购' },
      { name: '远山运输队', task: '运输' },
      { name: '去年的伙伴', task: '印刷' }, { name: '别家公司', task: '保险' }] })
    project = id
    let { version } = proposed
    for (const by of ['许会计', '吕会计'] as const) ({ version } = await scene.as(by, (context) => reviewProject(context, { id, version, ...goodReview })))
    await scene.as('施理事长', (context) => approveProject(context, { id, version, resolution: '理事会2026-4号' }))
  })
  afterAll(() => scene.close())
  const partners = async (by: PersonName = '金专员') =>
    (await scene.as(by, (context) => listRelatedGifts(context, { bookId: scene.books.bookId }))).partners
  const tasks = async () => (await scene.owner.query(`select a.person_name, n.due_on::text, n.done_at is not null as is_done from notices.notices n
    join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id
    where n.source_verb = 'remind-of-partner-dealings' order by 1, n.id`)).rows
  const record = (partyId: string, change: object = {}) => scene.as('金专员', (context) => recordDealing(context, {
    partyId, kind: 'trade', amount: 80_000, happenedOn: '2026-03-16', words: '采购合同', projectId: project, ...change }))

  it('are asked for once the project was approved, by credit code or by name, within the days of the relation', async () => {
    expect((await partners()).map(({ partyId, projectId, projectName, task, matchedBy }) => [partyId, projectId, projectName, task, matchedBy])).toEqual([
      [byCode, project, '书包', '书包采购；文具采购', 'code'], [byName, project, '书包', '运输', 'name']])
    await runScheduledJob(scene, remindOfPartnerDealings)
    await runScheduledJob(scene, remindOfPartnerDealings)
    const asked = await tasks()
    expect(new Set(asked.map(({ person_name: name }) => name))).toEqual(new Set(['金专员', '施理事长']))
    expect(asked.filter(({ person_name: name }) => name === '金专员')).toEqual(Array(2).fill({ person_name: '金专员', due_on: '2026-04-15', is_done: false }))
  })

  it('become dealings with the amount a person types, once each, and are to be disclosed; the task ends with the last of them', async () => {
    expect(await record(byCode)).toMatchObject({ kind: 'trade', amountFen: 80_000, happenedOn: '2026-03-16', matchedBy: 'code', recordedName: '金专员' })
    await expect(record(byCode)).rejects.toMatchObject({ code: 'DEALING_KNOWN' })
    expect((await partners()).map(({ partyId }) => partyId)).toEqual([byName])
    expect((await tasks()).some(({ is_done: isDone }) => isDone)).toBe(false)
    const due = await scene.as('金专员', (context) => listDisclosures(context, { state: 'open', bookId: scene.books.bookId, limit: 100 }))
    expect(due.items.filter(({ kind }) => kind === 'related-dealing').map(({ title }) => title)).toEqual([expect.stringContaining('晨光文具公司')])
    await record(byName)
    expect(await partners()).toEqual([])
    expect((await tasks()).every(({ is_done: isDone }) => isDone)).toBe(true)
  })

  it('are not recorded for a project or a gift that is not there, nor seen by another foundation', async () => {
    await expect(record(byCode, { projectId: byCode })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(record(byCode, { giftId: byCode })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(partners('曹会计')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
