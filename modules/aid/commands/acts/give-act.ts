import { recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustGiveAid } from '../../access.ts'
import type { ActRow } from '../../contract.ts'
import { getActRow, readShares } from '../../queries/act-rows.ts'
import { lockAct } from '../../queries/lock-act.ts'
import { countAct } from '../../rules/countable.ts'
import { findGivingIssues } from '../../rules/receipts.ts'
import { writeAct } from '../steps/write-act.ts'
import { moveNeed } from '../steps/write-need.ts'

/** Records that the aid was given; from here on it counts, with what each payer gave. No ledger is written. */
export async function giveAct(context: Context, input: { id: string; version: number; givenOn: string }): Promise<ActRow> {
  const { tx, actor, today } = context
  mustGiveAid(actor)
  const held = await lockAct(context, { step: 'give', ...input })
  const led = await tx.selectFrom('care.publishedCases').select('openedOn').where('cityId', '=', actor.cityId).where('id', '=', held.caseId).executeTakeFirst()
  const issues = findGivingIssues(input.givenOn, { today, openedOn: led?.openedOn ?? held.offeredOn })
  if (issues.length > 0) throw new InvalidInput(issues)
  const standing = (await readShares(context, held.id)).filter(({ withdrawnOn }) => withdrawnOn === null)
  await writeAct(context, held, { status: 'given', givenOn: input.givenOn })
  await moveNeed(context, held.needId, 'given')
  await recordFacts(context, countAct(held, standing, input.givenOn))
  await recordAudit(context, {
    verb: 'aid.given', subjectKind: 'aid-act', subjectId: held.id, scopeCode: held.scopeCode, details: { givenOn: input.givenOn, needId: held.needId },
  })
  return getActRow(context, held.id)
}
