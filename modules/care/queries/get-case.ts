import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { inCamelCase, runPrepared } from '#platform/database/prepared.ts'
import type { Actor } from '#platform/access/actor.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import type { Context } from '#platform/http/context.ts'
import { mayCloseCases, mayHandOverNotes, mayReadNotes, mustReadCases } from '../access.ts'
import type { ChildCase, DoubleCase } from '../contract.ts'
import { intervalsOf, type IntervalDays } from '../rules/risk.ts'
import { assessmentOf, assessmentsColumn, type AssessmentRecord } from './assessment-rows.ts'
import { openText } from './case-key.ts'
import { childRegisteredColumn, consentHoldsColumn } from './closing/child-registered.ts'
import { otherOpenColumn } from './closing/double-cases.ts'
import { openReferralColumn, type OpenReferral } from './closing/find-open-referral.ts'
import { answersFor } from '../rules/visits/earlier-notes.ts'
import { caseColumns, caseJoins, caseRowOf, ofVisible, type CaseRecord } from './case-rows.ts'
import { plannedColumns, plannedOf, type PlannedRecord } from './planned-rows.ts'
import { ofVisibleVisits, visitColumns, visitJoins, visitOf, type VisitRecord } from './visit-rows.ts'

type Row = CaseRecord & Pick<ChildCase, 'pairings' | 'openPlan' | 'wishes' | 'isColourOverridden' | 'closingReason'> & {
  assessments: AssessmentRecord[]
  planned: Record<string, unknown>[]
  openReferral: OpenReferral | null; otherOpen: DoubleCase | null; isChildRegistered: boolean; hasServiceConsent: boolean
  areNotesHandedOver: boolean; notesClosedAt: Date | null; notesClosedScope: string | null
  wrappedKey: Buffer | null; sealedNeed: Buffer | null; sealedClosingResult: Buffer | null; setting: Partial<IntervalDays> | null
}

/** How many visits a case page brings along. */
const latestVisits = 10

/** A case with its assessments, pairings, plans and the ten latest visits. Reading it is recorded. */
export async function getCase(context: Context, input: { id: string }): Promise<ChildCase> {
  const { tx, actor, today } = context
  mustReadCases(actor)
  const [found, visits] = await Promise.all([
    loadCase(context, input.id),
    runPrepared(tx, sql<VisitRecord>`select ${visitColumns} from care.visits v ${visitJoins} where v.city_id = ${actor.cityId} and v.case_id = ${input.id}${
      ofVisibleVisits(context)} order by v.made_on desc, v.id desc limit ${latestVisits}`.compile(tx)),
  ])
  if (found === undefined) throw new Refusal('NOT_FOUND')
  await recordAudit(
    context, { verb: 'child-case.read', subjectKind: 'child', subjectId: found.childId, scopeCode: found.scopeCode, details: { caseId: found.id } }
  )
  const {
    assessments, pairings, openPlan, wishes, isColourOverridden, closingReason, wrappedKey, sealedNeed, sealedClosingResult, setting,
    planned, openReferral, otherOpen, isChildRegistered, hasServiceConsent, areNotesHandedOver, notesClosedAt, notesClosedScope, ...record
  } = found
  const key = { id: found.id, wrappedKey }
  const opens = mayReadNotes(actor)
  return {
    ...caseRowOf(record, today), assessments: assessments.map((each) => assessmentOf(actor, each)),
    pairings, openPlan, wishes, isColourOverridden, closingReason, isChildRegistered, hasServiceConsent,
    need: opens ? openText(context, key, 'need', sealedNeed) : null,
    closingResult: opens ? openText(context, key, 'closing-result', sealedClosingResult) : null,
    intervalDays: intervalsOf(setting)[found.colour],
    openReferral: mayCloseCases(actor) ? openReferral : null, otherOpen: mayCloseCases(actor) && found.status === 'open' ? otherOpen : null,
    notes: notesOf(actor, { areNotesHandedOver, notesClosedAt, notesClosedScope }),
    planned: planned.map((row) => plannedOf(inCamelCase(row) as PlannedRecord)), visits: visits.map((visit) => visitOf(context, visit)),
  }
}

/** How far what was written before a transfer is open to the caller. */
function notesOf(actor: Actor, of: Pick<Row, 'areNotesHandedOver' | 'notesClosedAt' | 'notesClosedScope'>): ChildCase['notes'] {
  const answers = answersFor({ lo: actor.scopeLo, hi: actor.scopeHi }, of.notesClosedScope)
  return {
    areHandedOver: of.areNotesHandedOver, closedUntilOn: of.notesClosedAt === null || answers ? null : dayInChina(of.notesClosedAt),
    mayOpen: answers && mayHandOverNotes(actor),
  }
}

async function loadCase(context: Context, id: string): Promise<Row | undefined> {
  const { tx, actor, today } = context
  const [found] = await runPrepared(tx, sql<Row>`
    select ${caseColumns(today)}, c.is_colour_overridden, c.closing_reason, c.are_notes_handed_over, c.notes_closed_at,
      c.notes_closed_scope::text as notes_closed_scope, c.wrapped_key, c.sealed_need, c.sealed_closing_result,
      ${assessmentsColumn}, ${openReferralColumn}, ${otherOpenColumn}, ${childRegisteredColumn}, ${consentHoldsColumn},
      json_build_object('sex', c.wished_sex, 'languages', c.wished_languages, 'skills', c.wished_skills) as wishes,
      (select json_build_object('id', n.id, 'status', n.status) from care.plans n
        where n.city_id = c.city_id and n.case_id = c.id and n.status <> 'ended') as open_plan,
      (select coalesce(json_agg(json_build_object('id', p.id, 'volunteerId', p.volunteer_id, 'volunteerName', p.volunteer_name, 'role', p.role,
          'fromOn', p.from_on, 'untilOn', p.until_on, 'endedReason', p.ended_reason, 'version', p.version,
          'mayReadEarlier', p.may_read_earlier,
          'takenOverFrom', (select b.volunteer_name from care.pairings b where b.city_id = p.city_id and b.id = p.predecessor_id)
        ) order by p.from_on desc, p.id desc), '[]')
         from care.pairings p where p.city_id = c.city_id and p.case_id = c.id) as pairings,
      (select coalesce(json_agg(to_json(one) order by one.planned_on), '[]') from (select ${plannedColumns}
         from care.planned_visits n where n.city_id = c.city_id and n.case_id = c.id and n.status = 'planned') as one) as planned,
      (select s.value from platform.settings s where s.city_id = c.city_id and s.name = 'care.visit-interval-days' and s.valid_from <= ${today}::date
        order by s.valid_from desc limit 1) as setting
      from care.cases c ${caseJoins} where c.city_id = ${actor.cityId} and c.id = ${id}${ofVisible(context)}`.compile(tx))
  return found
}
