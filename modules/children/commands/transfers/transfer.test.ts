import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCase } from '#modules/care/commands/open-case.ts'
import { careModule } from '#modules/care/module.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { childrenModule } from '../../module.ts'
import { getChild } from '../../queries/get-child.ts'
import { listTransfers } from '../../queries/list-transfers.ts'
import { closeChild } from '../close-child.ts'
import { countAudit, orphanFacts, registerSample, sampleNumber } from '../steps/sample-child.ts'
import { answerTransfer } from './answer-transfer.ts'
import { requestTransfer } from './request-transfer.ts'

// 孙主任 and 赵干事 stand in one county, 王组长 in another.
describe('the transfer of a registered child', () => {
  let city: TestCity
  let order = 300
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  const register = async (name: string) => {
    order += 2
    const paperNumber = sampleNumber('2015-05-20', order)
    const child = await registerSample(city, {
      name, sex: undefined, paperKind: 'id-card', paperNumber, facts: orphanFacts,
      consents: [{ kind: 'service', form: 'paper', covers: '接受帮扶', fromOn: '2026-01-01' }],
    })
    return { id: child.id, paperNumber }
  }
  const ask = (idNumber: string) => city.as('王组长', (context) => requestTransfer(context, { idNumber, explanation: '随父母迁来本地居住' }))
  const work = () => runJobsInline(city, [childrenModule, careModule])
  const listFor = (name: '孙主任' | '王组长') => city.as(name, (context) => listTransfers(context, { limit: 50 }))
  const answer = async (accepted: boolean, words?: string) => {
    const { items } = await listFor('孙主任')
    const { id, version } = items.find(({ status }) => status === 'pending')!
    return city.as('孙主任', (context) => answerTransfer(context, { id, version, accepted, ...(words === undefined ? {} : { answer: words }) }))
  }
  const stocks = async (childId: string) => {
    const { rows } = await city.owner.query(
      `select f.measure, sum(f.sign)::int as live from figures.facts f
        where f.subject_id = $1 and f.measure in ('child.registered', 'child.type.orphan', 'case.open') group by f.unit_id, f.measure`, [childId])
    return rows.map(({ measure, live }) => `${measure} ${live}`)
  }

  it('moves file, case and figures to the unit that asked, after the holder said yes; both are told', async () => {
    const { id, paperNumber } = await register('蓝小天')
    const opened = await city.as('孙主任', (context) => openCase(context, {
      childId: id, openedOn: '2026-03-16', need: '生活困难', scores: { guardianship: 1, physical: 0, behaviour: 0 } } as never))
    await ask(paperNumber)
    await work()
    const [seen] = (await listFor('王组长')).items
    expect(seen).toMatchObject({ party: 'asker', status: 'pending', childId: null, childLabel: '按身份证号码申请' })
    await expect(city.as('王组长', (context) => getChild(context, { id }))).rejects.toThrow('NOT_FOUND')
    await answer(true)
    await work()
    const card = await city.as('王组长', (context) => getChild(context, { id }))
    expect(card).toMatchObject({ id, derivedTypes: expect.arrayContaining(['orphan']), consents: [{ isValid: true }], access: [{ ground: 'registration' }] })
    expect(card.facts).toHaveLength(2)
    await expect(city.as('孙主任', (context) => getChild(context, { id }))).rejects.toThrow('NOT_FOUND')
    const { rows: cases } = await city.owner.query('select unit_id, scope_code from care.cases where id = $1', [opened.id])
    const { rows: cards } = await city.owner.query('select unit_id, scope_code from children.children where id = $1', [id])
    expect(cases).toEqual(cards)
    expect((await stocks(id)).toSorted()).toEqual([
      'case.open 0', 'case.open 1', 'child.registered 0', 'child.registered 1', 'child.type.orphan 0', 'child.type.orphan 1'])
    const { rows: told } = await city.owner.query(
      `select title from notices.notices where source_verb in ('child.transferred', 'child-transfer.answered') group by title`)
    const titles = told.map(({ title }) => title)
    expect(titles).toContain('蓝某已转入本单位，请核对档案并安排帮扶')
    expect(new Set(titles.filter((title) => !title.startsWith('蓝某已转入')))).toEqual(
      new Set(['您申请转接的孩子已转入（按身份证号码申请）', '蓝某（6—13岁）已转出本单位']))
    await work()
    expect(await countAudit(city, 'child.transferred', id)).toBe(1)
  })

  it('stays where it is when the holder says no, which needs a reason', async () => {
    const { id, paperNumber } = await register('车小天')
    await ask(paperNumber)
    await work()
    await expect(answer(false)).rejects.toMatchObject({ data: { issues: [{ path: ['answer'] }] } })
    await answer(false, '孩子仍住在本村')
    await work()
    expect((await listFor('王组长')).items[0]).toMatchObject({ status: 'rejected', answer: '孩子仍住在本村', childId: null })
    expect((await city.as('孙主任', (context) => getChild(context, { id }))).id).toBe(id)
  })

  it('is not asked twice, nor for a child of the own range, nor for nobody, nor without saying whom', async () => {
    const { paperNumber } = await register('田小天')
    await expect(city.as('赵干事', (context) => requestTransfer(context, { idNumber: paperNumber, explanation: '随迁本地' }))).rejects.toThrow('CHILD_IN_RANGE')
    await ask(paperNumber)
    await expect(ask(paperNumber)).rejects.toThrow('TRANSFER_PENDING')
    await expect(ask(sampleNumber('2015-05-20', 998))).rejects.toThrow('CHILD_NOT_ELSEWHERE')
    await expect(city.as('王组长', (context) => requestTransfer(context, { name: '田小天', explanation: '随迁本地' })))
      .rejects.toMatchObject({ data: { issues: [{ path: ['idNumber'] }] } })
  })

  it('is not agreed to when the file has been closed meanwhile, nor answered twice, nor by the asker', async () => {
    const { id, paperNumber } = await register('毕小天')
    const { id: asked } = await ask(paperNumber)
    await work()
    const card = await city.as('孙主任', (context) => getChild(context, { id }))
    await city.as('孙主任', (context) => closeChild(context, { id, version: card.version, reason: 'moved-away', closedOn: '2026-03-16' }))
    const { items } = await city.as('孙主任', (context) => listTransfers(context, { limit: 50, status: 'pending' }))
    const held = items.find(({ childId }) => childId === id)!
    const reply = (accepted: boolean) => city.as('孙主任', (context) => answerTransfer(
      context, { id: held.id, version: held.version, accepted, answer: '档案已结束' }))
    await expect(reply(true)).rejects.toThrow('CHILD_CLOSED')
    await expect(city.as('王组长', (context) => answerTransfer(context, { id: asked, version: 1, accepted: true }))).rejects.toThrow('NOT_FOUND')
    await reply(false)
    await expect(reply(false)).rejects.toThrow('TRANSFER_ANSWERED')
  })
})
