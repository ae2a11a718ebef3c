import { findChildCard } from '#modules/children/index.ts'
import { sql } from 'kysely'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { constraintOf } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import { mustApplyForAwards } from '../../access.ts'
import type { AwardRow, NewAward } from '../../contract.ts'
import { getAwardRow } from '../../queries/award-rows.ts'
import { mustBeKind } from '../../queries/list-award-kinds.ts'
import { newRowKey, sealText } from '../../queries/row-key.ts'
import { findApplicationIssues } from '../../rules/applying.ts'
import { payeeColumns, recordAward } from '../steps/write-award.ts'

/** Asks the foundation for money: for the child of an open case, also out of an approved need, or for people counted outside. */
export async function applyForAward(context: Context, input: NewAward): Promise<AwardRow> {
  const { tx, actor, now, today } = context
  mustApplyForAwards(actor)
  await mustBeKind(context, input.kind)
  const issues = findApplicationIssues(input)
  if (issues.length > 0) throw new InvalidInput(issues)
  const meant = input.caseId === undefined ? ofOutside(context, input) : await findChildOfCase(context, { caseId: input.caseId, needId: input.needId })
  const id = newId()
  const wrappedKey = newRowKey(context, id)
  try {
    await tx.insertInto('projects.awards').values({
      cityId: actor.cityId, id, ...meant, kind: input.kind, needId: input.needId ?? null, amountFen: input.amount, relation: input.relation, wrappedKey,
      sealedWords: sealText(context, { id, wrappedKey }, 'words', input.words), ...payeeColumns(context, { id, wrappedKey }, input.payee), status: 'applied',
      appliedBy: actor.accountId, appliedName: actor.personName, appliedOn: today, createdAt: now, updatedAt: now,
    }).execute()
  } catch (error) {
    if (constraintOf(error) === 'awards_need_key') throw new Refusal('NEED_ANSWERED')
    throw error
  }
  const details = { kind: input.kind, amountFen: input.amount, caseId: meant.caseId }
  await recordAward(context, { id, scopeCode: meant.scopeCode }, { verb: 'award.applied', details })
  return getAwardRow(context, id)
}

type Meant = {
  unitId: string; scopeCode: string; caseId: string | null; childId: string | null; householdId: string | null; label: string; peopleCount: number
  householdsCount: number
}

function ofOutside({ actor }: Context, { group, peopleCount, householdsCount }: NewAward): Meant {
  return {
    unitId: actor.unit.id, scopeCode: actor.scopeLo.padStart(18, '0'), caseId: null, childId: null, householdId: null, label: group ?? '',
    peopleCount: peopleCount ?? 1, householdsCount: householdsCount ?? 0,
  }
}

async function findChildOfCase(context: Context, { caseId, needId }: { caseId: string; needId: string | undefined }): Promise<Meant> {
  const { tx, actor } = context
  const { rows } = await sql<{ unitId: string; scopeCode: string; childId: string; status: string; needStatus: string | null; hasNeed: boolean }>`
    select c.unit_id, c.scope_code::text as scope_code, c.child_id, c.status, n.status as need_status, n.id is not null as has_need
      from care.published_cases c left join aid.published_needs n on n.city_id = ${actor.cityId} and n.case_id = c.id and n.id = ${needId ?? null}::uuid
     where c.city_id = ${actor.cityId} and c.id = ${caseId}`.execute(tx)
  const [found] = rows
  const child = found === undefined ? undefined : await findChildCard(context, found.childId)
  if (found === undefined || child === undefined || (needId !== undefined && !found.hasNeed)) throw new Refusal('NOT_FOUND')
  if (child.status === 'erased') throw new Refusal('CHILD_ERASED')
  if (found.status !== 'open') throw new Refusal('CASE_CLOSED')
  if (!child.hasServiceConsent) throw new Refusal('SERVICE_CONSENT_MISSING')
  if (needId !== undefined && found.needStatus !== 'approved') throw new Refusal('NEED_NOT_APPROVED')
  return {
    unitId: found.unitId, scopeCode: found.scopeCode, caseId, childId: found.childId, householdId: child.householdId,
    label: `${child.maskedName} · ${ageBandLabel(child.ageBand)}`, peopleCount: 1, householdsCount: 1,
  }
}
