import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustExplainRatios } from '../../access.ts'
import type { DutyBody } from '../../contract.ts'
import { bodyOf, loadBody, loadBoundBody } from '../../queries/bodies.ts'

type Input = { bookId: string; creditCode?: string | undefined; version: number }

/** Says by which credit code the holder of a set of books is known. */
export async function setBody(context: Context, input: Input): Promise<DutyBody> {
  mustExplainRatios(context.actor)
  const { tx, actor, now } = context
  const body = await loadBoundBody(context, input.bookId)
  if (body.version !== input.version) throw new Refusal('STALE', { version: body.version, current: { creditCode: body.creditCode } })
  await sql`insert into duties.bodies (city_id, id, scope_code, credit_code, updated_name, updated_at)
    values (${actor.cityId}, ${body.id}, ${body.scopeCode}::bigint, ${input.creditCode ?? null}, ${actor.personName}, ${now})
    on conflict (city_id, id) do update set credit_code = excluded.credit_code, updated_name = excluded.updated_name,
      updated_at = excluded.updated_at, version = duties.bodies.version + 1`.execute(tx)
  await recordAudit(context, {
    verb: 'body.set', subjectKind: 'book', subjectId: body.id, scopeCode: body.scopeCode, details: { before: body.creditCode, after: input.creditCode ?? null },
  })
  return bodyOf(await loadBody(context, body.id))
}
