import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPrepareDisclosures } from '../../access.ts'
import type { DisclosureRow } from '../../contract.ts'
import { lockDisclosure } from '../../queries/disclosures/disclosure-rows.ts'
import { listPeople } from '../../queries/disclosures/get-disclosure.ts'
import { writeDisclosure } from '../steps/write-disclosure.ts'

type Changed = { id: string; version: number }

/** Names who answers for a disclosure: somebody of the unit who may prepare it. */
export async function assignDisclosure(context: Context, input: Changed & { accountId: string }): Promise<DisclosureRow> {
  mustPrepareDisclosures(context.actor)
  const held = await lockDisclosure(context, { step: 'assign', ...input })
  const person = (await listPeople(context, held.scopeCode)).find(({ id }) => id === input.accountId)
  if (person === undefined) throw new Refusal(await isColleague(context, input.accountId) ? 'NOT_IN_CHARGE' : 'NOT_FOUND')
  return writeDisclosure(context, held, {
    verb: 'disclosure.assigned', columns: { responsibleId: person.id, responsibleName: person.name }, details: { accountId: person.id },
  })
}

/** Whether the account lies in range at all. */
async function isColleague({ tx, actor }: Context, accountId: string): Promise<boolean> {
  const found = await tx.selectFrom('accounts.publishedAccounts').select('id').where('cityId', '=', actor.cityId).where('id', '=', accountId)
    .executeTakeFirst()
  return found !== undefined
}
