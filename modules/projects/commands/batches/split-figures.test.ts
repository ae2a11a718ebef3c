import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figuresModule } from '#modules/figures/module.ts'
import { openAwardScene, type AwardScene } from '../steps/sample-awards.ts'
import { runningProject } from '../steps/sample-projects.ts'

type Answer = { items: { label: string; opens: { kind: string } }[]; figure: { value: number }; funds: Part[]; sources: Part[]; blocks: Block[] }
type Part = { key: string; name: string; value: number }
type Block = { runs?: { text: string }[] }

/*
 * 孙主任 applies twice for one child, 赵干事 for a class; one award is paid from the restricted fund 资金02, two from the free fund 资金01. The figures of what was
 * paid are split by fund and by source, and each part opens exactly the records it was counted from.
 */
describe('figures of money', () => {
  let scene: AwardScene
  let get: (path: string) => Promise<Answer>
  beforeAll(async () => {
    scene = await openAwardScene()
    const server = await scene.serve([figuresModule])
    get = async (path) => {
      const answer = await server.inject({ url: `/api${path}`, headers: { cookie: await scene.cookieOf('陈主任') } })
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`)
      return answer.json()
    }
    const { caseId } = await scene.opened()
    const pay = async (fundId: string, applied: Parameters<AwardScene['apply']>) => {
      const award = await scene.apply(...applied)
      const yuan = award.amountFen / 100
      await scene.results(await scene.approved([award], '已核对', fundId), [`1,${award.accountTail},${yuan},成功,`])
    }
    await pay(scene.books.schooling, [{ caseId, amount: 50_000 }])
    await pay(scene.books.free, [{ caseId, amount: 30_000, kind: 'illness' }])
    await pay(scene.books.free, [{ group: '东街小学三年级', peopleCount: 20, amount: 100_000 }, '赵干事'])
    await runningProject(scene, { sources: [{ fundId: scene.books.schooling, amount: 100_000 }, { fundId: scene.books.free, amount: 300_000 }] })
  })
  afterAll(() => scene.close())
  const parts = (found: readonly Part[]) => Object.fromEntries(found.map(({ name, value }) => [name, value]))

  it('are split by fund and by source: money, people, children once in each, projects under each fund that bears them', async () => {
    const split = async (code: string) => {
      const { funds, sources } = await get(`/figures/${code}/splits?period=2026`)
      return [parts(funds), parts(sources)]
    }
    expect(await split('awards.money')).toEqual([{ 资金01: 1300, 资金02: 500 }, { restricted: 500, unrestricted: 1300 }])
    expect(await split('awards.attendances')).toEqual([{ 资金01: 21, 资金02: 1 }, { restricted: 1, unrestricted: 21 }])
    expect(await split('awards.children')).toEqual([{ 资金01: 1, 资金02: 1 }, { restricted: 1, unrestricted: 1 }])
    expect(await split('projects.running')).toEqual([{ 资金01: 1, 资金02: 1 }, { restricted: 1, unrestricted: 1 }])
    expect(await split('visits.made')).toEqual([{}, {}])
  })

  it('open in each part the records it was counted from, and only there', async () => {
    for (const code of ['awards.money', 'awards.attendances', 'awards.children', 'awards.households', 'projects.running', 'projects.begun']) {
      const { funds, sources } = await get(`/figures/${code}/splits?period=2026`)
      const asked = [...funds.map((part) => ({ part, query: `fund=${part.key}` })), ...sources.map((part) => ({ part, query: `source=${part.key}` }))]
      expect(asked.length).toBeGreaterThan(2)
      for (const { part, query } of asked) {
        const rows = await get(`/figures/${code}/rows?period=2026&limit=50&${query}`)
        expect([code, part.name, rows.figure.value]).toEqual([code, part.name, part.value])
        expect(rows.items.every(({ opens: { kind } }) => kind === 'award' || kind === 'project')).toBe(true)
      }
    }
    const [free] = (await get('/figures/awards.money/splits?period=2026')).funds
    expect((await get(`/figures/awards.money/rows?period=2026&limit=50&fund=${free?.key}`)).items.map(({ label }) => label).toSorted())
      .toEqual(['东街小学三年级 · 助学', expect.stringMatching(/^张某 · 6—13岁 · /)])
  })

  it('fill the look-back of the speech by themselves', async () => {
    const { blocks } = await get('/reports/yearly?year=2026&template=speech')
    const text = blocks.flatMap(({ runs = [] }) => runs).map((run) => run.text).join('')
    expect(text).toContain('发放1800元，新立公益项目1个、目前实施中1个，资助22人次，为1名困境儿童、1户困境家庭给予倾心倾情帮扶。')
    expect(text).not.toContain('没有指标')
  })
})
