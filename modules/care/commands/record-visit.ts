import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { sendPrepared } from '#platform/database/prepared.ts'
import { statement } from '#platform/database/statement.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustRecordVisits, visibleCases } from '../access.ts'
import type { NewVisit, Visit } from '../contract.ts'
import { sealText } from '../queries/case-key.ts'
import { lockCaseForVisit, type LockedCase, type Settled } from '../queries/lock-case.ts'
import { mayCorrectNow } from '../queries/visit-rows.ts'
import { listVisitCategories } from '../queries/visits/list-visit-categories.ts'
import { countVisit } from '../rules/countable.ts'
import { laterOf, nextVisitDueOn } from '../rules/due-dates.ts'
import { findVisitObstacle, usualVolunteers } from '../rules/visiting.ts'
import { countPurpose, everydayPurpose, findPurposeObstacle, type Described, type HeldCategory } from '../rules/visits/purposes.ts'

type Went = { volunteerId: string; name: string }

/** Records a visit that was made or attempted, by whoever went or on behalf of a volunteer without a phone. The answer does not repeat the note. */
export async function recordVisit(context: Context, input: NewVisit): Promise<Visit> {
  mustRecordVisits(context.actor)
  const held = await lockCaseForVisit(context, { id: input.caseId, madeOn: input.madeOn })
  const volunteers = findWent(context, held, input)
  const obstacle = findVisitObstacle({
    child: held, visit: { ...input, volunteerIds: volunteers.map(({ volunteerId }) => volunteerId) }, pairings: held.pairings, today: context.today,
  })
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  const { described, categories } = await describe(context, input)
  const visit = { ...input, ...described, id: newId(), volunteers }
  writeVisit(context, held, visit)
  await Promise.all([
    recordAudit(
      context, { verb: 'visit.recorded', subjectKind: 'visit', subjectId: visit.id, scopeCode: held.scopeCode, details: detailsOf(context, held, visit) }
    ),
    recordFacts(context, [...countVisit(held, visit), ...countPurpose(held, visit, categories)]),
  ])
  return answerOf(context, held, visit)
}

/** What the visit was for and, where nobody was met, why. The everyday visit, by far the most, asks the lists nothing. */
async function describe(context: Context, input: NewVisit): Promise<{ described: Described; categories: HeldCategory[] }> {
  const described = { outcome: input.outcome, purpose: input.purpose ?? everydayPurpose, attemptReason: input.attemptReason ?? null }
  const isEveryday = described.purpose === everydayPurpose && described.attemptReason === null
  const categories = isEveryday ? [] : await listVisitCategories(context, input.madeOn)
  const obstacle = findPurposeObstacle(described, categories)
  if (obstacle !== undefined) throw new Refusal(obstacle.code)
  return { described, categories }
}

/** Who went. A volunteer is always among those whose visit that volunteer records, and enters nothing for others. */
function findWent(context: Context, held: LockedCase, input: NewVisit): Went[] {
  const { onlyOf } = visibleCases(context.actor)
  const named = onlyOf === null || input.volunteerIds === undefined ? input.volunteerIds : [onlyOf, ...input.volunteerIds]
  const ids = usualVolunteers({
    named, onBehalfOf: onlyOf === null ? input.onBehalfOf : undefined, ownVolunteerId: onlyOf, pairings: held.pairings, madeOn: input.madeOn,
  })
  return ids.map((volunteerId) => ({ volunteerId, name: held.pairings.find((pairing) => pairing.volunteerId === volunteerId)?.name ?? '' }))
}

type Written = Omit<NewVisit, keyof Described> & Described & { id: string; volunteers: Went[] }

