import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { unitTerms } from '#modules/organization/commands/steps/unit-rows.ts'
import { newId } from '#platform/crypto/id.ts'
import { scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import type { TestCity } from '#tests/city/open.ts'
import { accessibilityProblems, openStage, overflows, type Stage } from './stage.ts'
import { watch, type Watch } from './watching.ts'

const mostNodes = 200
const searched = '芙蓉古村'

describe('the tree of a city with 7,000 units', () => {
  let stage: Stage
  let page: Page
  let watching: Watch
  let tree: Locator
  let units: number
  const levelsAsked: string[] = []
  beforeAll(async () => {
    stage = await openStage()
    units = await addThousands(stage.city)
    page = await stage.enterAs('陈主任')
    watching = watch(page)
    page.on('request', (request) => {
      const parent = new URL(request.url()).searchParams.get('parent')
      if (parent !== null) levelsAsked.push(parent)
    })
    tree = page.getByRole('tree')
  })
  afterAll(() => stage.close())

  const nodes = () => page.locator('.xh-tree *').count()
  const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) })
  /** The row the keyboard stands on. */
  const active = () => tree.evaluate((element) => document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    await watching.settle()
  }

  it('is drawn with two hundred elements at most, and each opening asks for one level', async () => {
    expect(units).toBeGreaterThan(7000)
    await page.goto(`${stage.address}/units`)
    await row('丙1县').waitFor()
    expect(await nodes()).toBeLessThanOrEqual(mostNodes)
    await tree.focus()
    await press('Home')
    expect(await active()).toContain('试验市')
    for (let steps = 0; steps < 20 && !(await active()).startsWith('丙1县'); steps += 1) await press('ArrowDown')
    levelsAsked.length = 0
    await press('ArrowRight')
    await row('云岭1镇').waitFor()
    expect(levelsAsked).toEqual([await stage.city.unitId('9901101')])
    await press('ArrowRight', 'ArrowRight')
    await row('云岭1镇第1村').waitFor()
    expect(levelsAsked).toEqual([await stage.city.unitId('9901101'), await stage.city.unitId('99011010001')])
    expect(await nodes()).toBeLessThanOrEqual(mostNodes)
    await press('End')
    expect(await active()).toContain('丙7县')
    expect(await nodes()).toBeLessThanOrEqual(mostNodes)
    await press('Home', 'ArrowDown', 'ArrowUp')
    expect(await active()).toContain('试验市')
  })

  it('is searched by typing on it, and jumps to the unit found', async () => {
    await page.keyboard.press('f')
    const box = page.getByRole('combobox', { name: '输入单位名称查找' })
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('rgc')
    await page.locator('.ant-select-item-option', { hasText: searched }).waitFor()
    await press('Enter')
    await page.getByRole('heading', { name: searched }).waitFor()
    await row(searched).waitFor()
    expect(await row(searched).getAttribute('aria-selected')).toBe('true')
    expect(await nodes()).toBeLessThanOrEqual(mostNodes)
    expect([await overflows(page), await accessibilityProblems(page), watching.takeTroubles()]).toEqual([false, [], []])
  })

  it('follows when a unit in it is renamed, and a name that a sibling bears is refused beside the field', async () => {
    await choose('东二村')
    await change('更名', { 名称: '东一村', 关工委简称: '东一村关工委', 原因: '误填' })
    await page.getByText('同一上级下已有同名单位，请核对。').first().waitFor()
    await page.getByRole('dialog').getByLabel('名称', { exact: true }).fill('东新村')
    await send('更名')
    await row('东新村').waitFor()
    expect(await row('东二村').count()).toBe(0)
  })

  it('lets a unit be split, moved, merged and closed without a mouse', async () => {
    await choose('东街镇')
    await change('拆分出新单位', { 名称: '东关镇', 原因: '区划调整' })
    await page.getByRole('heading', { level: 1, name: '东关镇' }).waitFor()
    await page.goto(`${stage.address}/units`)
    await choose('东关镇')
    await change('移到另一上级', { 原因: '区划调整' }, ['新的上级', '乙县'])
    await row('乙县').waitFor()
    expect(await page.getByRole('main').textContent()).toContain('99010021')
    await choose('北乡')
    await change('并入另一单位', { 原因: '合并' }, ['并入的单位', '东关镇'])
    await page.getByRole('heading', { level: 1, name: '东关镇' }).waitFor()
    await page.goto(`${stage.address}/units`)
    await choose('北一村')
    await change('撤销单位', { 原因: '合村' })
    await row('北二村').waitFor()
    expect(await row('北一村').count()).toBe(0)
    // Nothing was refused but the name of the sibling, and the browser complains of nothing else.
    expect(watching.takeTroubles().toSorted())
      .toEqual([expect.stringMatching(/^409: .*rename$/), expect.stringMatching(/^console: Failed to load resource: .* 409/)])
  })

  async function choose(name: string): Promise<void> {
    await page.getByRole('combobox', { name: '输入单位名称查找' }).fill(name)
    await page.locator('.ant-select-item-option', { hasText: name }).first().waitFor()
    await press('Enter')
    await page.getByRole('heading', { name, exact: true }).waitFor()
  }

  /** Opens the menu of changes and the dialog of one, by keyboard, fills it in, names another unit where it asks for one, and sends it. */
  async function change(act: string, fields: Record<string, string>, other?: [label: string, name: string]): Promise<void> {
    await page.getByRole('button', { name: '办理变更' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: act }).waitFor()
    // The mark follows an arrow one drawing later: who presses on before he sees it chooses another item.
    let standing = await standsOn('')
    for (let presses = 0; presses < 12 && !standing.includes(act); presses += 1) {
      await page.keyboard.press('ArrowDown')
      standing = await standsOn(standing)
    }
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: act }).waitFor()
    if (other !== undefined) await pick(...other)
    for (const [label, value] of Object.entries(fields)) await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(value)
    await send(act)
  }

  /** The item of the menu the keyboard has come to, another one than before. */
  async function standsOn(before: string): Promise<string> {
    const item = await page.waitForFunction((left) => {
      const standing = document.activeElement
      return standing?.getAttribute('role') === 'menuitem' && standing.textContent !== left ? standing.textContent : false
    }, before)
    return String(await item.jsonValue())
  }

  async function pick(label: string, name: string): Promise<void> {
    await page.getByLabel(label).press('Enter')
    const picker = page.getByRole('dialog', { name: '选择单位' })
    await picker.getByRole('combobox').fill(name)
    // The list of an earlier search may still stand on the page: Enter takes effect once the list of this one is there.
    const chosen = picker.getByRole('button', { name: /^确\s*定$/, disabled: false })
    for (let presses = 0; presses < 10 && await chosen.count() === 0; presses += 1) {
      await picker.getByRole('combobox').press('Enter')
      await chosen.waitFor({ timeout: 1000 }).catch(() => {})
    }
    await chosen.press('Enter')
    await picker.waitFor({ state: 'hidden' })
    await watching.settle()
  }

  async function send(act: string): Promise<void> {
    await page.getByRole('dialog').last().getByRole('button', { name: new RegExp(`^${[...act].join('\\s*')}$`) }).press('Enter')
    await watching.settle()
  }
})

