import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { addYears } from '#platform/values/local-date.ts'
import { mustManageVolunteers } from '../access.ts'
import type { volunteersContract } from '../contract.ts'
import { lockRegistered } from '../queries/lock-registered.ts'
import { countValidity } from './steps/membership.ts'

type Input = z.output<NonNullable<(typeof volunteersContract.recordInsurance)['~orpc']['inputSchema']>>

const mostYears = 5

/** Records an accident insurance of a volunteer. */
export async function recordInsurance(context: Context, input: Input): Promise<{ id: string; version: number }> {
  mustManageVolunteers(context.actor)
  const { insurer, fromOn, untilOn } = input
  const row = await lockRegistered(context, input.id)
  if (row.status === 'left') throw new Refusal('VOLUNTEER_HAS_LEFT')
  if (untilOn < fromOn) throw new InvalidInput([{ path: ['untilOn'], message: '截止日期不能早于起始日期。' }])
  if (untilOn > addYears(fromOn, mostYears)) throw new InvalidInput([{ path: ['untilOn'], message: `保险期间超过${mostYears}年，请核对。` }])
  const id = newId()
  const version = row.version + 1
  const insuredUntil = row.insuredUntil !== null && row.insuredUntil > untilOn ? row.insuredUntil : untilOn
  await context.tx.insertInto('volunteers.insurances').values({
    cityId: row.cityId, id, scopeCode: row.scopeCode, volunteerId: row.id, insurer, fromOn, untilOn, recordedBy: context.actor.accountId,
  }).execute()
  await context.tx.updateTable('volunteers.volunteers').set({ insuredUntil, version, updatedAt: context.now })
    .where('cityId', '=', row.cityId).where('id', '=', row.id).execute()
  await countValidity(context, row, { id, kind: 'insurance' })
  await recordAudit(context, {
    verb: 'insurance.recorded', subjectKind: 'volunteer', subjectId: row.id, scopeCode: row.scopeCode, details: { insuranceId: id, insurer, fromOn, untilOn },
  })
  return { id: row.id, version }
}
