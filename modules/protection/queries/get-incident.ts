import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { maySeeChildren, mustReadIncidents } from '../access.ts'
import type { Incident } from '../contract.ts'
import { findIncidentObstacles, isToldLate } from '../rules/incidents.ts'

type Row = Omit<Incident, 'unitCode' | 'isLate' | 'obstacles'> & { scopeCode: string }

/** So many children stand on the page itself; more are a list of their own. */
export const shownChildren = 12

/** One incident with what was done and the children it concerns, masked; that it was read is recorded. */
export async function getIncident(context: Context, input: { id: string }): Promise<Incident> {
  mustReadIncidents(context.actor)
  const { scopeCode, ...incident } = await loadIncident(context, input.id)
  await recordAudit(context, { verb: 'incident.read', subjectKind: 'incident', subjectId: incident.id, scopeCode })
  return incident
}

/** The incident, for reading and for its document. */
export async function loadIncident(context: Context, id: string): Promise<Incident & { scopeCode: string }> {
  const { tx, actor, now } = context
  const { rows } = await sql<Row>`
    select item.id, item.scope_code::text as scope_code, unit.name as unit_name, item.kind, item.title, item.found_at, item.children_count, item.status,
      item.version, item.fields, item.cause, item.measures, item.authority_name, item.authority_told_at, item.authority_due_at, item.guardians_told_at,
      item.guardians_note, item.guardians_due_at, item.closing_note, item.closed_at, item.closed_name, item.recorded_name,
      coalesce((select json_agg(json_build_object('id', first.id, 'maskedName', first.masked_name, 'ageBand', first.age_band) order by first.id)
        from (select child.id, child.masked_name, child.age_band from protection.incident_children linked
          join children.published_files child on child.city_id = ${actor.cityId} and child.id = linked.child_id
         where linked.city_id = ${actor.cityId} and linked.incident_id = item.id order by child.id limit ${shownChildren}) first), '[]') as children,
      (select count(*)::int from protection.incident_children linked
        join children.published_files child on child.city_id = ${actor.cityId} and child.id = linked.child_id
       where linked.city_id = ${actor.cityId} and linked.incident_id = item.id) as listed_count
      from protection.incidents item join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = item.unit_id
     where item.city_id = ${actor.cityId} and item.id = ${id}`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const named = maySeeChildren(actor) ? {} : { children: [], listedCount: 0 }
  return {
    ...row, ...named, unitCode: codeOfScope(row.scopeCode), isLate: isToldLate(row, now),
    obstacles: row.status === 'closed' ? [] : findIncidentObstacles(row),
  }
}
