import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustReadFacts } from '../access.ts'
import { keyOf, openIdentity } from './steps/identity.ts'
import { loadSealed } from './steps/load-child.ts'
import { recordIds } from './steps/merged-records.ts'
import type { PastChild } from '../contract.ts'
import { deriveTypes } from '../rules/types/derive.ts'
import { listLivingAccess } from './steps/living-access.ts'
import { shownFacts, shownTypes, type StoredFact, type TypeLine } from './steps/shown-types.ts'

/**
 * Which types and facts held on a past day and why, as it is known now, from all records of the child; that it was asked is recorded like any look at the card.
 */
export async function getPastChild(context: Context, { id, day }: { id: string; day: LocalDate }): Promise<PastChild> {
  mustReadFacts(context.actor)
  if (day > context.today) throw new InvalidInput([{ path: ['day'], message: '只能查看今天或以前的日期' }])
  const [child, birthOn, living] = await Promise.all([loadFacts(context, { id, day }), openBirth(context, id), listLivingAccess(context, id)])
  const shows = { facts: true, health: living.some((access) => access.fields.includes('health')) }
  await recordAudit(context, { verb: 'child.read', subjectKind: 'child', subjectId: id, scopeCode: child.scopeCode, details: { day } })
  const lines = deriveTypes({ birthOn, facts: child.facts }, day).map(
    ({ type, since, because, rule }): TypeLine => ({ type, since, factIds: because, ruleVersion: rule.version }))
  const standing = child.facts.filter((fact) => fact.fromOn <= day && (fact.untilOn === null || fact.untilOn >= day))
  return { day, types: shownTypes(lines, child.facts, shows), facts: shownFacts(standing, shows) }
}

type Child = { scopeCode: string; facts: (StoredFact & { isLater: boolean })[] }

async function loadFacts(context: Context, { id, day }: { id: string; day: LocalDate }): Promise<Child> {
  const { tx, actor } = context
  const { rows } = await sql<Child>`
    select child.scope_code,
      coalesce((select json_agg(json_build_object('id', fact.id, 'subject', fact.subject, 'kind', fact.kind, 'value', fact.value, 'fromOn', fact.from_on,
          'untilOn', fact.until_on, 'evidence', fact.evidence, 'isLater', (fact.recorded_at at time zone 'Asia/Shanghai')::date > ${day}::date)
          order by fact.from_on, fact.id)
        from children.facts fact where fact.city_id = ${actor.cityId} and fact.child_id = any(${recordIds(context, id)}) and fact.voided_at is null),
          '[]') as facts
    from children.children child where child.city_id = ${actor.cityId} and child.id = ${id}`.execute(tx)
  const child = rows[0]
  if (child === undefined) throw new Refusal('NOT_FOUND')
  return child
}

/** The law's ages come from the birth date; it is opened for the rules alone and not shown. */
async function openBirth(context: Context, childId: string): Promise<LocalDate> {
  const sealed = await loadSealed(context, childId)
  if (sealed === undefined) throw new Refusal('NOT_FOUND')
  if (sealed.sealed === null || sealed.wrapped === null) throw new Refusal('CHILD_ERASED')
  const place = { cityId: context.actor.cityId, childId }
  return openIdentity(keyOf(context.installation.masterKeys, sealed.wrapped, place), place, sealed.sealed).birthOn
}
