import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mayReadFacts, mustReadChildren } from '../access.ts'
import type { ChildCard } from '../contract.ts'
import { isConsentValid } from '../rules/consents.ts'
import { recordIds } from './steps/merged-records.ts'
import { shownFacts, shownTypes, type StoredFact, type TypeLine } from './steps/shown-types.ts'

type Row = Omit<ChildCard, 'unitCode' | 'types' | 'facts'> & { scopeCode: string; facts: StoredFact[]; lines: TypeLine[]; mergedIntoId: string | null }

/** The masked card with types and their reasons, consents and what the caller may open; that it was read is recorded. */
export async function getChild(context: Context, input: { id: string }): Promise<ChildCard> {
  mustReadChildren(context.actor)
  const row = await loadGoingOn(context, input.id)
  await recordAudit(context, { verb: 'child.read', subjectKind: 'child', subjectId: row.id, scopeCode: row.scopeCode })
  const { scopeCode, lines, facts, mergedIntoId: _into, ...card } = row
  const shows = { facts: mayReadFacts(context.actor), health: card.access.some((access) => access.fields.includes('health')) }
  return {
    ...card,
    updatedAt: new Date(card.updatedAt),
    unitCode: codeOfScope(String(scopeCode)),
    access: card.access.map((access) => ({ ...access, untilAt: new Date(access.untilAt) })),
    consents: card.consents.map((consent) => ({ ...consent, isValid: isConsentValid(consent, context.today) })),
    facts: shownFacts(facts, shows),
    types: shownTypes(lines, facts, shows),
  }
}

/** The record that goes on for a merged one, where it lies in the own range; else the record itself. */
async function loadGoingOn(context: Context, childId: string): Promise<Row> {
  const row = await loadCard(context, childId)
  const going = row?.mergedIntoId == null ? undefined : await loadCard(context, row.mergedIntoId)
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return going ?? row
}

/** Everything of the card in one statement. */
async function loadCard(context: Context, childId: string): Promise<Row | undefined> {
  const { tx, actor, now, today } = context
  const { rows } = await sql<Row>`
    select child.id, child.scope_code, unit.name as unit_name, child.masked_name, child.sex, child.age_band, child.derived_types,
      child.civil_affairs_types, child.differs, child.status, child.updated_at, child.version, child.registered_on, child.civil_affairs_on,
      child.civil_affairs_source, child.closed_on, child.closing_reason, child.merged_into_id,
      coalesce((select json_agg(json_build_object('id', fact.id, 'subject', fact.subject, 'kind', fact.kind, 'value', fact.value, 'fromOn', fact.from_on,
          'untilOn', fact.until_on, 'evidence', fact.evidence) order by fact.from_on desc, fact.id)
        from children.facts fact where fact.city_id = ${actor.cityId} and fact.child_id = any(${recordIds(context, childId)}) and fact.voided_at is null),
          '[]') as facts,
      coalesce((select json_agg(json_build_object('type', line.type, 'since', line.from_on, 'ruleVersion', line.rule_version, 'factIds', line.fact_ids)
          order by line.from_on, line.type)
        from children.derived_types line where line.city_id = ${actor.cityId} and line.child_id = child.id and line.voided_at is null
          and line.from_on <= ${today} and (line.until_on is null or line.until_on >= ${today})), '[]') as lines,
      coalesce((select json_agg(json_build_object('id', guardian.id, 'relation', guardian.relation, 'guardianship', guardian.guardianship,
          'isPrimary', guardian.is_primary) order by guardian.is_primary desc, guardian.id)
        from children.guardians guardian where guardian.city_id = ${actor.cityId} and guardian.child_id = any(${recordIds(context, childId)})),
          '[]') as guardians,
      coalesce((select json_agg(json_build_object('id', consent.id, 'kind', consent.kind, 'form', consent.form, 'covers', consent.covers,
          'fromOn', consent.from_on, 'untilOn', consent.until_on, 'withdrawnOn', consent.withdrawn_on, 'hasScan', consent.scan_key is not null,
          'givenBy', (select giver.relation from children.guardians giver where giver.city_id = ${actor.cityId} and giver.id = consent.guardian_id))
          order by consent.from_on desc, consent.id)
        from children.consents consent where consent.city_id = ${actor.cityId} and consent.child_id = any(${recordIds(context, childId)})), '[]') as consents,
      coalesce((select json_agg(json_build_object('id', access.id, 'childId', access.child_id, 'purpose', access.purpose, 'fields', access.fields,
          'ground', access.ground, 'untilAt', access.until_at) order by access.until_at desc)
        from children.access_grants access where access.city_id = ${actor.cityId} and access.account_id = ${actor.accountId} and access.child_id = child.id
          and access.ended_at is null and access.from_at <= ${now} and access.until_at > ${now}), '[]') as access,
      coalesce((select json_agg(json_build_object('id', other.id, 'mergeId', log.id, 'unitName', place.name, 'registeredOn', other.registered_on,
          'mergedOn', (log.merged_at at time zone 'Asia/Shanghai')::date, 'mergedName', log.merged_name, 'reason', log.reason) order by log.merged_at)
        from children.merges log
        join children.children other on other.city_id = ${actor.cityId} and other.id = log.merged_id
        join organization.published_units place on place.city_id = ${actor.cityId} and place.id = other.unit_id
       where log.city_id = ${actor.cityId} and log.kept_id = child.id and log.undone_at is null), '[]') as merged,
      exists (select 1 from children.access_requests asked where asked.city_id = ${actor.cityId} and asked.child_id = child.id
          and asked.account_id = ${actor.accountId} and asked.status = 'pending' and not asked.is_emergency) as has_pending_request
    from children.children child
    join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = child.unit_id
    where child.city_id = ${actor.cityId} and child.id = ${childId} and child.status <> 'withdrawn'`.execute(tx)
  return rows[0]
}
