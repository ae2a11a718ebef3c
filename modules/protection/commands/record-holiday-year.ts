import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordHolidayYears } from '../access.ts'
import type { NewHolidayYear } from '../contract.ts'
import { findHolidayProblem } from '../rules/holidays.ts'

/** Enters the holidays of a year from the notice; what was entered before is kept, and last days already set stay as they are. */
export async function recordHolidayYear(context: Context, input: NewHolidayYear): Promise<{ id: string }> {
  mustRecordHolidayYears(context.actor)
  const { tx, actor, now, today } = context
  const problem = findHolidayProblem(input, today)
  if (problem !== undefined) throw new InvalidInput([{ path: [problem.field], message: problem.message }])
  const id = newId()
  await tx.insertInto('protection.holidayYears').values({
    cityId: actor.cityId, id, year: input.year, daysOff: input.daysOff, daysWorked: input.daysWorked, source: input.source,
    recordedBy: actor.accountId, recordedName: actor.personName, recordedAt: now,
  }).execute()
  await recordAudit(context, { verb: 'holiday-year.recorded', subjectKind: 'holiday-year', subjectId: id, scopeCode: actor.scopeLo, details: { ...input } })
  return { id }
}
