import { sql } from 'kysely'
import { endFacts } from '#modules/figures/index.ts'
import type { MadeRecord } from '#modules/imports/index.ts'
import { recordAuditBatch } from '#platform/audit/record-batch.ts'
import type { Context } from '#platform/http/context.ts'

type Kept = { rowNumber: number; why: string }

/**
 * Takes imported volunteers out of the register as though they had never been, unless somebody has changed or used them since.
 * The rows stay for the audit; they are found by nobody and count nowhere.
 */
export async function withdrawVolunteers(context: Context, made: readonly MadeRecord[]): Promise<{ kept: Kept[] }> {
  const rows = await lockMade(context, made)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const kept = made.flatMap(({ rowNumber, recordId, version }) => {
    const why = whyKept(byId.get(recordId), version)
    return why === null ? [] : [{ rowNumber, why }]
  })
  const left = new Set(kept.map(({ rowNumber }) => rowNumber))
  await withdraw(context, made.filter(({ rowNumber }) => !left.has(rowNumber)).flatMap(({ recordId }) => byId.get(recordId) ?? []))
  return { kept }
}

type LockedRow = { id: string; scopeCode: string; version: number; status: string; isReferred: boolean }

async function lockMade({ tx, actor }: Context, made: readonly MadeRecord[]): Promise<LockedRow[]> {
  const { rows } = await sql<LockedRow>`
    select v.id, lpad(v.scope_code::text, 18, '0') as scope_code, v.version, v.status, v.is_referred
      from volunteers.volunteers v
     where v.city_id = ${actor.cityId} and v.id in (select value::uuid from json_array_elements_text(${JSON.stringify(made.map(({ recordId }) =>
       recordId))}::json))
     order by v.id for update`.execute(tx)
  return rows
}

function whyKept(row: LockedRow | undefined, version: number): string | null {
  if (row === undefined) return '已转到您看不到的单位'
  if (row.status === 'merged') return '已与其他记录合并'
  if (row.isReferred) return '已安排结对或开设账号'
  return row.version === version && row.status !== 'withdrawn' ? null : '导入后已有人修改'
}

async function withdraw(context: Context, rows: readonly LockedRow[]): Promise<void> {
  if (rows.length === 0) return
  const { tx, actor, now, today } = context
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const these = sql`(select value::uuid from json_array_elements_text(${ids}::json))`
  const validities = await sql<{ id: string }>`
    select id from volunteers.clearances where city_id = ${actor.cityId} and volunteer_id in ${these}
    union all select id from volunteers.insurances where city_id = ${actor.cityId} and volunteer_id in ${these}`.execute(tx)
  await endFacts(context, { recordId: [...rows.map(({ id }) => id), ...validities.rows.map(({ id }) => id)] })
  await Promise.all([
    sql`update volunteers.volunteers set status = 'withdrawn', status_on = ${today}::date, status_reason = '导入已撤销', version = version + 1,
      updated_at = ${now}::timestamptz where city_id = ${actor.cityId} and id in ${these}`.execute(tx),
    sql`update volunteers.clearances set has_ended = true where city_id = ${actor.cityId} and volunteer_id in ${these}`.execute(tx),
    sql`update volunteers.insurances set has_ended = true where city_id = ${actor.cityId} and volunteer_id in ${these}`.execute(tx),
    sql`delete from volunteers.search_terms where city_id = ${actor.cityId} and volunteer_id in ${these}`.execute(tx),
    sql`update volunteers.duplicates set status = 'distinct', note = '导入已撤销', decided_at = ${now}::timestamptz, decided_by = ${actor.accountId}::uuid
      where city_id = ${actor.cityId} and status = 'open' and (first_id in ${these} or second_id in ${these})`.execute(tx),
    recordAuditBatch(context, rows.map(({ id, scopeCode }) => ({ verb: 'volunteer.withdrawn', subjectKind: 'volunteer', subjectId: id, scopeCode }))),
  ])
}
