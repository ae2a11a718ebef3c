import { registerSample } from '#modules/children/commands/steps/sample-child.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { NewRightsRequest } from '../../contract.ts'
import { recordRightsRequest } from '../record-rights-request.ts'

/** A city in which children and guardians ask for their rights. */
export type RightsScene = TestCity & {
  /** A child of 东一村 and its guardian. */
  child(name?: string): Promise<{ id: string; guardianId: string }>
  /** A request about a new child, recorded by 孙主任. */
  request(change?: Partial<NewRightsRequest>, by?: PersonName): Promise<{ id: string; childId: string; version: number; dueOn: string }>
  audits(verb: string, subjectId?: string): Promise<number>
}

/** Opens the scene; close it like a test city. */
export async function openRightsScene(): Promise<RightsScene> {
  const city = await openTestCity()
  const child: RightsScene['child'] = async (name = '张小明') => {
    const { id } = await registerSample(city, { name })
    const { rows } = await city.owner.query<{ id: string }>('select id from children.guardians where child_id = $1', [id])
    return { id, guardianId: String(rows[0]?.id) }
  }
  return {
    ...city, child,
    request: async (change = {}, by = '孙主任') => {
      const { id: childId, guardianId } = await child()
      const made = await city.as(by, (context) => recordRightsRequest(context, {
        childId, guardianId, kind: 'copy', askedBy: 'guardian', proof: 'household-register', requesterName: '李桂花', phone: '13900001234',
        wish: '想要一份孩子的全部资料', receivedOn: '2026-03-16', ...change,
      }))
      return { ...made, childId: change.childId ?? childId }
    },
    audits: async (verb, subjectId) => {
      const { rows } = await city.owner.query(
        'select count(*)::int as count from audit.entries where verb = $1 and ($2::uuid is null or subject_id = $2)', [verb, subjectId ?? null])
      return rows[0].count
    },
  }
}
