import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { countedSpans } from '../../rules/validity.ts'
import type { CountedValidity, NewVolunteer, PreparedVolunteer, ValidityRows } from './new-volunteer.ts'
import type { Validity } from './volunteer-facts.ts'

/** Gives ids and days of counting; somebody who has left is not counted any longer from that day on. */
export function validityRowsOf({ clearances = [], insurances = [], ended }: Pick<NewVolunteer, 'clearances' | 'insurances' | 'ended'>,
  today: LocalDate): ValidityRows {
  const checked = clearances.map((given) => ({ id: newId(), given }))
  const insured = insurances.map((given) => ({ id: newId(), given }))
  const cut = ended?.status === 'left' ? ended.on : undefined
  const spanOf = spansBy({ today, cut }, [
    ...countedSpans(checked.map(({ id, given }) => ({ id, from: given.checkedOn, until: given.validUntil })))
      .map((span) => ({ ...span, kind: 'clearance' as const })),
    ...countedSpans(insured.map(({ id, given }) => ({ id, from: given.fromOn, until: given.untilOn })))
      .map((span) => ({ ...span, kind: 'insurance' as const })),
  ])
  return {
    clearances: checked.map((row) => ({ ...row, span: spanOf(row.id) })),
    insurances: insured.map((row) => ({ ...row, span: spanOf(row.id) })),
  }
}

type Limits = { today: LocalDate; cut: LocalDate | undefined }

function spansBy({ today, cut }: Limits, spans: readonly { id: string; kind: Validity['kind']; from: LocalDate; endsOn: LocalDate }[]) {
  const counted = spans.flatMap((span) => {
    const endsOn = cut !== undefined && cut < span.endsOn ? cut : span.endsOn
    return endsOn > span.from ? [{ ...span, endsOn, hasEnded: endsOn <= today }] : []
  })
  const byId = new Map(counted.map((span) => [span.id, span]))
  return (id: string): CountedValidity | null => byId.get(id) ?? null
}

/** Writes the clearances and insurances of many new volunteers. */
export async function insertValidities({ tx, actor }: Context, batch: readonly PreparedVolunteer[]): Promise<void> {
  const account = actor.accountId === '' ? null : actor.accountId
  const clearances = batch.flatMap(({ id, volunteer, validities }) => validities.clearances.map(({ id: own, given, span }) => ({
    id: own, scope: volunteer.unit.scopeCode, volunteer: id, checked: given.checkedOn, channel: given.channel ?? null, result: given.result,
    until: given.validUntil, ends: span?.endsOn ?? null, ended: span?.hasEnded ?? true,
  })))
  const insurances = batch.flatMap(({ id, volunteer, validities }) => validities.insurances.map(({ id: own, given, span }) => ({
    id: own, scope: volunteer.unit.scopeCode, volunteer: id, insurer: given.insurer, from_on: given.fromOn, until: given.untilOn,
    ends: span?.endsOn ?? null, ended: span?.hasEnded ?? true,
  })))
  if (clearances.length > 0) await sql`
    insert into volunteers.clearances (city_id, id, scope_code, volunteer_id, checked_on, channel, result, valid_until, ends_on, has_ended, recorded_by)
    select ${actor.cityId}::int, r.id, r.scope, r.volunteer, r.checked, r.channel, r.result, r.until, r.ends, r.ended, ${account}::uuid
      from json_to_recordset(${JSON.stringify(clearances)}::json) as r (id uuid, scope bigint, volunteer uuid, checked date, channel text, result text,
        until date, ends date, ended boolean)`.execute(tx)
  if (insurances.length > 0) await sql`
    insert into volunteers.insurances (city_id, id, scope_code, volunteer_id, insurer, from_on, until_on, ends_on, has_ended, recorded_by)
    select ${actor.cityId}::int, r.id, r.scope, r.volunteer, r.insurer, r.from_on, r.until, r.ends, r.ended, ${account}::uuid
      from json_to_recordset(${JSON.stringify(insurances)}::json) as r (id uuid, scope bigint, volunteer uuid, insurer text, from_on date, until date,
        ends date, ended boolean)`.execute(tx)
}
