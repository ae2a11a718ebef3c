import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openCareScene, type CareScene } from '#modules/care/commands/steps/sample-scene.ts'
import { matchingModule } from '../module.ts'
import { getRound } from '../queries/get-round.ts'
import { listNoGoPairs } from '../queries/list-no-go-pairs.ts'
import { listProposals } from '../queries/list-proposals.ts'
import { listRounds } from '../queries/list-rounds.ts'
import { listUnserved } from '../queries/list-unserved.ts'
import { acceptProposal } from './accept-proposal.ts'
import { acceptProposals } from './accept-proposals.ts'
import { addNoGoPair } from './add-no-go-pair.ts'
import { cancelRound } from './cancel-round.ts'
import { rejectProposal } from './reject-proposal.ts'
import { removeNoGoPair } from './remove-no-go-pair.ts'
import { requestRound } from './request-round.ts'

const page = { limit: 50 }

describe('a round of matching', () => {
  let scene: CareScene
  beforeAll(async () => {
    scene = await openCareScene()
    await scene.volunteer({ name: '吴老师', unit: '990100100010001', capacity: 2 })
    await scene.volunteer({ name: '郑老师', unit: '99010010001', capacity: 1 })
    for (const name of ['张一', '张二', '张三', '张四']) await scene.open(name)
  })
  afterAll(() => scene.close())

  const round = async () => {
    const { id } = await scene.as('赵干事', context => requestRound(context, {}))
    await runJobsInline(scene, [matchingModule])
    return id
  }
  const proposals = (id: string) => scene.as('赵干事', context => listProposals(context, { id, ...page }))

  it('proposes a volunteer for as many children as there are places, and names the others', async () => {
    const id = await round()
    const found = await scene.as('赵干事', context => getRound(context, { id }))
    expect(found).toMatchObject({ status: 'done', childCount: 4, volunteerCount: 2, proposedCount: 3, unservedCount: 1, step: null })
    expect(found.oneMore).toMatchObject([{ moreChildren: 1 }])
    const { items, total } = await proposals(id)
    expect([total, items.length]).toEqual([3, 3])
    expect(items[0]).toMatchObject({ childLabel: '张某 · 6—13岁', status: 'proposed', terms: { coverage: 102_000 } })
    expect((await scene.as('赵干事', context => listUnserved(context, { id, ...page }))).items).toMatchObject([{ reason: 'all-taken', colour: 'yellow' }])
    const { rows } = await scene.owner.query(`select title, link from notices.notices where source_verb = 'matching-round.done' and source_key = $1`, [id])
    expect(rows).toEqual([{ title: '结对推荐已算好', link: `/matching/${id}` }])
  })

  it('pairs nobody by itself; who accepts pairs, with all the rules of a pairing', async () => {
    const id = await round()
    const [first, second] = (await proposals(id)).items
    if (first === undefined || second === undefined) throw new Error('two proposals were expected')
    expect((await scene.owner.query('select 1 from care.pairings')).rowCount).toBe(0)
    const accepted = await scene.as('赵干事', context => acceptProposal(context, { id: first.id, version: 1, fromOn: '2026-03-16' }))
    expect(accepted).toMatchObject({ status: 'accepted', decidedName: '赵干事', reason: null })
    const { rows } = await scene.owner.query('select volunteer_id from care.pairings where case_id = $1', [first.caseId])
    expect(rows).toEqual([{ volunteer_id: first.volunteerId }])
    await expect(scene.as('赵干事', context => acceptProposal(context, { id: first.id, version: 2, fromOn: '2026-03-16' }))).rejects.toThrow('NOT_PROPOSED')
    await expect(scene.as('赵干事', context => acceptProposal(context, { id: second.id, version: 1, fromOn: '2025-01-01' })))
      .rejects.toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: ['fromOn'], message: '结对不能早于开案日期，请改起始日期。' }] } })
  })

  it('lets a person choose somebody else, with the reason, or reject, with the reason', async () => {
    const id = await round()
    const [first, second] = (await proposals(id)).items
    if (first === undefined || second === undefined) throw new Error('two proposals were expected')
    const other = await scene.volunteer({ name: '王老师', unit: '990100100010001', capacity: 1 })
    const choice = { id: first.id, version: 1, fromOn: '2026-03-16', volunteerId: other }
    await expect(scene.as('赵干事', context => acceptProposal(context, choice))).rejects.toThrow('REASON_NEEDED')
    expect(await scene.as('赵干事', context => acceptProposal(context, { ...choice, reason: '与家人相熟' })))
      .toMatchObject({ status: 'changed', volunteerName: '王老师', reason: '与家人相熟' })
    expect(await scene.as('赵干事', context => rejectProposal(context, { id: second.id, version: 1, reason: '家人希望再等等' })))
      .toMatchObject({ status: 'rejected', reason: '家人希望再等等' })
    expect(await scene.audits('matching-proposal.rejected', second.id)).toBe(1)
  })

  it('accepts several at once: a pair that cannot be made is named and the others stand', async () => {
    for (const name of ['李一', '李二']) await scene.open(name)
    await scene.volunteer({ name: '蒋老师', unit: '990100100010001', capacity: 1 })
    const full = await scene.volunteer({ name: '沈老师', unit: '990100100010001', capacity: 1 })
    const id = await round()
    const { items } = await proposals(id)
    await scene.owner.query(`update volunteers.volunteers set status = 'resting', status_on = date '2026-03-01' where id = $1`, [full])
    const answer = await scene.as('赵干事', context => acceptProposals(context, { id, proposalIds: items.map(each => each.id), fromOn: '2026-03-16' }))
    expect(answer.accepted).toBe(items.length - 1)
    expect(answer.refused).toMatchObject([{ sentence: '这位志愿者目前不在岗，请另选一位。' }])
  })

  it('accepts several at once: one that a colleague has decided meanwhile is named, and the others are paired', async () => {
    await scene.open('李三')
    await scene.volunteer({ name: '杨老师', unit: '990100100010001', capacity: 3 })
    const id = await round()
    const { items } = await proposals(id)
    const [decided] = items
    if (decided === undefined || items.length < 2) throw new Error('two proposals were expected')
    await scene.as('赵干事', context => rejectProposal(context, { id: decided.id, version: 1, reason: '家人希望再等等' }))
    const answer = await scene.as('赵干事', context => acceptProposals(context, { id, proposalIds: items.map(each => each.id), fromOn: '2026-03-16' }))
    expect(answer).toMatchObject({ accepted: items.length - 1, refused: [{ id: decided.id, sentence: '这条推荐已经处理过，请刷新后查看。' }] })
  })

  it('never proposes a pair on the no-go list, which is given with a reason and can be taken back', async () => {
    const opened = await scene.open('孙一')
    const volunteer = await scene.volunteer({ name: '韩老师', unit: '990100100010001', capacity: 1 })
    const pair = { childId: opened.childId, volunteerId: volunteer, reason: '家人提出回避' }
    const added = await scene.as('赵干事', context => addNoGoPair(context, pair))
    expect(added).toMatchObject({ volunteerName: '韩老师', setName: '赵干事' })
    await expect(scene.as('赵干事', context => addNoGoPair(context, pair))).rejects.toThrow('NO_GO_KNOWN')
    const before = (await proposals(await round())).items
    expect(before.filter(each => each.caseId === opened.id && each.volunteerId === volunteer)).toEqual([])
    await scene.as('赵干事', context => removeNoGoPair(context, { id: added.id }))
    expect((await scene.as('赵干事', context => listNoGoPairs(context, page))).items).toEqual([])
  })

  it('never proposes a pair that is barred under the other record of the child', async () => {
    const [barred, other] = [await scene.open('周小一'), await scene.open('邹小益')]
    const volunteer = await scene.volunteer({ name: '尤老师', unit: '990100100010001', capacity: 5 })
    await scene.volunteer({ name: '许老师', unit: '99010010001', capacity: 5 })
    await scene.as('赵干事', context => addNoGoPair(context, { childId: barred.childId, volunteerId: volunteer, reason: '家人提出回避' }))
    await scene.owner.query(`update children.children
      set status = 'merged', merged_into_id = $2, closed_on = '2026-03-16', closing_reason = 'registered-twice' where id = $1`,
      [other.childId, barred.childId])
    const found = (await proposals(await round())).items.filter(({ caseId }) => caseId === other.id || caseId === barred.id)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(({ volunteerId }) => volunteerId)).not.toContain(volunteer)
  })

  it('runs once at a time for a unit, and a cancelled one writes nothing', async () => {
    const { id } = await scene.as('赵干事', context => requestRound(context, {}))
    await expect(scene.as('赵干事', context => requestRound(context, {}))).rejects.toMatchObject({ code: 'ROUND_RUNNING', data: { id } })
    expect(await scene.as('赵干事', context => cancelRound(context, { id }))).toMatchObject({ status: 'cancelled' })
    await runJobsInline(scene, [matchingModule])
    expect((await proposals(id)).items).toEqual([])
    await expect(scene.as('赵干事', context => cancelRound(context, { id }))).rejects.toThrow('ROUND_ENDED')
  })

  it('is the business of offices, and of the own range', async () => {
    const { items } = await scene.as('赵干事', context => listRounds(context, page))
    const id = items[0]?.id ?? ''
    await expect(scene.as('孙主任', context => requestRound(context, {}))).rejects.toThrow('FORBIDDEN')
    await expect(scene.as('赵干事', context => requestRound(context, { unit: '9901002' }))).rejects.toThrow('NOT_FOUND')
    expect((await scene.as('王组长', context => listRounds(context, page))).items).toEqual([])
    await expect(scene.as('王组长', context => cancelRound(context, { id }))).rejects.toThrow('NOT_FOUND')
  })
})
