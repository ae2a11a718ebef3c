import { addYears } from '#platform/values/local-date.ts'
import type { Context } from '#platform/http/context.ts'
import { grantAccess } from '#modules/children/index.ts'

/** What helping one child needs: whom one visits, where, and whom to call. Health and numbers are asked for apart. */
const neededFields = ['name', 'phone', 'address', 'school', 'guardians'] as const

type Given = { childId: string; accountIds: readonly string[]; ground: { kind: 'case' | 'pairing'; id: string }; untilOn: string | null }

/** Opens the needed fields to the people of a case or pairing: until its end, a year at most. */
export async function giveChildAccess(context: Context, { childId, accountIds, ground, untilOn }: Given): Promise<void> {
  const inAYear = addYears(context.today, 1)
  const last = untilOn === null || untilOn > inAYear ? inAYear : untilOn
  await grantAccess(context, {
    childId, accountIds, ground, purpose: ground.kind === 'case' ? 'case' : 'visit', fields: [...neededFields], until: new Date(`${last}T23:59:59+08:00`),
  })
}
