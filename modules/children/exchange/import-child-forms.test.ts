import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importScene } from '#modules/imports/commands/testing/import-scene.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { openChildForm } from '../commands/forms/open-child-form.ts'
import { registerSample, sampleNumber } from '../commands/steps/sample-child.ts'

const rows = [
  '姓名,身份证号,出生日期,民族,户籍地址,住房情况,家庭年收入,经济来源,救助情况,父亲姓名,父亲务工地,父亲联系电话,备注',
  '表小一,,2015-05-20,苗族,东一村,自有住房,"20,000元",务工工资、务农,最低生活保障,表大山,东莞,13700001111,父母常年在外', // 2
  '无小人,,2015-05-20,汉族,,,,,,,,,', // 3
  '表小二,,2014-01-01,汉族,,城堡,,,,,,,', // 4
]

describe('household forms as a workbook', () => {
  let city: TestCity
  let server: Awaited<ReturnType<TestCity['serve']>>
  let childId = ''
  let importId = ''
  const file = (lines: readonly string[]) => new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`) as Uint8Array<ArrayBuffer>
  const scene = () => importScene(city, server)
  const open = () => city.as('孙主任', (context) => openChildForm(context, { id: childId, kind: 'household' }))
  const check = async (lines: readonly string[]) => {
    const { body } = await scene().upload('赵干事', file(lines), '家庭情况表.csv', 'child-form-household')
    importId = body.id
    return (await scene().post('赵干事', `/imports/${importId}/mapping`, { mapping: body.mapping })).body
  }
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
    childId = (await registerSample(city, { name: '表小一', householdSize: 4 })).id
    await registerSample(city, { name: '表小二', paperKind: 'id-card', paperNumber: sampleNumber('2014-01-01', 801), sex: undefined, birthOn: undefined })
  })
  afterAll(() => city.close())

  it('fill in what registered children have not answered; unknown children and words are said beside the cell', async () => {
    expect(await check(rows)).toMatchObject({ badCount: 2, preview: { created: 0, changed: 1, unchanged: 0 } })
    const { items } = (await scene().get('赵干事', `/imports/${importId}/problems`)).json()
    expect(items.map(({ rowNumber, problems }: { rowNumber: number; problems: { column: string }[] }) => [rowNumber, problems[0]!.column])).toEqual([[3,
      '姓名'], [4, '住房']])
    await scene().post('赵干事', `/imports/${importId}/commit`)
    const form = await open()
    expect(form).toMatchObject({ version: 1, filledName: '赵干事', answers: {
      ethnicity: '苗族', registeredAddress: '东一村', housing: 'own', yearlyIncomeYuan: 20_000, incomes: ['wages', 'farming'], aids: ['subsistence'], note: '父母常年在外',
      relatives: [{ relation: 'father', name: '表大山', workPlace: '东莞', phone: '13700001111' }] } })
    expect(form.known).toContainEqual({ label: '共同生活人数', value: '4' })
  })

  it('change nothing when they say what stands there, and leave alone what they leave empty', async () => {
    expect(await check(rows.slice(0, 2))).toMatchObject({ preview: { changed: 0, unchanged: 1 } })
    expect(await check([rows[0]!, '表小一,,2015-05-20,,,租住,,,,,,,'])).toMatchObject({ preview: { changed: 1 } })
    await scene().post('赵干事', `/imports/${importId}/commit`)
    expect((await open()).answers).toMatchObject({ ethnicity: '苗族', housing: 'rented' })
  })

  it('are undone to what stood there before', async () => {
    expect((await scene().post('赵干事', `/imports/${importId}/undo`)).body).toMatchObject({ undoneCount: 1, kept: [] })
    expect((await open()).answers).toMatchObject({ ethnicity: '苗族', housing: 'own' })
  })

  it('are for those who may register children', async () => {
    expect((await scene().upload('郑部长', file(rows), '家庭情况表.csv', 'child-form-household')).status).toBe(403)
  })
})
