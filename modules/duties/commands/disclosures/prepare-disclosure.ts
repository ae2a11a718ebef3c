import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPrepareDisclosures } from '../../access.ts'
import type { DisclosureRow } from '../../contract.ts'
import { lockDisclosure } from '../../queries/disclosures/disclosure-rows.ts'
import { kindOf } from '../../queries/disclosures/get-disclosure.ts'
import { findFieldIssues, type DocumentField } from '../../rules/disclosures.ts'
import { writeDisclosure } from '../steps/write-disclosure.ts'

type Changed = { id: string; version: number }

/** Writes the document of a disclosure, all fields of its kind, for another person to approve. */
export async function prepareDisclosure(context: Context, input: Changed & { fields: DocumentField[] }): Promise<DisclosureRow> {
  mustPrepareDisclosures(context.actor)
  const { actor, today } = context
  const held = await lockDisclosure(context, { step: 'prepare', ...input })
  const kind = await kindOf(context, held)
  const issues = findFieldIssues(kind.fields.map(({ name }) => name), input.fields)
  if (issues.length > 0) throw new InvalidInput(issues)
  return writeDisclosure(context, held, {
    verb: 'disclosure.prepared',
    columns: {
      status: 'prepared', content: JSON.stringify(input.fields), preparedBy: actor.accountId, preparedName: actor.personName, preparedOn: today, reason: null,
    },
  })
}
