import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { constraintOf } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApplyForAwards } from '../../access.ts'
import type { AwardRow, NewAward } from '../../contract.ts'
import { getAwardRow } from '../../queries/award-rows.ts'
import { mustBeKind } from '../../queries/list-award-kinds.ts'
import { newRowKey, sealText } from '../../queries/row-key.ts'
import { findApplicationIssues } from '../../rules/applying.ts'
import { meantForChild, meantForGroup } from '../steps/meant-for.ts'
import { payeeColumns, recordAward } from '../steps/write-award.ts'

/** Asks the foundation for money: for the child of an open case, also out of an approved need, or for people counted outside. */
export async function applyForAward(context: Context, input: NewAward): Promise<AwardRow> {
  const { tx, actor, now, today } = context
  mustApplyForAwards(actor)
  await mustBeKind(context, input.kind)
  const issues = findApplicationIssues(input)
  if (issues.length > 0) throw new InvalidInput(issues)
  const meant = input.caseId === undefined ? meantForGroup(context, input) : await meantForChild(context, { caseId: input.caseId, needId: input.needId })
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
