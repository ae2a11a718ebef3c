import { idOf, type Recipe, type Spot } from './spot.ts'

/** Units, posts, terms, written rules. */
export const organizationRecipes: Record<string, Recipe> = {
  unit: { table: 'organization.units', scopeColumn: 'scope_lo', arrange: async (spot) => spot.unit.id },
  unitcode: { table: 'organization.units', idColumn: 'code', scopeColumn: 'scope_lo', arrange: async (spot) => spot.unit.code },
  // A unit below the place, which may be closed, moved or merged without taking the place away.
  subunit: { table: 'organization.units', scopeColumn: 'scope_lo', arrange: (spot) => foundUnit(spot) },
  othersubunit: { table: 'organization.units', scopeColumn: 'scope_lo', arrange: (spot) => foundUnit(spot) },
  unfounded: { table: 'organization.units', scopeColumn: 'scope_lo', arrange: (spot) => foundUnit(spot, false) },
  closedsubunit: { table: 'organization.units', scopeColumn: 'scope_lo', arrange: closeOne },
  post: { table: 'organization.posts', arrange: createPost },
  term: { table: 'organization.terms', arrange: appoint },
  rule: { table: 'organization.standing_rules', arrange: issueRule },
}

async function foundUnit(spot: Spot, isFounded = true): Promise<string> {
  return idOf(await spot.ask('POST', '/units', {
    parentId: spot.unit.id, kind: 'agency', name: `${spot.mark}家站${spot.serial()}`, ...(isFounded ? { establishedOn: '2020-05-04' } : {}), on: '2020-05-04',
  }))
}

async function closeOne(spot: Spot): Promise<string> {
  const id = await foundUnit(spot)
  return idOf(await spot.ask('POST', `/units/${id}/close`, { version: 1, on: '2026-03-02', reason: `${spot.mark}家站撤销` }))
}

async function createPost(spot: Spot): Promise<string> {
  const { items } = await spot.ask('POST', '/posts', { unitId: spot.unit.id, titleCode: 'deputy-director', seats: 1, fromOn: '2020-05-04' })
  return idOf((items as Record<string, unknown>[])[0] ?? {})
}

async function appoint(spot: Spot): Promise<string> {
  const post = await createPost(spot)
  const answer = await spot.ask('POST', `/posts/${post}/terms`, { personName: `${spot.mark}副主任`, fromOn: '2021-06-01', isFullTime: false })
  return idOf((answer['terms'] as Record<string, unknown>[])[0] ?? {})
}

async function issueRule(spot: Spot): Promise<string> {
  return idOf(await spot.ask('POST', '/standing-rules', { unitId: spot.unit.id, title: `${spot.mark}家制度`, issuedOn: '2021-01-01' }))
}
