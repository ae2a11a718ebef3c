import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManagePhones } from '../access.ts'
import { decideArrival, lockArrival } from './steps/decide-arrival.ts'

/** Decides that what arrived is not recorded; whoever wrote it reads why. The words are kept for some days. */
export async function setAsideArrival(context: Context, input: { id: string; version: number; reason: string }): Promise<{ id: string }> {
  mustManagePhones(context.actor)
  const held = await lockArrival(context, input)
  await decideArrival(context, held, { status: 'set-aside', visitId: null, reason: input.reason })
  await recordAudit(context, {
    verb: 'phone-letter.set-aside', subjectKind: 'letter', subjectId: held.id, scopeCode: held.scopeCode, details: { caseId: held.caseId, code: held.code },
  })
  return { id: held.id }
}
