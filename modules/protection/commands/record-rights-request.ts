import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { childFiles } from '#modules/children/index.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustRecordRights } from '../access.ts'
import type { NewRightsRequest } from '../contract.ts'
import { findChildSeal } from '../queries/child-seal.ts'
import { findHolidayYears } from '../queries/holiday-years.ts'
import { findLimits } from '../queries/find-limits.ts'
import { findRightsProblem, replyDueOn } from '../rules/rights.ts'

type Recorded = { id: string; dueOn: string; countsCalendarDays: boolean; version: number }

/** Writes down what a child or guardian asks; who asks and what stands sealed under the child's key, and the deadline runs. */
export async function recordRightsRequest(context: Context, input: NewRightsRequest): Promise<Recorded> {
  mustRecordRights(context.actor)
  const { tx, actor, now, today } = context
  const problem = findRightsProblem(input, today)
  if (problem !== undefined) throw new InvalidInput([{ path: [problem.field], message: problem.message }])
  const child = await findChild(context, input)
  const recordIds = await childFiles.lock(context, input.childId)
  const seal = await findChildSeal(context, input.childId)
  if (seal === null) throw new Refusal('CHILD_ERASED')
  const known = await findOpenRequest(context, recordIds, input.kind)
  if (known !== undefined) throw new Refusal('RIGHTS_REQUEST_KNOWN', known)
  const id = newId()
  const { dueOn, countsCalendarDays } = replyDueOn(input.receivedOn, (await findLimits(context)).rightsDays, await findHolidayYears(context))
  await tx.insertInto('protection.rightsRequests').values({
    cityId: actor.cityId, id, scopeCode: child.scopeCode, unitId: child.unitId, childId: input.childId, kind: input.kind, askedBy: input.askedBy,
    guardianId: input.guardianId ?? null, proof: input.proof,
    sealed: seal.seal('rights-request', id, { requesterName: input.requesterName, phone: input.phone ?? null, wish: input.wish }),
    receivedOn: input.receivedOn, dueOn, countsCalendarDays, recordedBy: actor.accountId, recordedName: actor.personName, createdAt: now, updatedAt: now,
  }).execute()
  await recordFacts(context, [{
    measure: 'rights-request.received', happenedOn: input.receivedOn, unit: { id: child.unitId, scopeCode: child.scopeCode },
    record: { kind: 'rights-request', id }, subjectId: input.childId, label: child.maskedName,
  }])
  await recordAudit(context, {
    verb: 'rights-request.recorded', subjectKind: 'rights-request', subjectId: id, scopeCode: child.scopeCode,
    details: { childId: input.childId, kind: input.kind, askedBy: input.askedBy, proof: input.proof, receivedOn: input.receivedOn, dueOn, countsCalendarDays },
  })
  return { id, dueOn, countsCalendarDays, version: 1 }
}

type FoundChild = { scopeCode: string; unitId: string; maskedName: string }

/** The request of this kind that waits for a decision, made for whichever record of the child. */
async function findOpenRequest({ tx, actor }: Context, recordIds: string[], kind: NewRightsRequest['kind']): Promise<{ id: string } | undefined> {
  return tx.selectFrom('protection.rightsRequests').select('id').where('cityId', '=', actor.cityId).where('childId', 'in', recordIds)
    .where('kind', '=', kind).where('status', '=', 'open').orderBy('createdAt').limit(1).executeTakeFirst()
}

/** The child, seen by the caller, whose guardian the named one is. */
async function findChild({ tx, actor }: Context, { childId, guardianId }: NewRightsRequest): Promise<FoundChild> {
  const { rows } = await sql<FoundChild & { isTheirs: boolean }>`
    select child.scope_code::text as scope_code, child.unit_id, child.masked_name, exists (select 1 from children.published_guardians guardian
        where guardian.city_id = ${actor.cityId} and guardian.child_id = child.id and guardian.id = ${guardianId ?? null}::uuid) as is_theirs
      from children.published_files child where child.city_id = ${actor.cityId} and child.id = ${childId}`.execute(tx)
  const child = rows[0]
  if (child === undefined || (guardianId !== undefined && !child.isTheirs)) throw new Refusal('NOT_FOUND')
  return child
}
