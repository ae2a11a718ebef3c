import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { givePassword } from '../commands/give-password.ts'
import { listAccounts } from '../queries/list-accounts.ts'
import { staffImport } from './import-staff.ts'

const row = (rowNumber: number, values: Record<string, string>) => ({ rowNumber, values, precisionLost: [], fullWidth: [] })

describe('staff from a workbook', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
    city.clock.moveTo(new Date().toISOString())
  })
  afterAll(() => city.close())
  const good = [row(3, { name: '何新', unit: '东街镇', role: '关工委工作人员', phone: '13800005678' }),
    row(4, { name: '何村', unit: '990100100010001', role: '儿童主任', signInName: 'hecun' })]

  it('is told row by row what is wrong: unknown unit, taken name, repeated name, unknown role', async () => {
    const problems = await city.as('安全员', (context) => staffImport.checkRows(context, [
      ...good, row(5, { name: '何三', unit: '没有的镇', signInName: 'hesan' }), row(6, { name: '赵二', unit: '东街镇', signInName: 'zhao' }),
      row(7, { name: '何新', unit: '东街镇', phone: '13800005678' }), row(8, { name: '何八', unit: '东街镇', signInName: 'heba', role: '皇帝' })]))
    expect(problems.toSorted((a, b) => a.rowNumber - b.rowNumber)
      .map(({ rowNumber, key }) => [rowNumber, key])).toEqual([[5, 'unit'], [6, 'signInName'], [7, 'signInName'], [8, 'role']])
  })

  it('takes no name that differs from another in capitals alone; one in full width is the same in half', async () => {
    const problems = await city.as('安全员', (context) => staffImport.checkRows(context, [
      row(3, { name: '赵二', unit: '东街镇', signInName: 'ZHAO' }), row(4, { name: '何一', unit: '东街镇', signInName: 'ｈｅｙｉ' }),
      row(5, { name: '何二', unit: '东街镇', signInName: 'HeYi' })]))
    expect(problems.toSorted((a, b) => a.rowNumber - b.rowNumber).map(({ rowNumber, key, message }) => [rowNumber, key, message])).toEqual([
      [3, 'signInName', '这个用户名（或手机号）已有账号，不再重复开设。'], [5, 'signInName', '用户名（或手机号）与第 4 行重复。']])
  })

  it('makes accounts with a right and without a password, which the own office hands out', async () => {
    const made = await city.as('安全员', (context) => staffImport.commitRows(context, good, ''))
    expect(made.map(({ rowNumber }) => rowNumber)).toEqual([3, 4])
    const { items } = await city.as('安全员', (context) => listAccounts(context, { q: '何', limit: 20 }))
    const added = items.filter(({ id }) => made.some(({ recordId }) => recordId === id))
    expect(added.map(({ personName, unitName, grants, mustChangePassword }) => [personName, unitName, grants[0]?.roleName, mustChangePassword]))
      .toEqual([['何新', '东街镇', '关工委工作人员', true], ['何村', '东一村', '儿童主任', true]])
    const { firstPassword } = await city.as('赵干事', (context) => givePassword(context, { id: made[0]?.recordId ?? '', reason: '首次发放' }))
    const answer = await (await city.serve()).inject({ method: 'POST', url: '/api/sessions', payload: { name: '13800005678', password: firstPassword } })
    expect(answer.json()).toMatchObject({ unit: { name: '东街镇' }, mustChangePassword: true })
    const undone = await city.as('安全员', (context) => staffImport.undoRows(context, made))
    expect(undone.kept.map(({ rowNumber }) => rowNumber)).toEqual([3])
    expect((await city.as('安全员', (context) => listAccounts(context, { q: '何', limit: 20 }))).items
      .filter(({ id }) => made.some(({ recordId }) => recordId === id)).map(({ personName }) => personName)).toEqual(['何新'])
  })

  it('whose import was undone may be imported again: the name of an account nobody ever used is free', async () => {
    const again = [row(3, { name: '何再', unit: '东街镇', role: '儿童主任', signInName: 'hezai' })]
    const made = await city.as('安全员', (context) => staffImport.commitRows(context, again, ''))
    expect((await city.as('安全员', (context) => staffImport.undoRows(context, made))).kept).toEqual([])
    expect(await city.as('安全员', (context) => staffImport.checkRows(context, again))).toEqual([])
    const second = await city.as('安全员', (context) => staffImport.commitRows(context, again, ''))
    const { rows } = await city.owner.query(`select id, status from accounts.accounts where city_id = $1 and sign_in_name = 'hezai'`, [city.cityId])
    expect(rows).toEqual([{ id: second[0]?.recordId, status: 'active' }])
  })
})
