import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeChildren } from '#modules/children/commands/merging/merge-children.ts'
import { registerSample } from '#modules/children/commands/steps/sample-child.ts'
import { docxParagraphs } from '#platform/documents/testing/docx-part.ts'
import { decideRightsRequest } from '../commands/decide-rights-request.ts'
import { openRightsScene, type RightsScene } from '../commands/steps/sample-scene.ts'

// 孙主任 records, 赵干事 merges, 冯科长 decides and makes the copy.
describe('the copy for a child that two records tell of', () => {
  let scene: RightsScene
  beforeAll(async () => { scene = await openRightsScene() })
  afterAll(() => scene.close())

  it('holds what both records keep, also where it was asked for under the one that ended', async () => {
    const kept = await registerSample(scene, { name: '左小双', birthOn: '2014-01-01' })
    const consents = [{ kind: 'publication' as const, form: 'paper' as const, covers: '刊登在关工委简报', fromOn: '2026-01-01' }]
    const ended = await registerSample(scene, { name: '佐小霜', birthOn: '2014-01-01', consents })
    const { rows: [guardian] } = await scene.owner.query('select id from children.guardians where child_id = $1', [ended.id])
    const asked = await scene.request({ childId: ended.id, guardianId: guardian.id })
    const versionOf = async (id: string) => (await scene.owner.query('select version from children.children where id = $1', [id])).rows[0].version as number
    await scene.as('赵干事', async (context) => mergeChildren(context, {
      id: kept.id, mergedId: ended.id, version: await versionOf(kept.id), mergedVersion: await versionOf(ended.id), reason: '户口本核对为同一人' }))
    await scene.as('冯科长', (context) => decideRightsRequest(context, { id: asked.id, version: 1, granted: true, reply: '同意复制' }))
    const server = await scene.serve()
    const { rawPayload, statusCode } = await server.inject({
      method: 'GET', url: `/api/rights-requests/copy.docx?id=${asked.id}`, headers: { cookie: await scene.cookieOf('冯科长') } })
    expect(statusCode).toBe(200)
    const text = docxParagraphs(rawPayload).map(({ text: told }) => told).join('\n')
    for (const told of ['左小双', '佐小霜', '刊登在关工委简报']) expect(text).toContain(told)
  })
})
