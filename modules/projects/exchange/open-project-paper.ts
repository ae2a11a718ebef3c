import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { openBytes } from '#platform/crypto/envelope.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustReadProjects } from '../access.ts'
import { recordProject } from '../commands/steps/write-project.ts'
import { loadProject } from '../queries/projects/lock-project.ts'
import { projectPaperAad } from '../queries/projects/project-paper.ts'
import { keyOf } from '../queries/row-key.ts'

/** Evidence of a project, on record. */
export const openProjectPaper = download({
  path: '/projects/paper', operationId: 'openProjectPaper', summary: '打开验收材料（留痕）', query: z.object({ id }), run: openPaper,
})

async function openPaper(context: Context, input: { id: string }): Promise<Download> {
  const { tx, actor } = context
  mustReadProjects(actor)
  const [paper] = await tx.selectFrom('projects.projectPapers').select(['projectId', 'title', 'mediaType', 'extension', 'storageKey', 'wrappedKey'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).execute()
  if (paper === undefined) throw new Refusal('NOT_FOUND')
  const project = await loadProject(context, paper.projectId)
  const key = keyOf(context, { id: input.id, wrappedKey: paper.wrappedKey })
  if (key === null) throw new Refusal('NOT_FOUND')
  await recordProject(context, project, { verb: 'project-paper.opened', details: { paperId: input.id } })
  const sealed = await buffer(await (await filesOf(context)).get(paper.storageKey))
  const bytes = openBytes(key, sealed, projectPaperAad(actor.cityId, input.id))
  return { fileName: `验收材料.${paper.extension}`, contentType: paper.mediaType, body: (async function* () { yield bytes })() }
}
