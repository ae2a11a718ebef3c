import { idOf, type Recipe, type Spot } from './spot.ts'

/** The directory has no range: it stands where the city stands. */
const ofCity = `(select u.scope_lo from organization.units u where u.city_id = outside_bodies.city_id and u.level = 'city')`

/** Referrals to an outside body, in the states from which acts lead on, and what came to a unit. */
export const referralRecipes: Record<string, Recipe> = {
  outsidebody: { table: 'referrals.outside_bodies', scopeColumn: ofCity, arrange: addBody },
  draftreferral: { table: 'referrals.referrals', arrange: draftReferral },
  referral: { table: 'referrals.referrals', arrange: sendReferral },
  pendingreferral: { table: 'referrals.referrals', arrange: (spot) => withOwner(spot, `override_status = 'pending', author_id = null`) },
  acceptedreferral: { table: 'referrals.referrals', arrange: acceptReferral },
}

async function addBody(spot: Spot): Promise<string> {
  return idOf(await spot.ask('POST', '/outside-bodies', { kind: 'hospital', name: `第${spot.serial()}医院` }))
}

async function draftReferral(spot: Spot): Promise<string> {
  const childId = await spot.need('child')
  await spot.ask('POST', `/children/${childId}/consents`, {
    kind: 'sharing', form: 'paper', covers: '与医院共享', fromOn: '2026-03-01', guardianId: await spot.need('guardian'),
  })
  return idOf(await spot.ask('POST', '/referrals', {
    childId, toBodyId: await spot.need('outsidebody'), need: `请为${spot.mark}家孩子检查视力`, fields: ['name'],
  }))
}

async function sendReferral(spot: Spot): Promise<string> {
  const id = await draftReferral(spot)
  await spot.ask('POST', `/referrals/${id}/send`, { version: 1, purpose: 'registration' })
  return id
}

async function acceptReferral(spot: Spot): Promise<string> {
  const id = await sendReferral(spot)
  await spot.ask('POST', `/referrals/${id}/answer`, { version: 2, accepted: true })
  return id
}

/** What only another person's request could bring about: the owner does. */
async function withOwner(spot: Spot, change: string): Promise<string> {
  const id = await draftReferral(spot)
  await spot.owner.query(`update referrals.referrals set ${change} where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}
