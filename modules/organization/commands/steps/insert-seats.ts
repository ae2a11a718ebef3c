import { sql } from 'kysely'
import { recordAuditBatch } from '#platform/audit/record-batch.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { recordFacts } from '#modules/figures/index.ts'
import type { PostUnit } from '../../rules/exchange/known-posts.ts'
import type { PlannedHolder } from '../../rules/exchange/plan-posts.ts'
import { seatFact, termFacts, titleOf, vacancyFact } from './post-rows.ts'

/** A seat an import makes, held from the beginning or later, or vacant. */
export type PlannedSeat = { id: string; unit: PostUnit; titleCode: string; fromOn: LocalDate; holder: PlannedHolder | null }

/** Makes many seats with their holders at once, with audit and facts. */
export async function insertSeats(context: Context, planned: readonly PlannedSeat[], reason: string): Promise<void> {
  if (planned.length === 0) return
  const { tx, actor, now } = context
  const posts = planned.map(({ id, unit, titleCode, fromOn, holder }) => ({ id, unitId: unit.id, scopeLo: unit.scopeLo, titleCode, fromOn,
    vacantSince: holder === null ? fromOn : null }))
  const terms = planned.flatMap(({ id, unit, titleCode, holder }) => (holder === null ? [] : [
    { ...holder, id: newId(), personId: newId(), postId: id, unitId: unit.id, scopeLo: unit.scopeLo, unit, titleCode }]))
  await sql`insert into organization.posts (city_id, id, scope_code, unit_id, title_code, from_on, vacant_since, created_at, updated_at)
    select ${actor.cityId}::int, id, "scopeLo", "unitId", "titleCode", "fromOn", "vacantSince", ${now}::timestamptz, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(posts)}::json) as made (id uuid, "scopeLo" bigint, "unitId" uuid, "titleCode" text, "fromOn" date,
        "vacantSince" date)`.execute(tx)
  await sql`insert into organization.terms (city_id, id, scope_code, unit_id, post_id, person_id, person_name, from_on, due_to_end_on, is_full_time,
      created_at, updated_at)
    select ${actor.cityId}::int, id, "scopeLo", "unitId", "postId", "personId", "personName", "fromOn", "dueToEndOn", "isFullTime",
      ${now}::timestamptz, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(terms)}::json) as made (id uuid, "scopeLo" bigint, "unitId" uuid, "postId" uuid, "personId" uuid,
        "personName" text, "fromOn" date, "dueToEndOn" date, "isFullTime" boolean)`.execute(tx)
  await recordAuditBatch(context, [
    ...planned.map(({ id, unit, titleCode, fromOn }) => ({ verb: 'post.created', subjectKind: 'unit', subjectId: unit.id, scopeCode: unit.scopeLo, reason,
      details: { titleCode, fromOn, postIds: [id] } })),
    ...terms.map(({ id, postId, scopeLo, personName, fromOn, isFullTime }) => ({ verb: 'term.begun', subjectKind: 'post', subjectId: postId,
      scopeCode: scopeLo, reason, details: { termId: id, personName, fromOn, isFullTime } })),
  ])
  await recordFacts(context, [...planned.flatMap(seatFacts), ...terms.flatMap((term) => termFacts(term.unit, titleOf(term.titleCode), term))])
}

/** A seat that was filled later stood vacant until then. */
function seatFacts({ id, unit, titleCode, fromOn, holder }: PlannedSeat) {
  const title = titleOf(titleCode)
  const vacancy = vacancyFact(unit, title, { id, on: fromOn })
  const vacant = holder === null ? [vacancy] : holder.fromOn > fromOn ? [{ ...vacancy, endedOn: holder.fromOn }] : []
  return [seatFact(unit, title, { id, on: fromOn }), ...vacant]
}
