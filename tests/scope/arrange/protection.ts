import { idOf, type Recipe, type Spot } from './spot.ts'

/** What the protection of minors' data keeps. */
export const protectionRecipes: Record<string, Recipe> = {
  rightsrequest: { table: 'protection.rights_requests', arrange: recordRightsRequest },
  decidedrightsrequest: { table: 'protection.rights_requests', arrange: recordAndDecide },
  grantedrightsrequest: { table: 'protection.rights_requests', arrange: recordAndGrant },
}

async function recordRightsRequest(spot: Spot): Promise<string> {
  return idOf(await spot.ask('POST', '/rights-requests', {
    childId: await spot.need('child'), guardianId: await spot.need('guardian'), kind: 'see', askedBy: 'guardian', proof: 'household-register',
    requesterName: `${spot.mark}祖母`, wish: `查看${spot.mark}家的登记`, receivedOn: '2026-03-10',
  }))
}

/** A refused one: the test city's office has no right to decide. */
async function recordAndDecide(spot: Spot): Promise<string> {
  const id = await recordRightsRequest(spot)
  await spot.owner.query(
    `update protection.rights_requests set status = 'decided', result = 'refused', refusal_reason = 'not-proved',
        decided_on = '2026-03-12', decided_name = '冯科长'
      where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}

/** A granted one, with what the grant opened to the responsible persons. */
async function recordAndGrant(spot: Spot): Promise<string> {
  const id = await recordRightsRequest(spot)
  await spot.owner.query(
    `update protection.rights_requests set status = 'decided', result = 'granted', decided_on = '2026-03-16', decided_name = '冯科长'
      where city_id = $1 and id = $2`, [spot.cityId, id])
  await spot.owner.query(
    `insert into children.access_grants (city_id, id, scope_code, child_id, account_id, purpose, fields, ground, ground_id, from_at, until_at)
     select asked.city_id, gen_random_uuid(), asked.scope_code, asked.child_id, held.account_id, 'rights',
       array['name', 'idNumber', 'birthOn', 'phone', 'address', 'school', 'health', 'guardians'], 'request', asked.id, '2026-03-16', '2026-03-23'
       from protection.rights_requests asked join accounts.grants held on held.city_id = asked.city_id and held.role_code = 'guardian-officer'
      where asked.city_id = $1 and asked.id = $2`, [spot.cityId, id])
  return id
}
