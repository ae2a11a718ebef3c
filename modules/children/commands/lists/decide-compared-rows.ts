import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustRegisterChildren } from '../../access.ts'
import type { comparedKinds, listDecisions } from '../../contract.ts'
import { openList } from '../../queries/lists/list-kinds.ts'
import { findEndProblem, mayDecide, type ComparedField } from '../../rules/lists/compare-listed.ts'

type Kind = (typeof comparedKinds)[number]
type Decision = (typeof listDecisions)[number]
type Input = {
  importId: string; ids?: string[] | undefined; kind?: Kind | undefined; decision: Decision | null; fields?: ComparedField[] | undefined
  endedOn?: LocalDate | undefined
}

/** Decides some differences, or all of one kind that wait; it is kept at once and can be changed until the list is committed. */
export async function decideComparedRows(context: Context, input: Input): Promise<{ decided: number }> {
  mustRegisterChildren(context.actor)
  const { decision } = input
  const problem = decision === 'end' ? findEndProblem(input.endedOn, context.today) : undefined
  if (problem !== undefined) throw new InvalidInput([{ path: ['endedOn'], message: problem }])
  if (input.ids === undefined && input.kind === undefined) throw new InvalidInput([{ path: ['ids'], message: '请选择要决定的差异' }])
  const { state, scopeCode } = await openList(context, input.importId)
  if (state !== 'checked') throw new Refusal('WRONG_STATE')
  const rows = await lockRows(context, input)
  if (decision !== null && rows.some(({ kind, heldByNumber }) => !mayDecide(kind as Kind, decision, heldByNumber)))
    throw new InvalidInput([{ path: ['decision'], message: '所选差异中有的不能这样处理，请按类别分别决定' }])
  await writeDecision(context, rows, input)
  await recordAudit(context, {
    verb: 'child-list.decided', subjectKind: 'import', subjectId: input.importId, scopeCode,
    details: { decision, rows: rows.length, ...(input.kind === undefined ? {} : { kind: input.kind }) } })
  return { decided: rows.length }
}

type Row = { id: string; kind: string; fields: string[]; heldByNumber: boolean }

async function lockRows({ tx, actor }: Context, { importId, ids, kind }: Input): Promise<Row[]> {
  let rows = tx.selectFrom('children.comparedRows').select(['id', 'kind', 'fields'])
    .where('cityId', '=', actor.cityId).where('importId', '=', importId)
  if (kind !== undefined) rows = rows.where('kind', '=', kind)
  rows = ids === undefined ? rows.where('decision', 'is', null) : rows.where('id', 'in', ids.length === 0 ? [importId] : ids)
  const found = await rows.orderBy('id').forUpdate().execute()
  if (ids !== undefined && found.length < new Set(ids).size) throw new Refusal('NOT_FOUND')
  return found.map((row) => ({ ...row, heldByNumber: row.fields.includes('number') }))
}

/** Fields are taken from those that differ. */
async function writeDecision({ tx, actor, now }: Context, rows: readonly Row[], { decision, fields, endedOn }: Input): Promise<void> {
  const byFields = Map.groupBy(rows, (row) => (decision === 'take' && row.kind === 'changed'
    ? row.fields.filter((field) => fields === undefined || fields.includes(field as ComparedField)) : []).join())
  for (const [taken, group] of byFields) {
    for (let from = 0; from < group.length; from += 5000) {
      await tx.updateTable('children.comparedRows').set((is) => ({
        decision, takenFields: taken === '' ? [] : taken.split(','), endedOn: decision === 'end' ? endedOn ?? null : null,
        decidedBy: decision === null ? null : actor.accountId, decidedName: decision === null ? null : actor.personName,
        decidedAt: decision === null ? null : now, version: is('version', '+', 1),
      })).where('cityId', '=', actor.cityId).where('id', 'in', group.slice(from, from + 5000).map(({ id }) => id)).execute()
    }
  }
}
