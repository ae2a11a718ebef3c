import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { recordVisit } from '#modules/care/index.ts'
import { mustManagePhones } from '../access.ts'
import type { phoneContract, PhoneVisit } from '../contract.ts'
import type { HeldArrival } from '../queries/steps/arrival-rows.ts'
import { openContent } from '../queries/steps/content.ts'
import { decideArrival, lockArrival } from './steps/decide-arrival.ts'
import { settleFiles } from './steps/settle-files.ts'

type Input = z.output<NonNullable<(typeof phoneContract.acceptArrival)['~orpc']['inputSchema']>>

/** Records what arrived as a visit, on behalf of who wrote it, with what the office put right. The words then lie with the visit alone. */
export async function acceptArrival(context: Context, input: Input): Promise<{ id: string; visitId: string }> {
  mustManagePhones(context.actor)
  const held = await lockArrival(context, input)
  const written = openContent(context, held)
  if (written === null || held.caseId === null) throw new Refusal('CONTENT_GONE')
  const visitId = await recordFor(context, held, { ...written, ...corrected(input) })
  await decideArrival(context, held, { status: 'accepted', visitId, reason: null })
  await settleFiles(context, { deviceId: held.deviceId, itemId: held.itemId, visitId })
  await recordAudit(context, {
    verb: 'phone-letter.accepted', subjectKind: 'letter', subjectId: held.id, scopeCode: held.scopeCode,
    details: { visitId, caseId: held.caseId, code: held.code },
  })
  return { id: held.id, visitId }
}

/** Care's own rules hold here too; whatever they refuse is put right by the office, or the arrival is set aside. */
async function recordFor(context: Context, held: HeldArrival, visit: PhoneVisit): Promise<string> {
  const { known: _known, ...written } = visit
  try {
    const who = held.volunteerId === null ? { volunteerIds: [], withWorker: true } : { onBehalfOf: held.volunteerId }
    return (await recordVisit(context, { ...written, ...who })).id
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'NOT_FOUND' && error.code !== 'FORBIDDEN') throw new Refusal('NOT_RECORDABLE')
    throw error
  }
}

/** Only what the office gave. */
function corrected({ madeOn, medium, minutes, outcome, note }: Input): Partial<PhoneVisit> {
  return {
    ...(madeOn === undefined ? {} : { madeOn }), ...(medium === undefined ? {} : { medium }), ...(minutes === undefined ? {} : { minutes }),
    ...(outcome === undefined ? {} : { outcome }), ...(note === undefined ? {} : { note }),
  }
}