type Row = { id: string; parentId: string; code: string; level: string; name: string }

/** Seven counties with 25 towns each, and 39 villages in every town, written past the program; one village can be searched for. */
async function addThousands(city: TestCity): Promise<number> {
  const rows: Row[] = []
  const add = (parentId: string, code: string, level: string, name: string) => {
    const id = newId()
    rows.push({ id, parentId, code, level, name })
    return id
  }
  const top = await city.unitId('9901')
  for (let county = 1; county <= 7; county += 1) {
    const countyId = add(top, `990110${county}`, 'county', `丙${county}县`)
    for (let town = 1; town <= 25; town += 1) {
      const code = `990110${county}${String(town).padStart(4, '0')}`
      const townId = add(countyId, code, 'town', `云岭${town}镇`)
      for (let village = 1; village <= 39; village += 1) {
        const name = county === 7 && town === 25 && village === 39 ? searched : `云岭${town}镇第${village}村`
        add(townId, `${code}${String(village).padStart(4, '0')}`, 'village', name)
      }
    }
  }
  await city.owner.query(`insert into organization.units
      (city_id, id, parent_id, code, scope_lo, scope_hi, level, kind, name, short_name, pinyin, pinyin_initials, established_on)
    select $1::int, id, "parentId", code, lo, hi, level, 'division', name, name, '', '', '2010-06-01'
      from json_to_recordset($2::json) as unit(id uuid, "parentId" uuid, code text, lo bigint, hi bigint, level text, name text)`,
  [city.cityId, JSON.stringify(rows.map((unit) => ({ ...unit, lo: scopeLo(unit.code), hi: scopeHi(unit.code) })))])
  const one = rows.find(({ name }) => name === searched) as Row
  const terms = unitTerms({ cityId: city.cityId, id: one.id, name: one.name, scopeLo: scopeLo(one.code) }).map(({ term }) => term)
  await city.owner.query(`insert into organization.unit_search_terms (city_id, term, scope_lo, unit_id)
    select $1::int, term, $3::bigint, $4::uuid from unnest($2::text[]) as term`,
    [city.cityId, terms, scopeLo(one.code), one.id])
  return rows.length
}
