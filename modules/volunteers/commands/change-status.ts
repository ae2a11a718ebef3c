import type { z } from 'zod'
import { recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageVolunteers } from '../access.ts'
import type { volunteersContract } from '../contract.ts'
import { countedOf, lockRegistered, refuseIfStale, type RegisteredVolunteer } from '../queries/lock-registered.ts'
import { beginMembership, endMembership } from './steps/membership.ts'
import { leavingFact } from './steps/volunteer-facts.ts'

type Input = z.output<NonNullable<(typeof volunteersContract.changeStatus)['~orpc']['inputSchema']>>

/** A volunteer rests, leaves, or comes back. */
export async function changeStatus(context: Context, input: Input): Promise<{ id: string; version: number }> {
  mustManageVolunteers(context.actor)
  const row = await lockRegistered(context, input.id)
  await refuseIfStale(context, row, input.version)
  refuseImpossible(context, row, input)
  const version = row.version + 1
  const isBack = row.status === 'left'
  await context.tx.updateTable('volunteers.volunteers').set({
    status: input.status, statusOn: input.status === 'active' ? null : input.on, statusReason: input.status === 'active' ? null : (input.reason ?? null),
    ...(isBack ? { memberSince: input.on } : {}), version, updatedAt: context.now,
  }).where('cityId', '=', row.cityId).where('id', '=', row.id).execute()
  if (isBack) await beginMembership(context, row, input.on)
  if (input.status === 'left') {
    await endMembership(context, row, input.on)
    await recordFacts(context, [leavingFact(countedOf(row), input.on)])
  }
  await recordAudit(context, {
    verb: `volunteer.${pastOf[input.status]}`, subjectKind: 'volunteer', subjectId: row.id, scopeCode: row.scopeCode,
    ...(input.reason == null ? {} : { reason: input.reason }), details: { before: row.status, after: input.status, on: input.on },
  })
  return { id: row.id, version }
}

const pastOf = { active: 'returned', resting: 'rested', left: 'left' } as const

function refuseImpossible({ today }: Context, row: RegisteredVolunteer, { status, on, reason }: Input): void {
  if (row.status === status) throw new Refusal('SAME_STATUS')
  const since = [row.joinedOn, row.memberSince, row.statusOn].flatMap((day) => (day === null ? [] : [day])).toSorted().at(-1) ?? row.joinedOn
  if (on > today) throw new InvalidInput([{ path: ['on'], message: '日期不能晚于今天。' }])
  if (on < since) throw new InvalidInput([{ path: ['on'], message: `日期不能早于上一次变动（${since}）。` }])
  if (status === 'left' && (reason ?? '') === '') throw new InvalidInput([{ path: ['reason'], message: '请填写退出原因。' }])
}
