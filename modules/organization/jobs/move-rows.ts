import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { moveStocks } from '#modules/figures/index.ts'

/** Rows moved by one run; then the job hands over to itself, so that no transaction grows long. */
const rowsOfRun = 10_000
const rowsOfBatch = 2_000

type Relocation = { id: string; fromScopeCode: string; toScopeCode: string; fromUnitId: string; toUnitId: string; happenedOn: string }

/**
 * Lets the rows and the stocks of all modules follow a moved or merged unit, oldest request first. Each night requests of the last days are walked once
 * more: a row may have been written under the old code while its unit was moving. When all that was asked for has moved, it says so.
 */
export const moveRows: JobDefinition = {
  name: 'move-rows', listensTo: ['unit.moved', 'unit.merged', 'unit.split', 'relocation.continued'], schedule: '30 3 * * *',
  run: async (context, event) => {
    if (event === null) await reopenRecent(context)
    let left = rowsOfRun
    let last: Relocation | undefined
    for (const relocation of await lockOpen(context)) {
      last = relocation
      left = await carryOut(context, relocation, left)
      if (left > 0) await finish(context, relocation)
      else break
    }
    if (last === undefined || left === rowsOfRun) return
    const verb = left > 0 ? 'relocation.finished' : 'relocation.continued'
    await recordAudit(context, { verb, subjectKind: 'relocation', subjectId: last.id, scopeCode: last.toScopeCode })
  },
}

async function lockOpen({ tx, actor }: Context): Promise<Relocation[]> {
  return tx.selectFrom('organization.relocations').select(['id', 'fromScopeCode', 'toScopeCode', 'fromUnitId', 'toUnitId', 'happenedOn'])
    .where('cityId', '=', actor.cityId).where('finishedAt', 'is', null).orderBy('requestedAt').orderBy('id').limit(2000).forUpdate().execute()
}

/** Rows first: whoever writes about them from then on counts at the new place. Answers how many more this run may move. */
async function carryOut(context: Context, relocation: Relocation, allowed: number): Promise<number> {
  let left = allowed
  for (const move of [moveBatchOfRows, moveBatchOfStocks]) {
    while (left > 0) {
      const moved = await move(context, relocation)
      if (moved === 0) break
      await noteMoved(context, relocation, moved)
      left -= moved
    }
  }
  return left
}

async function moveBatchOfRows({ tx, actor }: Context, relocation: Relocation): Promise<number> {
  const { fromScopeCode, toScopeCode, fromUnitId, toUnitId, happenedOn } = relocation
  const { rows } = await sql<{ moved: number }>`select access.move_rows(${actor.cityId}::int, ${fromScopeCode}::bigint, ${toScopeCode}::bigint,
    ${fromUnitId}::uuid, ${toUnitId}::uuid, ${happenedOn}::date, ${rowsOfBatch}::int) as moved`.execute(tx)
  return rows[0]?.moved ?? 0
}

async function moveBatchOfStocks(context: Context, { fromUnitId, fromScopeCode, toUnitId, toScopeCode, happenedOn }: Relocation): Promise<number> {
  return moveStocks(context, {
    from: { id: fromUnitId, scopeCode: fromScopeCode }, to: { id: toUnitId, scopeCode: toScopeCode }, on: happenedOn, limit: rowsOfBatch })
}

async function noteMoved({ tx, actor }: Context, { id }: Relocation, moved: number): Promise<void> {
  await tx.updateTable('organization.relocations').set((is) => ({ movedCount: is('movedCount', '+', String(moved)) }))
    .where('cityId', '=', actor.cityId).where('id', '=', id).execute()
}

async function finish({ tx, actor, now }: Context, relocation: Relocation): Promise<void> {
  await tx.updateTable('organization.relocations').set({ finishedAt: now }).where('cityId', '=', actor.cityId).where('id', '=', relocation.id).execute()
}

async function reopenRecent({ tx, actor, now }: Context): Promise<void> {
  await tx.updateTable('organization.relocations').set({ finishedAt: null }).where('cityId', '=', actor.cityId)
    .where('finishedAt', '>', new Date(now.getTime() - 3 * 86_400_000)).execute()
}
