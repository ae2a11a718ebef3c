import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustGiveAid } from '../../access.ts'
import { mostShares, type ActRow, type NewShare } from '../../contract.ts'
import { getActRow, readShares } from '../../queries/act-rows.ts'
import { lockAct } from '../../queries/lock-act.ts'
import { findShareIssues } from '../../rules/shares.ts'
import { insertShares, writeAct } from '../steps/write-act.ts'

/** One more payer joins an act that was not given yet. */
export async function addShare(context: Context, input: { id: string; version: number; share: NewShare }): Promise<ActRow> {
  mustGiveAid(context.actor)
  const issues = findShareIssues(input.share, ['share'])
  if (issues.length > 0) throw new InvalidInput(issues)
  const held = await lockAct(context, { step: 'share', ...input })
  const standing = (await readShares(context, held.id)).filter(({ withdrawnOn }) => withdrawnOn === null)
  if (standing.length >= mostShares) throw new Refusal('TOO_MANY_SHARES')
  await insertShares(context, held, [input.share])
  await writeAct(context, held, {})
  await recordAudit(context, {
    verb: 'aid-share.added', subjectKind: 'aid-act', subjectId: held.id, scopeCode: held.scopeCode,
    details: { payerKind: input.share.payerKind, form: input.share.form, amountFen: input.share.amount ?? null },
  })
  return getActRow(context, held.id)
}
