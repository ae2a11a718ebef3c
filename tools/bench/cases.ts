import { median, ratioOf, throughput } from './load.ts'
import { atLeast, atMost, type Measure } from './measure.ts'
import { accountOf, openCases, signIn, statementsOf } from './requests.ts'
import type { Scene } from './scene.ts'
import { workOf } from './statements.ts'

const audited = 1000

/** The page of a case with a long trail of readings behind it, and the list of overdue visits of the whole city. */
export async function measureCases(scene: Scene): Promise<Measure[]> {
  return [...await casePage(scene), ...await overdueList(scene)]
}

/** What the page of a case asks for is small, and neither grows nor slows with what the audit holds about the child. */
async function casePage(scene: Scene): Promise<Measure[]> {
  const cookie = await signIn(scene, accountOf(scene, 'office', 11))
  const [caseId, untouchedId] = await openCases(scene, cookie)
  if (caseId === undefined || untouchedId === undefined) throw new Error('the town has fewer than two open cases')
  const before = await sizeOf(scene, cookie, caseId)
  const statements = await statementsOfPage(scene, cookie, caseId)
  for (let turn = 0; turn < audited; turn += 1) await read(scene, cookie, `/api/cases/${caseId}`)
  const ours = (id: string) => ({ url: `${scene.address}/api/cases/${id}`, cookie })
  return [
    atMost('case page with what it asks beside it, kB', before / 1000, 60),
    atMost(`case page, ${audited} audit rows later: size`, await sizeOf(scene, cookie, caseId) / before, 1, 'of the size before'),
    atMost(`case page, ${audited} audit rows later: statements`, await statementsOfPage(scene, cookie, caseId) - statements, 0, 'more than before'),
    atLeast(`case page, ${audited} audit rows later: speed`, await ratioOf(ours(caseId), ours(untouchedId), 1), 0.8, 'of a case nobody had read'),
  ]
}

/** The case itself and the pieces that stand on its page. */
const asked = (caseId: string) => [
  `/api/cases/${caseId}`, `/api/needs?caseId=${caseId}&limit=10`, `/api/aid-acts?caseId=${caseId}&limit=10`, `/api/wishes?caseId=${caseId}&limit=10`,
]

async function sizeOf(scene: Scene, cookie: string, caseId: string): Promise<number> {
  const texts = await Promise.all(asked(caseId).map((url) => read(scene, cookie, url)))
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
}

async function statementsOfPage(scene: Scene, cookie: string, caseId: string): Promise<number> {
  return workOf(await statementsOf(scene, { method: 'GET', url: `/api/cases/${caseId}`, cookie })).length
}

async function read(scene: Scene, cookie: string, url: string): Promise<string> {
  const answer = await fetch(`${scene.address}${url}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer.text()
}

/** Overdue visits of a whole city cost at most twice its plain list of cases, for the same person. */
async function overdueList(scene: Scene): Promise<Measure[]> {
  const cookie = await signIn(scene, accountOf(scene, 'office', 4))
  const rate = (url: string) => throughput({ url: `${scene.address}${url}`, cookie }, 1, 1000)
  const ratios: number[] = []
  for (let round = 0; round < 5; round += 1) ratios.push(await rate('/api/cases?limit=20') / await rate('/api/cases/overdue?limit=20'))
  return [atMost('overdue list of the city', median(ratios), 2, 'of the plain list')]
}
