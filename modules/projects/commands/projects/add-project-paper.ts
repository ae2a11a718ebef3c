import { sealBytes } from '#platform/crypto/envelope.ts'
import { newId } from '#platform/crypto/id.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import { scanKindOf } from '#platform/files/scan-kind.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRunProjects } from '../../access.ts'
import type { ProjectRow } from '../../contract.ts'
import { lockProject } from '../../queries/projects/lock-project.ts'
import { projectPaperAad } from '../../queries/projects/project-paper.ts'
import { getProjectRow } from '../../queries/projects/project-rows.ts'
import { keyOf, newRowKey } from '../../queries/row-key.ts'
import { recordProject, writeProject } from '../steps/write-project.ts'

/** Adds evidence: judged by its bytes, sealed under a key of its own before it reaches the disk. */
export async function addProjectPaper(context: Context, input: { id: string; title: string; file: File }): Promise<ProjectRow> {
  const { tx, actor, now } = context
  mustRunProjects(actor)
  const held = await lockProject(context, { step: 'run', id: input.id })
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const kind = scanKindOf(bytes, '')
  const id = newId()
  const wrappedKey = newRowKey(context, id)
  const key = keyOf(context, { id, wrappedKey })
  if (key === null) throw new Error('a key was lost as soon as it was made')
  const stored = await (await filesOf(context)).put(sealBytes(key, bytes, projectPaperAad(actor.cityId, id)))
  await tx.insertInto('projects.projectPapers').values({
    cityId: actor.cityId, id, scopeCode: held.scopeCode, projectId: held.id, title: input.title, mediaType: kind.mediaType, extension: kind.extension,
    storageKey: stored.key, wrappedKey, addedName: actor.personName, createdAt: now,
  }).execute()
  await writeProject(context, held, {})
  await recordProject(context, held, { verb: 'project-paper.added', details: { paperId: id, extension: kind.extension } })
  return getProjectRow(context, held.id)
}
