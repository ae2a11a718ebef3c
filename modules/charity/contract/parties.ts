import { z } from 'zod'
import { partyGrounds } from '#modules/duties/contract.ts'
import { id } from '#platform/contract/fields.ts'
import { day } from './fields.ts'

/** What was found when a gift or an agreement was compared with the related parties of its books. */
export const PartyCheck = z.object({
  checkedOn: day,
  matches: z.array(z.object({ partyId: id.nullable(), ground: z.enum(partyGrounds), matchedBy: z.enum(['code', 'identity', 'name']) })),
})
/** What was found. */
export type PartyCheck = z.infer<typeof PartyCheck>
