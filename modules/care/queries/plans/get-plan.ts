import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayApprovePlans, mayReadNotes, mustReadPlans } from '../../access.ts'
import type { Plan } from '../../contract.ts'
import { openText, type SealedPlace } from '../case-key.ts'
import { planColumns, planJoins, planRowOf, type PlanRecord } from './plan-rows.ts'

type Sealed = { sealed: string | null }
type Row = PlanRecord & Pick<Plan, 'submittedAt' | 'decidedName' | 'decidedOn' | 'suspendedOn' | 'endedOn' | 'endingReason'> & {
  childId: string; wrappedKey: Buffer | null; writtenBy: string | null; submittedBy: string | null
  sealedAim: Buffer | null; sealedAnswer: Buffer | null; sealedEnding: Buffer | null
  goalList: (Omit<Plan['goals'][number], 'text' | 'words'> & Sealed & { sealedWords: string | null })[]
  serviceList: (Omit<Plan['services'][number], 'text'> & Sealed)[]
  reviewList: (Omit<Plan['reviews'][number], 'summary'> & Sealed)[]
}

/** A plan with its goals, services and reviews. Reading it is recorded; what is written in it is null for those who may not read it. */
export async function getPlan(context: Context, input: { id: string }): Promise<Plan> {
  const { actor } = context
  mustReadPlans(actor)
  const row = await loadPlan(context, input.id)
  if (row === undefined) throw new Refusal('NOT_FOUND')
  await recordAudit(context, {
    verb: 'plan.read', subjectKind: 'child', subjectId: row.childId, scopeCode: row.scopeCode, details: { planId: row.id, withText: mayReadNotes(actor) },
  })
  const {
    childId: _child, wrappedKey, writtenBy, submittedBy, sealedAim, sealedAnswer, sealedEnding, goalList, serviceList, reviewList, submittedAt, decidedName,
    decidedOn, suspendedOn, endedOn, endingReason, ...record
  } = row
  const key = { id: row.caseId, wrappedKey }
  const read = (place: SealedPlace, sealed: Buffer | string | null) =>
    (mayReadNotes(actor) ? openText(context, key, place, typeof sealed === 'string' ? Buffer.from(sealed, 'base64') : sealed) : null)
  return {
    ...planRowOf(record), submittedAt, decidedName, decidedOn, suspendedOn, endedOn, endingReason,
    aim: read('plan-aim', sealedAim), answer: read('plan-answer', sealedAnswer), ending: read('plan-ending', sealedEnding),
    goals: goalList.map(({ sealed, sealedWords, ...goal }) => ({ ...goal, text: read('plan-goal', sealed), words: read('plan-words', sealedWords) })),
    services: serviceList.map(({ sealed, ...service }) => ({ ...service, text: read('plan-service', sealed) })),
    reviews: reviewList.map(({ sealed, ...review }) => ({ ...review, summary: read('plan-review', sealed) })),
    mayDecide: row.status === 'submitted' && mayApprovePlans(actor) && ![writtenBy, submittedBy].includes(actor.accountId),
  }
}

async function loadPlan({ tx, actor }: Context, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select ${planColumns}, p.child_id, c.wrapped_key, p.written_by, p.submitted_by, p.submitted_at, p.decided_name, p.decided_on, p.suspended_on, p.ended_on,
      p.ending_reason, p.sealed_aim, p.sealed_answer, p.sealed_ending,
      (select coalesce(json_agg(json_build_object('id', g.id, 'sealed', encode(g.sealed_text, 'base64'), 'dueOn', g.due_on, 'outcome', g.outcome,
          'sealedWords', encode(g.sealed_words, 'base64'), 'judgedOn', g.judged_on) order by g.place), '[]')
         from care.plan_goals g where g.city_id = p.city_id and g.plan_id = p.id) as goal_list,
      (select coalesce(json_agg(json_build_object('id', s.id, 'sealed', encode(s.sealed_text, 'base64'), 'responsible', s.responsible, 'fromOn', s.from_on,
          'untilOn', s.until_on) order by s.place), '[]')
         from care.plan_services s where s.city_id = p.city_id and s.plan_id = p.id) as service_list,
      (select coalesce(json_agg(json_build_object('id', r.id, 'reviewedOn', r.reviewed_on, 'sealed', encode(r.sealed_summary, 'base64'),
          'nextReviewOn', r.next_review_on, 'reviewedName', r.reviewed_name) order by r.reviewed_on desc, r.id desc), '[]')
         from care.plan_reviews r where r.city_id = p.city_id and r.plan_id = p.id) as review_list
      from care.plans p ${planJoins} where p.city_id = ${actor.cityId} and p.id = ${id}`.execute(tx)
  return rows[0]
}
