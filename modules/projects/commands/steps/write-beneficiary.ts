import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'

/** Records that somebody was entered or taken out; nobody is named. */
export async function recordBeneficiary(
  context: Context, row: { id: string; scopeCode: string }, { verb, reason, details = {} }: { verb: string; reason?: string; details?: Record<string,
    unknown> },
): Promise<void> {
  await recordAudit(context, {
    verb, subjectKind: 'beneficiary', subjectId: row.id, scopeCode: row.scopeCode, ...(reason === undefined ? {} : { reason }), details,
  })
}
