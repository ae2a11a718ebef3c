import { codeOfScope } from '#platform/values/scope-code.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { sendNotice } from '#modules/notices/index.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'

/** Something from a phone waits: the office of the unit is told, once for each unit and day however many letters come. */
export const tellOfficeOfArrival: JobDefinition = {
  name: 'tell-office-of-arrival',
  listensTo: ['phone-letter.arrived'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const letter = await context.tx.selectFrom('phone.letters').select(['scopeCode', 'status']).where('cityId', '=', context.actor.cityId)
      .where('id', '=', event.subjectId).executeTakeFirst()
    if (letter?.status !== 'waiting') return
    const unitCode = codeOfScope(letter.scopeCode)
    await sendNotice(context, await findOfficePeople(context, unitCode), {
      title: '手机来件等您处理', body: '志愿者在手机上写的走访不能自动记录，请核对后记录，或说明不记录的原因。', link: '/phone-arrivals?status=waiting',
      source: { verb: event.verb, key: `${unitCode}/${context.today}`, kind: 'phone-arrivals' },
    })
  },
}
