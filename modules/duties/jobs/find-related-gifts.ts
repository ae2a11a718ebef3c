import { addDealing } from '../commands/steps/add-dealing.ts'
import { findBodies } from '../queries/bodies.ts'
import { findRelationHits } from '../queries/relations/dealings.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/**
 * Soon after a gift was confirmed, and each night: what came from a related party by credit code is a dealing, and its disclosure stands in the calendar. Where
 * only a name fits, a person decides on the page of related parties.
 */
export const findRelatedGifts: JobDefinition = {
  name: 'find-related-gifts',
  listensTo: ['gift.confirmed'],
  schedule: '40 1 * * *',
  run: async (context) => {
    for (const body of await findBodies(context)) {
      if (body.kind === null) continue
      for (const { giftId, partyId, partyName, amountFen, receivedOn, matchedBy } of await findRelationHits(context, body.id)) {
        if (matchedBy !== 'code') continue
        await addDealing(context, body, {
          partyId, partyName, kind: 'gift', amountFen, happenedOn: receivedOn, words: '按统一社会信用代码自动发现', recordedName: '系统', matchedBy, source: 'charity.gift',
          sourceId: giftId,
        })
      }
    }
  },
}
