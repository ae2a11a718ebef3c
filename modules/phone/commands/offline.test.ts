import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { everyVisitOnce } from './steps/sample-offline.ts'
import { openPhoneScene, type PhoneScene } from './steps/sample-phone.ts'

describe('random sequences of offline writes, retries and conflicts', () => {
  let scene: PhoneScene
  beforeAll(async () => { scene = await openPhoneScene() })
  afterAll(() => scene.close())

  it('end with every acknowledged visit exactly once and nothing lost', async () => {
    await fc.assert(everyVisitOnce(scene), { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 6), endOnFailure: true })
  })
})
