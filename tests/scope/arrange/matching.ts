import { randomUUID } from 'node:crypto'
import type { Recipe, Spot } from './spot.ts'

/** Rounds, proposals and what they leave out; arranged as the job would have written them. */
export const matchingRecipes: Record<string, Recipe> = {
  matchinground: { table: 'matching.rounds', arrange: (spot) => addRound(spot, 'done') },
  runninground: { table: 'matching.rounds', arrange: (spot) => addRound(spot, 'requested') },
  proposal: { table: 'matching.proposals', arrange: addProposal },
  otherproposal: { table: 'matching.proposals', arrange: addProposal },
  unserved: { table: 'matching.unserved', arrange: addUnserved },
  nogopair: { table: 'matching.no_go_pairs', arrange: addNoGoPair },
}

const weights = JSON.stringify({
  coverage: 100000, urgency: { red: 3, yellow: 2, blue: 1, green: 0 }, distance: { village: 0, town: -1, county: -2, city: -3 },
  skill: 1, sex: -1, language: -1, load: -1, siblings: 1,
})
const scopeOf = ({ unit }: Spot): string => unit.code.padEnd(18, '0')

/** One runs at a time for a unit: the running one is a unit's below, so that the place itself may ask for another. */
async function addRound(spot: Spot, status: 'done' | 'requested'): Promise<string> {
  const id = randomUUID()
  await spot.owner.query(
    `insert into matching.rounds (city_id, id, scope_code, unit_id, status, weights, proposed_count, requested_by, requested_name)
     values ($1, $2, $3, $4, $5, $6, $7, gen_random_uuid(), '陈主任')`,
    [spot.cityId, id, scopeOf(spot), status === 'done' ? spot.unit.id : await spot.need('subunit'), status, weights, status === 'done' ? 1 : null])
  return id
}

async function addProposal(spot: Spot): Promise<string> {
  const id = randomUUID()
  const terms = JSON.stringify({ coverage: 102000, distance: 0, skill: 0, preference: 0, load: 0, siblings: 0 })
  await spot.owner.query(
    `insert into matching.proposals (city_id, id, scope_code, round_id, case_id, child_id, child_label, colour, volunteer_id, volunteer_name,
       volunteer_unit_name, terms, total)
     select $1, $2, $3, $4, c.id, c.child_id, $5, c.colour, v.id, v.name, $5, $6, 102000
       from care.cases c, volunteers.volunteers v where c.city_id = $1 and c.id = $7 and v.city_id = $1 and v.id = $8`,
    [spot.cityId, id, scopeOf(spot), await spot.need('matchinground'), `${spot.mark}某`, terms, await spot.need('case'), await spot.need('clearedvolunteer')])
  return id
}

async function addUnserved(spot: Spot): Promise<string> {
  const id = randomUUID()
  await spot.owner.query(
    `insert into matching.unserved (city_id, id, scope_code, round_id, case_id, child_label, colour, reason)
     values ($1, $2, $3, $4, $5, $6, 'yellow', 'all-taken')`,
    [spot.cityId, id, scopeOf(spot), await spot.need('matchinground'), await spot.need('case'), `${spot.mark}某`])
  return id
}

async function addNoGoPair(spot: Spot): Promise<string> {
  const id = randomUUID()
  await spot.owner.query(
    `insert into matching.no_go_pairs (city_id, id, scope_code, child_id, volunteer_id, volunteer_name, reason, set_by, set_name)
     values ($1, $2, $3, $4, $5, $6, '家人提出回避', gen_random_uuid(), '陈主任')`,
    [spot.cityId, id, scopeOf(spot), await spot.need('child'), await spot.need('volunteer'), `${spot.mark}老师`])
  return id
}
