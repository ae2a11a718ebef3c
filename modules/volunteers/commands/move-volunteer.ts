import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustManageVolunteers } from '../access.ts'
import type { volunteersContract } from '../contract.ts'
import { findOpenUnit } from '../queries/find-open-unit.ts'
import { lockRegistered, refuseIfStale, type RegisteredVolunteer } from '../queries/lock-registered.ts'
import { carryToUnit } from './steps/carry-to-unit.ts'
import { beginMembership, endMembership } from './steps/membership.ts'

type Input = z.output<NonNullable<(typeof volunteersContract.moveVolunteer)['~orpc']['inputSchema']>>

/** A volunteer goes over to another unit of the actor's range; figures count the old unit until the day before. */
export async function moveVolunteer(context: Context, input: Input): Promise<{ id: string; version: number }> {
  mustManageVolunteers(context.actor)
  const [row, unit] = await Promise.all([lockRegistered(context, input.id), findOpenUnit(context, input.unitId)])
  await refuseIfStale(context, row, input.version)
  if (row.status === 'left') throw new Refusal('VOLUNTEER_HAS_LEFT')
  refuseImpossible(context, row, input)
  await endMembership(context, row, input.on)
  const version = row.version + 1
  const moved = await carryToUnit(context, row, { unit, memberSince: input.on, version })
  await beginMembership(context, moved, input.on)
  await recordAudit(context, {
    verb: 'volunteer.moved', subjectKind: 'volunteer', subjectId: row.id, scopeCode: unit.scopeCode,
    details: { from: codeOfScope(row.scopeCode), to: codeOfScope(unit.scopeCode), on: input.on },
  })
  return { id: row.id, version }
}

function refuseImpossible({ today }: Context, row: RegisteredVolunteer, { unitId, on }: Input): void {
  if (unitId === row.unitId) throw new InvalidInput([{ path: ['unitId'], message: '这位五老已经在这个单位。' }])
  if (on > today) throw new InvalidInput([{ path: ['on'], message: '日期不能晚于今天。' }])
  const since = row.memberSince ?? row.joinedOn
  if (on < since) throw new InvalidInput([{ path: ['on'], message: `日期不能早于加入本单位之日（${since}）。` }])
}
