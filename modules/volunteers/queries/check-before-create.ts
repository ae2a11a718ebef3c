import { cleanName } from '#platform/values/chinese-name.ts'
import { parseIdCard } from '#platform/values/id-card.ts'
import { parsePhone } from '#platform/values/phone.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageVolunteers } from '../access.ts'
import type { Twin } from '../contract.ts'
import { describeTwins, findTwins } from './find-twins.ts'

type Input = { name?: string | undefined; birthOn?: string | null | undefined; phone?: string | null | undefined; idNumber?: string | null | undefined }

/** Who may be the same person, asked while the form is being filled; half-typed numbers match nobody. */
export async function checkBeforeCreate(context: Context, input: Input): Promise<{ twins: Twin[] }> {
  mustManageVolunteers(context.actor)
  const card = input.idNumber == null ? undefined : parseIdCard(input.idNumber)
  const read = card?.ok === true ? card : undefined
  const found = await findTwins(context, [{
    name: input.name === undefined ? null : cleanName(input.name), birthOn: input.birthOn ?? read?.birthOn ?? null,
    phone: input.phone == null ? null : (parsePhone(input.phone)?.value ?? null), idNumber: read?.value ?? null,
  }])
  return { twins: await describeTwins(context, found) }
}
