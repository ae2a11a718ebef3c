import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { FormAnswers } from '../../contract.ts'
import { listFileReads } from '../../queries/list-file-reads.ts'
import { countAudit, registerSample } from '../steps/sample-child.ts'
import { fillChildForm } from './fill-child-form.ts'
import { openChildForm } from './open-child-form.ts'

describe('the paper form of a child', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  const answers: FormAnswers = {
    ethnicity: '苗族', boards: 'yes', incomes: ['remittance'], aids: [],
    relatives: [{ relation: 'father', name: '张大山', workPlace: '东莞', phone: '13700001111' }],
  }
  const fill = (id: string, given: FormAnswers, version = 0, who: '孙主任' | '李组长' = '孙主任') =>
    city.as(who, (context) => fillChildForm(context, { id, kind: 'left-behind', version, answers: given }))
  const open = (id: string, who: '孙主任' | '李组长' = '孙主任') => city.as(who, (context) => openChildForm(context, { id, kind: 'left-behind' }))

  it('shows what the file says already, keeps the rest sealed and gives it back', async () => {
    const { id } = await registerSample(city, { facts: [{ subject: 'father', kind: 'work', value: 'away', fromOn: '2024-01-01', evidence: 'visit' }] })
    const empty = await open(id)
    expect(empty).toMatchObject({ version: 0, filledOn: null, answers: { relatives: [] } })
    expect(empty.known).toEqual(expect.arrayContaining([
      { label: '姓名', value: '张小明' }, { label: '父母情况', value: '父亲外出务工' }, { label: '监护人（祖母）', value: '李桂花，13900001234' }]))
    await fill(id, answers)
    expect(await open(id)).toMatchObject({ version: 1, filledOn: '2026-03-16', filledName: '孙主任', answers })
    const { rows } = await city.owner.query('select sealed from children.forms where child_id = $1', [id])
    expect((rows[0].sealed as Buffer).includes(Buffer.from('张大山'))).toBe(false)
    expect([await countAudit(city, 'child-form.filled', id), await countAudit(city, 'child-file.opened', id)]).toEqual([1, 2])
  })

  it('begins with what was answered on the other form, and goes its own way from there', async () => {
    const { id } = await registerSample(city, { name: '包小明' })
    await fill(id, answers)
    const household = () => city.as('孙主任', (context) => openChildForm(context, { id, kind: 'household' }))
    expect(await household()).toMatchObject({ kind: 'household', version: 0, filledOn: null, answers })
    await city.as('孙主任', (context) => fillChildForm(context, { id, kind: 'household', version: 0, answers: { ...answers, ethnicity: '土家族' } }))
    expect((await household()).answers.ethnicity).toBe('土家族')
    expect((await open(id)).answers.ethnicity).toBe('苗族')
  })

  it('is neither opened nor filled in without an approval for the whole file', async () => {
    const { id } = await registerSample(city, { name: '丁小明' })
    await expect(open(id, '李组长')).rejects.toThrow('ACCESS_REQUIRED')
    await expect(fill(id, answers, 0, '李组长')).rejects.toThrow('ACCESS_REQUIRED')
  })

  it('refuses beside the field what cannot be, and a second save over an unseen one', async () => {
    const { id } = await registerSample(city, { name: '宣小明' })
    const bad: FormAnswers = { ...answers, relatives: [{ relation: 'father', name: '宣大山', birthOn: '2030-01-01', phone: '12', idNumber: '110' }] }
    await expect(fill(id, bad)).rejects.toMatchObject({
      data: { issues: ['birthOn', 'phone', 'idNumber'].map((field) => ({ path: ['answers', 'relatives', 0, field] })) } })
    await fill(id, answers)
    await expect(fill(id, answers)).rejects.toThrow('STALE')
  })

  it('prints blank for whoever reads cards, and filled only for whoever may open the file', async () => {
    const { id } = await registerSample(city, { name: '贲小明' })
    const server = await city.serve()
    const print = async (who: '孙主任' | '李组长', url: string) => {
      const answer = await server.inject({ url: `/api${url}`, headers: { cookie: await city.cookieOf(who) } })
      return [answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]
    }
    expect(await print('李组长', '/child-form-blank.docx?kind=household')).toEqual([200, 'PK'])
    expect(await print('孙主任', `/child-form.docx?id=${id}&kind=left-behind`)).toEqual([200, 'PK'])
    const refused = async (who: PersonName) => {
      const answer = await server.inject({ url: `/api/child-form.docx?id=${id}&kind=left-behind`, headers: { cookie: await city.cookieOf(who) } })
      return [answer.statusCode, answer.json().code, answer.json().message]
    }
    const needed = [403, 'ACCESS_REQUIRED', '打开这些内容需要查阅许可：请点“申请查阅完整档案”；情况紧急可用“紧急查阅”。']
    expect(await refused('李组长'), 'who sees the card reads what to ask for').toEqual(needed)
    for (const stranger of ['蒋主任', '王组长', '吴老师'] as const) expect((await refused(stranger)).slice(0, 2)).toEqual([404, 'NOT_FOUND'])
    const reads = await city.as('孙主任', (context) => listFileReads(context, { id, limit: 20 }))
    expect(reads.items.map(({ what }) => what), 'printing stands among the looks at the file').toContain('打印登记表')
  })
})
