import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRegisterChildren } from '../../access.ts'
import type { comparedKinds } from '../../contract.ts'
import { loadKeptChildren } from '../../queries/lists/load-kept-children.ts'
import { listKinds, openList } from '../../queries/lists/list-kinds.ts'
import { readList } from '../../queries/lists/read-list.ts'
import { coveredTypes } from '../../rules/lists/compare-listed.ts'
import { changedOf } from './prepare-comparison.ts'

type Input = { importId: string; id: string; childId: string | null }

/** Somebody says which of several children a row means, or that it means none of them; the difference is then decided like any other. */
export async function chooseComparedChild(context: Context, input: Input): Promise<{ id: string; kind: (typeof comparedKinds)[number] }> {
  mustRegisterChildren(context.actor)
  const { tx, actor, now } = context
  const list = await openList(context, input.importId)
  if (list.state !== 'checked') throw new Refusal('WRONG_STATE')
  const row = await tx.selectFrom('children.comparedRows').select(['kind', 'candidateIds', 'rowNumber', 'version'])
    .where('cityId', '=', actor.cityId).where('importId', '=', input.importId).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  if (row.candidateIds.length === 0 || (input.childId !== null && !row.candidateIds.includes(input.childId)))
    throw new InvalidInput([{ path: ['childId'], message: '请从列出的孩子中选择' }])
  const chosen = input.childId === null ? { kind: 'new' as const, childId: null, childVersion: null, fields: [] } : await compareWith(context, list,
    { ...row, childId: input.childId })
  const isSettled = chosen.kind === 'changed' && chosen.fields.length === 0
  await tx.updateTable('children.comparedRows').set({
    ...chosen, takenFields: [], endedOn: null, version: row.version + 1, decision: isSettled ? 'keep' : null, decidedBy: isSettled ? actor.accountId : null,
    decidedName: isSettled ? actor.personName : null, decidedAt: isSettled ? now : null,
  }).where('cityId', '=', actor.cityId).where('id', '=', input.id).execute()
  await recordAudit(context, {
    verb: 'child-list.chosen', subjectKind: 'import', subjectId: input.importId, scopeCode: list.scopeCode, details: { row: input.id,
      childId: input.childId } })
  return { id: input.id, kind: chosen.kind }
}

/** What differs from the child chosen; nothing to decide where both say the same. */
async function compareWith(context: Context, list: Awaited<ReturnType<typeof openList>>, row: { rowNumber: number; childId: string }) {
  const { read } = await readList(context, list.kind, await list.readRows())
  const named = read.find(({ rowNumber }) => rowNumber === row.rowNumber)
  const child = (await loadKeptChildren(context, [row.childId])).get(row.childId)
  if (named === undefined || child === undefined) throw new Refusal('NOT_FOUND')
  const covered = coveredTypes(read.map(({ listed }) => listed), listKinds[list.kind].usualType)
  const fields = changedOf(named, child, { covered })?.fields ?? []
  return { kind: 'changed' as const, childId: child.id, childVersion: child.version, fields }
}
