import { randomUUID } from 'node:crypto'
import { throughput, median } from './load.ts'
import { atMost, type Measure } from './measure.ts'
import { accountOf, openCases, signIn } from './requests.ts'
import { openScene, type Scene } from './scene.ts'

/** What a list page and a visit cost at this scale beside the same at scale 1, as a town user on one connection. */
export async function measureGrowth(large: Scene, say: (text: string) => void): Promise<Measure[]> {
  const small = await openScene(1, say)
  try {
    const [list, visit] = [await costRatio(small, large, listRate), await costRatio(small, large, visitRate)]
    return [atMost(`list page, scale 1 → ${large.scale}`, list, 1.3, 'growth of cost'), atMost(`visit, scale 1 → ${large.scale}`, visit, 1.3, 'growth of cost')]
  } finally {
    await small.close()
  }
}

async function costRatio(small: Scene, large: Scene, rate: (scene: Scene) => Promise<number>): Promise<number> {
  const ratios: number[] = []
  for (let round = 0; round < 5; round++) ratios.push(await rate(small) / await rate(large))
  return median(ratios)
}

async function listRate(scene: Scene): Promise<number> {
  const cookie = await signIn(scene, accountOf(scene, 'office', 11))
  return throughput({ url: `${scene.address}/api/children?limit=20`, cookie }, 1, 1000)
}

async function visitRate(scene: Scene): Promise<number> {
  const cookie = await signIn(scene, accountOf(scene, 'office', 11))
  const caseIds = await openCases(scene, cookie)
  let turn = 0
  const body = () => ({ caseId: caseIds[turn++ % caseIds.length], madeOn: scene.ground.clock.today(), medium: 'phone', minutes: 20, outcome: 'made', note: '' })
  return throughput({ url: `${scene.address}/api/visits`, cookie, method: 'POST', body, headers: () => ({ 'idempotency-key': randomUUID() }) }, 1, 1000)
}
