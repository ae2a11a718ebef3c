import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageVolunteers } from '../access.ts'
import type { volunteersContract } from '../contract.ts'
import { lockRegistered, type RegisteredVolunteer } from '../queries/lock-registered.ts'
import { isValidityAllowed, lastDayOfClearance } from '../rules/clearance.ts'
import { countValidity } from './steps/membership.ts'

type Input = z.output<NonNullable<(typeof volunteersContract.recordClearance)['~orpc']['inputSchema']>>

/** Records the answer to a yearly check: result and validity, never what was found. */
export async function recordClearance(context: Context, input: Input): Promise<{ id: string; version: number }> {
  mustManageVolunteers(context.actor)
  const row = await lockRegistered(context, input.id)
  if (row.status === 'left') throw new Refusal('VOLUNTEER_HAS_LEFT')
  const validUntil = validityOf(input, context.today)
  const id = newId()
  await context.tx.insertInto('volunteers.clearances').values({
    cityId: row.cityId, id, scopeCode: row.scopeCode, volunteerId: row.id, checkedOn: input.checkedOn, channel: input.channel ?? null,
    result: input.result, validUntil, fileNumber: input.fileNumber ?? null, recordedBy: context.actor.accountId,
  }).execute()
  const version = await showLatest(context, row, { checkedOn: input.checkedOn, result: input.result, validUntil })
  await countValidity(context, row, { id, kind: 'clearance' })
  await recordAudit(context, {
    verb: 'clearance.recorded', subjectKind: 'volunteer', subjectId: row.id, scopeCode: row.scopeCode,
    details: { clearanceId: id, checkedOn: input.checkedOn, result: input.result, validUntil },
  })
  return { id: row.id, version }
}

function validityOf({ checkedOn, result, validUntil }: Input, today: string): string | null {
  if (checkedOn > today) throw new InvalidInput([{ path: ['checkedOn'], message: '查询日期不能晚于今天。' }])
  if (result !== 'clear') return null
  const until = validUntil ?? lastDayOfClearance(checkedOn)
  if (!isValidityAllowed(checkedOn, until)) throw new InvalidInput([{ path: ['validUntil'], message: '有效期应从查询之日起，最长一年。' }])
  return until
}

/** The register shows the latest answer; an older one entered late changes nothing there. */
async function showLatest(context: Context, row: RegisteredVolunteer,
  added: { checkedOn: string; result: string; validUntil: string | null }): Promise<number> {
  const isLatest = row.clearanceOn === null || row.clearanceOn <= added.checkedOn
  const latest = isLatest ? { clearanceResult: added.result, clearanceOn: added.checkedOn, clearanceUntil: added.validUntil } : {}
  const version = row.version + 1
  await context.tx.updateTable('volunteers.volunteers').set({ ...latest, version, updatedAt: context.now })
    .where('cityId', '=', row.cityId).where('id', '=', row.id).execute()
  return version
}
