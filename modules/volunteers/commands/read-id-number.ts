import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageVolunteers } from '../access.ts'
import { lockRegistered } from '../queries/lock-registered.ts'
import { readProfile } from './steps/changed-profile.ts'

/** Shows an identity number in full, with a reason that stays in the audit: for insurers and clearance requests. */
export async function readIdNumber(context: Context, input: { id: string; reason: string }): Promise<{ idNumber: string | null }> {
  mustManageVolunteers(context.actor)
  const row = await lockRegistered(context, input.id)
  const { profile } = await readProfile(context, row)
  await recordAudit(context, {
    verb: 'volunteer.id-number-read', subjectKind: 'volunteer', subjectId: row.id, scopeCode: row.scopeCode, reason: input.reason,
  })
  return { idNumber: profile.idNumber }
}