/** Visit, who went, the plan it settles, the draft it ends and the next due date. A plan three days around the visit is meant by it. */
function writeVisit(context: Context, held: LockedCase & Settled, visit: Written): void {
  const { tx, actor, now } = context
  sendPrepared(tx, statement`
    insert into care.visits (city_id, id, scope_code, unit_id, case_id, child_id, made_on, medium, minutes, outcome, sealed_note, recorded_by, recorded_name,
      recorded_at, on_behalf_of, with_worker, purpose, attempt_reason)
    values (${actor.cityId}, ${visit.id}, ${held.scopeCode}::bigint, ${held.unitId}, ${held.id}, ${held.childId}, ${visit.madeOn}::date, ${visit.medium},
      ${visit.minutes}, ${visit.outcome}, ${sealText(context, held, 'note', visit.note)}, ${actor.accountId}, ${actor.personName}, ${now},
      ${onBehalfOf(context, visit)}, ${visit.withWorker === true}, ${visit.purpose}, ${visit.attemptReason})`)
  for (const { volunteerId, name } of visit.volunteers) {
    sendPrepared(tx, statement`
      insert into care.visit_volunteers (city_id, visit_id, volunteer_id, scope_code, volunteer_name, made_on)
      values (${actor.cityId}, ${visit.id}, ${volunteerId}, ${held.scopeCode}::bigint, ${name}, ${visit.madeOn}::date)`)
  }
  if (held.plannedId !== null) {
    sendPrepared(tx, statement`
      update care.planned_visits set status = 'done', visit_id = ${visit.id} where city_id = ${actor.cityId} and id = ${held.plannedId} and status = 'planned'`)
  }
  if (held.hasDraft) {
    sendPrepared(tx, statement`
      delete from care.visit_drafts where city_id = ${actor.cityId} and account_id = ${actor.accountId} and case_id = ${held.id}`)
  }
  if (visit.outcome === 'made') moveDueDate(context, held, laterOf(held.lastMadeOn, visit.madeOn))
}

/** A second visit of a day moves nothing: the row with its many indexes is then left alone. */
function moveDueDate({ tx, actor }: Context, held: LockedCase, lastMadeOn: string | null): void {
  const dueOn = held.status === 'open' ? nextVisitDueOn({ ...held, lastMadeOn, intervalDays: held.intervals[held.colour] }) : held.nextVisitDueOn
  if (lastMadeOn === held.lastMadeOn && dueOn === held.nextVisitDueOn) return
  sendPrepared(tx, statement`
    update care.cases set last_made_on = ${lastMadeOn}::date, next_visit_due_on = ${dueOn}::date, updated_at = now()
     where city_id = ${actor.cityId} and id = ${held.id}`)
}

const onBehalfOf = ({ actor }: Context, { onBehalfOf: asked }: Pick<NewVisit, 'onBehalfOf'>) => (visibleCases(actor).onlyOf === null ? asked ?? null : null)

function detailsOf(context: Context, held: LockedCase, visit: Written) {
  const enteredFor = onBehalfOf(context, visit)
  return {
    caseId: held.id, childId: held.childId, madeOn: visit.madeOn, medium: visit.medium, minutes: visit.minutes, outcome: visit.outcome,
    volunteerIds: visit.volunteers.map(({ volunteerId }) => volunteerId), withWorker: visit.withWorker === true,
    ...(visit.purpose === everydayPurpose ? {} : { purpose: visit.purpose }), ...(visit.attemptReason === null ? {} : { attemptReason: visit.attemptReason }),
    ...(enteredFor === null ? {} : { onBehalfOf: enteredFor }),
  }
}

function answerOf(context: Context, held: LockedCase, visit: Written): Visit {
  const { actor, now } = context
  return {
    id: visit.id, unitCode: codeOfScope(held.scopeCode), caseId: held.id, childId: held.childId, childLabel: held.childLabel,
    madeOn: visit.madeOn, medium: visit.medium, minutes: visit.minutes, outcome: visit.outcome, volunteers: visit.volunteers,
    purpose: visit.purpose, attemptReason: visit.attemptReason, recordedName: actor.personName, recordedAt: now,
    onBehalfOf: onBehalfOf(context, visit), hasNote: visit.note !== '' && held.wrappedKey !== null,
    voidedAt: null, voidReason: null, mayCorrect: mayCorrectNow(context, { recordedBy: actor.accountId, recordedAt: now }), version: 1,
  }
}
