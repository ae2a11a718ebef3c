import type { z } from 'zod'
import { recordFacts } from '#modules/figures/index.ts'
import { holdStanding } from '#modules/organization/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustManageVolunteers } from '../access.ts'
import type { volunteersContract } from '../contract.ts'
import { findOpenUnit, type TeamUnit } from '../queries/find-open-unit.ts'
import { countedOf, lockRegistered, refuseIfStale, type RegisteredVolunteer } from '../queries/lock-registered.ts'
import { carryToUnit } from './steps/carry-to-unit.ts'
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
  const home = await findHome(context, row, input)
  await context.tx.updateTable('volunteers.volunteers').set({
    status: input.status, statusOn: input.status === 'active' ? null : input.on, statusReason: input.status === 'active' ? null : (input.reason ?? null),
    ...(home === undefined ? {} : { memberSince: input.on }), version, updatedAt: context.now,
  }).where('cityId', '=', row.cityId).where('id', '=', row.id).execute()
  if (home !== undefined) await comeBack(context, row, { unit: home, memberSince: input.on, version })
  if (input.status === 'left') {
    await endMembership(context, row, input.on)
    await recordFacts(context, [leavingFact(countedOf(row), input.on)])
  }
  await recordAudit(context, {
    verb: `volunteer.${pastOf[input.status]}`, subjectKind: 'volunteer', subjectId: row.id, scopeCode: home?.scopeCode ?? row.scopeCode,
    ...(input.reason == null ? {} : { reason: input.reason }),
    details: {
      before: row.status, after: input.status, on: input.on,
      ...(home === undefined || home.id === row.unitId ? {} : { from: codeOfScope(row.scopeCode), to: codeOfScope(home.scopeCode) }),
    },
  })
  return { id: row.id, version }
}

/** Where a volunteer comes back to: the unit that was left, unless another one is named. It must still stand. Undefined for who was not gone. */
async function findHome(context: Context, row: RegisteredVolunteer, { unitId }: Input): Promise<TeamUnit | undefined> {
  const named = unitId == null || unitId === row.unitId ? undefined : await findOpenUnit(context, unitId)
  if (row.status !== 'left') {
    if (named !== undefined) throw new InvalidInput([{ path: ['unitId'], message: '归队时才选择单位；没有退出的五老换单位，请用“转到另一单位”。' }])
    return undefined
  }
  if (named !== undefined) return named
  if (!(await holdStanding(context, [row.unitId])).has(row.unitId)) {
    throw new InvalidInput([{ path: ['unitId'], message: '原来的单位已经撤销，请选择归队到哪个单位。' }])
  }
  return { id: row.unitId, scopeCode: row.scopeCode, name: '' }
}

async function comeBack(context: Context, row: RegisteredVolunteer, to: { unit: TeamUnit; memberSince: LocalDate; version: number }): Promise<void> {
  const home = to.unit.id === row.unitId ? row : await carryToUnit(context, row, to)
  await beginMembership(context, home, to.memberSince)
}

const pastOf = { active: 'returned', resting: 'rested', left: 'left' } as const

function refuseImpossible({ today }: Context, row: RegisteredVolunteer, { status, on, reason }: Input): void {
  if (row.status === status) throw new Refusal('SAME_STATUS')
  const since = [row.joinedOn, row.memberSince, row.statusOn].flatMap((day) => (day === null ? [] : [day])).toSorted().at(-1) ?? row.joinedOn
  if (on > today) throw new InvalidInput([{ path: ['on'], message: '日期不能晚于今天。' }])
  if (on < since) throw new InvalidInput([{ path: ['on'], message: `日期不能早于上一次变动（${since}）。` }])
  if (status === 'left' && (reason ?? '') === '') throw new InvalidInput([{ path: ['reason'], message: '请填写退出原因。' }])
}
