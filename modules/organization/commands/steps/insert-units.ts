import { sql } from 'kysely'
import { recordAuditBatch } from '#platform/audit/record-batch.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import { recordFacts } from '#modules/figures/index.ts'
import type { PlannedUnit } from '../../rules/exchange/plan-units.ts'
import { spellingOf, unitFacts, unitTerms } from './unit-rows.ts'

/** Makes many units at once, above before below, with what they are found by, their list of changes, audit and facts. */
export async function insertUnits(context: Context, planned: readonly PlannedUnit[], reason: string): Promise<void> {
  if (planned.length === 0) return
  const { tx, actor, now } = context
  const units = planned.map((unit) => ({ ...unit, cityId: actor.cityId, scopeLo: scopeLo(unit.code), scopeHi: scopeHi(unit.code), ...spellingOf(unit.name),
    divisionCode: null }))
  await sql`insert into organization.units
      (city_id, id, parent_id, code, scope_lo, scope_hi, level, kind, name, short_name, pinyin, pinyin_initials, established_on, address, phone,
        founding_document, created_at, updated_at)
    select ${actor.cityId}::int, id, "parentId", code, "scopeLo", "scopeHi", level, kind, name, "shortName", pinyin, "pinyinInitials", "establishedOn",
        address, phone, "foundingDocument", ${now}::timestamptz, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(units)}::json) as made (id uuid, "parentId" uuid, code text, "scopeLo" bigint, "scopeHi" bigint, level text,
        kind text, name text, "shortName" text, pinyin text, "pinyinInitials" text, "establishedOn" date, address text, phone text,
        "foundingDocument" text)`.execute(tx)
  const terms = units.flatMap((unit) => unitTerms(unit))
  await sql`insert into organization.unit_search_terms (city_id, term, scope_lo, unit_id)
    select distinct ${actor.cityId}::int, term, "scopeLo", "unitId"
      from json_to_recordset(${JSON.stringify(terms)}::json) as made (term text, "scopeLo" bigint, "unitId" uuid)`.execute(tx)
  await insertChanges(context, units, reason)
  await recordAuditBatch(context, units.flatMap((unit) => {
    const entry = { subjectKind: 'unit', subjectId: unit.id, scopeCode: unit.scopeLo, reason }
    return [{ ...entry, verb: 'unit.created', details: { on: unit.dueOn, name: unit.name, code: unit.code } },
      ...(unit.establishedOn === null ? [] : [{ ...entry, verb: 'unit.established', details: { on: unit.establishedOn } }])]
  }))
  await recordFacts(context, units.flatMap((unit) => unitFacts(unit, unit.dueOn)))
}

async function insertChanges({ tx, actor, now }: Context, units: readonly PlannedUnit[], reason: string): Promise<void> {
  const changes = units.flatMap((unit) => [
    { id: newId(), unitId: unit.id, change: 'created', on: unit.dueOn, otherUnitId: unit.parentId },
    ...(unit.establishedOn === null ? [] : [{ id: newId(), unitId: unit.id, change: 'established', on: unit.establishedOn, otherUnitId: null }]),
  ])
  await sql`insert into organization.unit_changes (city_id, id, unit_id, change, happened_on, reason, other_unit_id, person_name, recorded_at)
    select ${actor.cityId}::int, id, "unitId", change, "on", ${reason}::text, "otherUnitId", ${actor.personName}::text, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(changes)}::json) as made (id uuid, "unitId" uuid, change text, "on" date, "otherUnitId" uuid)`.execute(tx)
}
