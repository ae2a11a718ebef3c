import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { BatchStatus, FindingCode, Outcome } from '../contract.ts'
import { mayFollowBatch, type BatchStep } from '../rules/steps.ts'
import { listHashOf } from './row-key.ts'

/** A batch with everything its rules ask. */
export type HeldBatch = {
  id: string; scopeCode: string; unitId: string; bookId: string; fundId: string; isRestricted: boolean; bankAccountId: string; title: string
  status: BatchStatus
  round: number; rowsCount: number; totalFen: number; listHash: Buffer | null; commitmentId: string | null; madeBy: string | null; filesMade: number
  returnReason: string | null; version: number; projectId: string | null; budgetLineId: string | null
}
/** A row of a batch with what rules ask of its award. */
export type HeldRow = {
  seq: number; awardId: string; amountFen: number; payeeHash: Buffer | null; findings: FindingCode[]; outcome: Outcome | null
}

const columns = sql`r.id, r.scope_code::text as scope_code, r.unit_id, r.book_id, r.fund_id, r.is_restricted, r.bank_account_id, r.title, r.status, r.round,
  r.rows_count, r.total_fen::float8 as total_fen, r.list_hash, r.commitment_id, r.made_by, r.files_made, r.return_reason, r.version,
  r.project_id, r.budget_line_id`

/** A batch the actor can see; not found otherwise. */
export async function loadBatch({ tx, actor }: Context, id: string): Promise<HeldBatch> {
  const { rows } = await sql<HeldBatch>`select ${columns} from projects.batches r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Loads and locks a batch for a step, and refuses what the step does not follow from. */
export async function lockBatch({ tx, actor }: Context, { step, id, version }: { step: BatchStep; id: string; version?: number }): Promise<HeldBatch> {
  const { rows } = await sql<HeldBatch>`select ${columns} from projects.batches r
    where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  const [held] = rows
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (!mayFollowBatch(step, held.status)) throw new Refusal('WRONG_BATCH_STATUS', { status: held.status })
  if (version !== undefined && held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}

/** The rows of a batch in their order. */
export async function readRows({ tx, actor }: Context, batchId: string): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`select x.seq, x.award_id, x.amount_fen::float8 as amount_fen, x.payee_hash, x.findings, x.outcome
    from projects.batch_rows x where x.city_id = ${actor.cityId} and x.batch_id = ${batchId} order by x.seq`.execute(tx)
  return rows
}

/** A frozen list is what was handed in, to the byte; whatever else it is, somebody went past the house. */
export function mustBeFrozenList(batch: HeldBatch, rows: readonly HeldRow[]): void {
  if (batch.listHash === null || !listHashOf(batch, rows).equals(batch.listHash)) throw new Error(`the list of batch ${batch.id} is not the one handed in`)
}
