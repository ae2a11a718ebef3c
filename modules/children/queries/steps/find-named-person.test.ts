import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { closeChild } from '../../commands/close-child.ts'
import { eraseChild } from '../../commands/erase-child.ts'
import { mergeChildren } from '../../commands/merging/merge-children.ts'
import { endKeeping, registerSample } from '../../commands/steps/sample-child.ts'
import { findNamedPerson } from './find-named-person.ts'

// 孙主任 keeps 东一村 and 周主任 东二村, both of 东街镇 with 赵干事.
describe('a text about one child that names somebody else', () => {
  let city: TestCity
  let about: string
  beforeAll(async () => {
    city = await openTestCity()
    about = (await registerSample(city, { name: '林有知' })).id
  })
  afterAll(() => city.close())
  const find = (text: string, otherIds: string[], by: PersonName = '赵干事') =>
    city.as(by, (context) => findNamedPerson(context, { childId: about, otherIds, text }))

  it('is found however the dot of a name is written, and in Latin letters too', async () => {
    const [dotted, latin] = [await registerSample(city, { name: '古丽·买买提' }), await registerSample(city, { name: 'Aisha Bek' })]
    expect(await find('谢谢古丽•买买提', [dotted.id])).toBe('古丽·买买提')
    expect(await find('Aisha Bek也好', [latin.id])).toBe('Aisha Bek')
    expect(await find('古丽和Aisha也好', [dotted.id, latin.id])).toBeUndefined()
  })

  it('is judged by children of the own range alone', async () => {
    const other = await registerSample(city, { name: '方外人' }, '周主任')
    expect(await find('方外人', [other.id])).toBe('方外人')
    expect(await find('方外人', [other.id], '孙主任')).toBeUndefined()
  })

  it('is judged by every record of a child, and by none that was erased', async () => {
    const [kept, merged] = [await registerSample(city, { name: '章同人' }), await registerSample(city, { name: '张同人' }, '周主任')]
    await city.as('赵干事', (context) => mergeChildren(context, {
      id: kept.id, mergedId: merged.id, version: 1, mergedVersion: 1, reason: '户口本核对为同一人' }))
    for (const id of [kept.id, merged.id]) {
      expect(await find('张同人', [id])).toBe('张同人')
      expect(await find('章同人', [id])).toBe('章同人')
    }
    const { rows } = await city.owner.query('select version from children.children where id = $1', [kept.id])
    await city.as('赵干事', (context) => closeChild(context, { id: kept.id, version: rows[0].version, reason: 'guardian-request', closedOn: '2026-03-16' }))
    await endKeeping(city, kept.id)
    await city.as('冯科长', (context) => eraseChild(context, { id: kept.id, reason: '监护人书面要求删除' }))
    expect(await find('张同人和章同人', [kept.id, merged.id])).toBeUndefined()
  })
})
