import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { UnitDetail } from '../../contract.ts'
import type { LockedUnit } from '../../queries/lock-unit.ts'

/** A change as it is written down. */
export type DoneChange = {
  unit: { id: string; scopeLo: string }
  change: UnitDetail['changes'][number]['change']
  on: LocalDate
  reason?: string
  otherUnitId?: string
  /** Before and after, codes, counts: what jobs and readers of the audit need. */
  details?: Record<string, unknown>
}

/** A change holds from a past or present day, not before the last one: history would contradict itself. */
export async function refuseWrongDay(context: Context, unitIds: readonly string[], on: LocalDate): Promise<void> {
  if (on > context.today) throw new Refusal('CHANGE_IN_FUTURE')
  const last = await context.tx.selectFrom('organization.unitChanges').select((is) => is.fn.max('happenedOn').as('lastOn'))
    .where('cityId', '=', context.actor.cityId).where('unitId', 'in', [...unitIds]).executeTakeFirst()
  if (last?.lastOn && last.lastOn > on) throw new Refusal('CHANGE_TOO_EARLY', { lastOn: last.lastOn })
}

/** Writes a change into the unit's list of changes and into the audit, whose verb is unit.<change>. */
export async function recordChange(context: Context, done: DoneChange): Promise<void> {
  const { tx, actor } = context
  await Promise.all([
    tx.insertInto('organization.unitChanges').values({
      cityId: actor.cityId, id: newId(), unitId: done.unit.id, change: done.change, happenedOn: done.on, reason: done.reason ?? null,
      otherUnitId: done.otherUnitId ?? null, personName: actor.personName, recordedAt: context.now,
    }).execute(),
    recordAudit(context, {
      verb: `unit.${done.change}`, subjectKind: 'unit', subjectId: done.unit.id, scopeCode: done.unit.scopeLo,
      ...(done.reason === undefined ? {} : { reason: done.reason }), details: { on: done.on, ...done.details },
    }),
  ])
}

/** Keeps what a unit was called and where it stood until the day before the change. */
export async function keepFormerStates(context: Context, units: readonly LockedUnit[], on: LocalDate): Promise<void> {
  if (units.length === 0) return
  const { tx, actor } = context
  await tx.insertInto('organization.unitHistory').values(units.map((unit) => ({
    cityId: actor.cityId, id: newId(), unitId: unit.id, untilOn: addDays(on, -1), name: unit.name, shortName: unit.shortName, parentId: unit.parentId,
    code: unit.code, recordedAt: context.now,
  }))).execute()
}
