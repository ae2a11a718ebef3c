import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { localDate } from '#platform/contract/fields.ts'
import { DerivedType, Fact } from './cards.ts'
import { child, CHILD_ERASED, day } from './fields.ts'

/** What held of a child on a past day, as it is known now. */
export const PastChild = z.object({
  day,
  types: z.array(DerivedType),
  facts: z.array(Fact.extend({
    /** Recorded after that day: nobody here knew it then. */
    isLater: z.boolean(),
  })),
})
/** What held of a child on a past day, as it is known now. */
export type PastChild = z.infer<typeof PastChild>

/** Looking back. */
export const pastOperations = {
  getPastChild: base.route({ method: 'GET', path: '/children/{id}/past', summary: '某一天的类型、情况与依据' })
    .errors({ CHILD_ERASED }).input(child.extend({ day: localDate })).output(PastChild),
}
