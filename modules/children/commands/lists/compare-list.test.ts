import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeImportsModule } from '#modules/imports/module.ts'
import { importScene } from '#modules/imports/commands/testing/import-scene.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { ComparedRow } from '../../contract.ts'
import { civilListImports } from '../../exchange/import-civil-lists.ts'
import { childrenModule } from '../../module.ts'
import { liveCount, registerSample, sampleNumber } from '../steps/sample-child.ts'

const headings = ['序号', '儿童姓名', '性别', '身份证号码', '出生年月', '困境类别', '认定日期', '村（社区）', '家庭住址', '监护人', '与儿童关系', '联系电话']
type Cell = string | number | null

async function workbook(rows: Cell[][]): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Sheet1')
  sheet.addRow(['甲区困境儿童名单'])
  sheet.addRow(headings)
  for (const row of rows) sheet.addRow(row)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

// 赵干事 keeps 东街镇 with 东一村 and 东二村; 蒋主任 keeps 北一村 in another county.
describe('a list of civil affairs', () => {
  let city: TestCity
  let server: Awaited<ReturnType<TestCity['serve']>>
  let importId = ''
  const children: Record<string, string> = {}
  const numbers = { same: sampleNumber('2014-02-03', 5), elsewhere: sampleNumber('2013-04-05', 7), fresh: sampleNumber('2016-07-08', 9) }
  const scene = () => importScene(city, server)
  const get = async (url: string, by: PersonName = '赵干事') => (await scene().get(by, url)).json()
  const rowsOf = async (query = ''): Promise<ComparedRow[]> => (await get(`/children/lists/${importId}/rows?limit=50${query}`)).items
  const decide = (payload: object, by: PersonName = '赵干事') => scene().post(by, `/children/lists/${importId}/decide`, payload)
  const cardOf = async (id: string) => (await city.owner.query(
    'select civil_affairs_types as types, civil_affairs_on as day, masked_name, status, version from children.children where id = $1', [id])).rows[0]
  const upload = async (rows: Cell[][], by: PersonName = '赵干事') => scene().upload(by, await workbook(rows), '名单.xlsx', 'civil-hardship')

  const list: Cell[][] = [
    [1, '方小同', '男', numbers.same, '', '孤儿', '2026-01-10', '东一村', '东一村五组', '李桂花', '奶奶', '13900001234'], // 3: ours says no recognition
    [2, '新小来', '男', numbers.fresh, '', '事实无人抚养', '2026.2.1', '东二村', '东二村一组', '新大爷', '爷爷', '13911112222'], // 4: nobody knows
    [3, '张小明', '男', '', '2015-05-20', '困境', '2026-02-01', '', '', '', '', ''], // 5: two of that name and day
    [4, '别小处', '男', numbers.elsewhere, '', '孤儿', '', '', '', '', '', ''], // 6: another county holds
    [5, '错小号', '男', '009901201402030000', '', '孤儿', '', '', '', '', '', ''], // 7: wrong number
    [6, '', '男', '', '2015-05-20', '孤儿', '', '', '', '', '', ''], // 8: no name
  ]

  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
    const id = async (change: Parameters<typeof registerSample>[1], by: PersonName = '孙主任') => (await registerSample(city, change, by)).id
    children['same'] = await id({ name: '方小同', paperKind: 'id-card', paperNumber: numbers.same, birthOn: undefined })
    children['one'] = await id({})
    children['two'] = await id({ guardians: [] })
    children['elsewhere'] = await id({ name: '别小处', paperKind: 'id-card', paperNumber: numbers.elsewhere, birthOn: undefined }, '蒋主任')
    children['gone'] = await id({ name: '去小远', birthOn: '2012-01-01' })
    await city.owner.query(`update children.children set civil_affairs_types = '{orphan}', civil_affairs_on = '2025-01-01' where id = $1`, [children['gone']])
  })
  afterAll(() => city.close())

  it('is for those who may register children', async () => {
    expect((await upload(list, '郑部长')).status).toBe(403)
    expect((await upload(list, '冯科长')).status).toBe(403)
  })

  it('is compared before anything is written: new, changed, gone, ambiguous and held elsewhere, each apart', async () => {
    const { body } = await upload(list)
    importId = body.id
    const checked = await scene().post('赵干事', `/imports/${importId}/mapping`, { mapping: body.mapping })
    expect(checked.body).toMatchObject({ state: 'checked', badCount: 2 })
    const rows = await rowsOf()
    expect(rows.map(({ rowNumber, kind }) => [rowNumber, kind])).toEqual([
      [3, 'changed'], [4, 'new'], [5, 'ambiguous'], [6, 'elsewhere'], [null, 'gone']])
    expect((await city.owner.query(`select count(*)::int as count from children.children where city_id = $1`, [city.cityId])).rows[0].count).toBe(5)
  })

  it('shows ours and theirs side by side; what no approval opens is masked', async () => {
    const [changed] = await rowsOf('&kind=changed')
    expect(changed?.fields).toEqual([
      { field: 'types', theirs: '孤儿', ours: null, isMasked: false }, { field: 'decidedOn', theirs: '2026-01-10', ours: null, isMasked: false },
      { field: 'address', theirs: '东一村五组', ours: '已登记（须有查阅许可）', isMasked: true }])
    const asRegistrar = (await get(`/children/lists/${importId}/rows?limit=50&kind=changed`, '孙主任'))
    expect(asRegistrar.code).toBe('NOT_FOUND')
  })

  it('of a child elsewhere only the unit is told', async () => {
    const [held] = await rowsOf('&kind=elsewhere')
    expect(held).toMatchObject({ unitName: '北一村', childId: null, candidates: [], decisions: ['keep', 'transfer'] })
    expect(JSON.stringify(held)).not.toContain(children['elsewhere'])
  })

  it('is not written while a difference waits for a decision', async () => {
    const answer = await scene().post('赵干事', `/imports/${importId}/commit`)
    expect(answer).toMatchObject({ status: 409, body: { code: 'ROWS_UNDECIDED', data: { undecided: 5 } } })
  })

  it('is decided row by row or all of a kind at once; a decision that does not fit is refused, a day to come too', async () => {
    const rows = await rowsOf()
    const idOf = (kind: string) => rows.find((row) => row.kind === kind)!.id
    expect((await decide({ ids: [idOf('new')], decision: 'end', endedOn: '2026-03-01' })).status).toBe(422)
    expect((await decide({ ids: [idOf('gone')], decision: 'end' })).status).toBe(422)
    expect((await decide({ ids: [idOf('gone')], decision: 'end', endedOn: '2027-01-01' })).status).toBe(422)
    expect((await decide({ ids: [idOf('changed')], decision: 'take', fields: ['types', 'decidedOn'] })).body).toEqual({ decided: 1 })
    expect((await decide({ kind: 'new', decision: 'visit' })).body).toEqual({ decided: 1 })
    expect((await decide({ ids: [idOf('gone')], decision: 'end', endedOn: '2026-03-01' })).body).toEqual({ decided: 1 })
    expect((await decide({ ids: [idOf('elsewhere')], decision: 'transfer' })).body).toEqual({ decided: 1 })
    expect((await decide({ ids: [idOf('gone')], decision: 'keep' }, '钱干事')).status).toBe(404)
    const chosen = await scene().post('赵干事', `/children/lists/${importId}/rows/${idOf('ambiguous')}/choose`, { childId: children['two'] })
    expect(chosen.body).toMatchObject({ kind: 'changed' })
    expect((await decide({ kind: 'changed', decision: 'keep' })).body).toEqual({ decided: 1 })
  })

  it('keeps what was decided when the columns are confirmed once more', async () => {
    const before = await get(`/imports/${importId}`)
    await scene().post('赵干事', `/imports/${importId}/mapping`, { mapping: before.mapping })
    const { counts } = await get(`/children/lists/${importId}`)
    expect(counts.filter(({ undecided }: { undecided: number }) => undecided > 0)).toEqual([{ kind: 'ambiguous', total: 1, undecided: 1 }])
    await decide({ kind: 'ambiguous', decision: 'keep' })
  })

  it('is written in one go as it was decided, with figures and an audit row each', async () => {
    const { body } = await scene().post('赵干事', `/imports/${importId}/commit`)
    expect(body).toMatchObject({ state: 'committed', createdCount: 1, changedCount: 2, badCount: 2 })
    expect(await cardOf(children['same']!)).toMatchObject({ types: ['orphan'], day: '2026-01-10' })
    expect(await cardOf(children['gone']!)).toMatchObject({ types: [] })
    expect(await liveCount(city, children['same']!, { measure: 'child.civil.orphan', on: '2026-12-31' })).toBe(1)
    const [fresh] = await rowsOf('&kind=new')
    children['fresh'] = fresh!.childId!
    expect(await cardOf(children['fresh'])).toMatchObject({ masked_name: '新某', types: ['de-facto-unsupported'], status: 'registered' })
    expect(await liveCount(city, children['fresh'], { measure: 'child.registered', on: '2026-12-31' })).toBe(1)
    const { rows } = await city.owner.query(`select verb, count(*)::int as count from audit.entries
      where verb in ('child.recognised', 'child-transfer.requested', 'child.marked-for-visit') group by verb order by verb`)
    expect(rows).toEqual([{ verb: 'child-transfer.requested', count: 1 }, { verb: 'child.marked-for-visit', count: 1 }, { verb: 'child.recognised', count: 2 }])
    await runJobsInline(city, [childrenModule, makeImportsModule(civilListImports)])
    const told = await city.owner.query(`select distinct title from notices.notices where source_verb = 'child.marked-for-visit'`)
    expect(told.rows).toEqual([{ title: '民政名单与登记不一致，请走访核实：新某' }])
    expect((await decide({ kind: 'new', decision: 'keep' })).body.code).toBe('WRONG_STATE')
  })

  it('brings no name, number or address into database or audit in clear', async () => {
    const { rows } = await city.owner.query(`select coalesce(details::text, '') || coalesce(reason, '') as words from audit.entries
      union all select row::text from children.compared_rows row union all select row::text from imports.import_rows row`)
    expect(rows.map(({ words }) => words).join()).not.toMatch(/新小来|方小同|东一村五组|009901201/)
  })

  it('says nothing new when the same list comes again', async () => {
    const again = await upload(list.slice(0, 2))
    const checked = await scene().post('赵干事', `/imports/${again.body.id}/mapping`, { mapping: again.body.mapping })
    expect(checked.body.preview).toEqual({ created: 0, changed: 1, unchanged: 0 })
    const { items } = await get(`/children/lists/${again.body.id}/rows?limit=50`)
    expect(items[0].fields.map(({ field }: { field: string }) => field)).toEqual(['address'])
  })

  it('is undone: the new child leaves the register, the others are as before; whoever was changed since stays', async () => {
    await city.owner.query('update children.children set version = version + 1 where id = $1', [children['gone']])
    const { body } = await scene().post('赵干事', `/imports/${importId}/undo`)
    expect(body).toMatchObject({ state: 'undone', undoneCount: 2, kept: [{ rowNumber: 2_000_001, why: '导入后已有人修改' }] })
    const { items } = await get(`/children/lists/${importId}/rows?limit=50`)
    const said = items.flatMap(({ childId, outcome, why }: { childId: string | null; outcome: string; why: string | null }) =>
      (childId === null ? [] : [[childId, outcome, why]]))
    expect(said).toContainEqual([children['gone'], 'kept', '导入后已有人修改'])
    expect(said).toContainEqual([children['same'], 'undone', null])
    expect(await cardOf(children['same']!)).toMatchObject({ types: [], day: null })
    expect(await liveCount(city, children['same']!, { measure: 'child.civil.orphan', on: '2026-12-31' })).toBe(0)
    expect(await cardOf(children['fresh']!)).toMatchObject({ status: 'withdrawn', masked_name: '已撤销' })
    expect(await liveCount(city, children['fresh']!, { measure: 'child.registered', on: '2026-12-31' })).toBe(0)
    expect((await scene().get('赵干事', `/children/${children['fresh']}`)).statusCode).toBe(404)
  })
})
