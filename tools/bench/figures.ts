import { median } from './load.ts'
import { atMost, type Measure } from './measure.ts'
import { accountOf, signIn } from './requests.ts'
import type { Scene } from './scene.ts'

/**
 * What the page of figures shows, counted by hand: by GROUP BY over the records themselves, for a whole city and a year. Each statement
 * stands for several indicators; nothing that the page does not show is counted.
 */
const overRecords = [
  `select level, count(*), count(*) filter (where closed_on is null) from organization.units where city_id = $1 group by level`,
  `select status, count(*), count(*) filter (where joined_on between $2 and $3), count(*) filter (where clearance_until >= $3),
          count(*) filter (where insured_until >= $3)
     from volunteers.volunteers where city_id = $1 and joined_on <= $3 group by status`,
  `select category, count(*) from volunteers.volunteers v, unnest(v.categories) as category
    where v.city_id = $1 and v.joined_on <= $3 and v.status <> 'left' group by category`,
  `select sex, count(*), count(*) filter (where registered_on between $2 and $3), count(*) filter (where differs), count(*) filter (where has_service_consent)
     from children.children where city_id = $1 and registered_on <= $3 and status = 'registered' group by sex`,
  `select type, count(*) from children.children c, unnest(c.derived_types) as type
    where c.city_id = $1 and c.registered_on <= $3 and c.status = 'registered' group by type`,
  `select type, count(*) from children.children c, unnest(c.civil_affairs_types) as type
    where c.city_id = $1 and c.registered_on <= $3 and c.status = 'registered' group by type`,
  `select status, colour, count(*), count(*) filter (where opened_on between $2 and $3), count(*) filter (where closed_on between $2 and $3)
     from care.cases where city_id = $1 and opened_on <= $3 group by status, colour`,
  `select count(*), count(distinct child_id), count(distinct volunteer_id), count(*) filter (where from_on between $2 and $3)
     from care.pairings where city_id = $1 and from_on <= $3 and (until_on is null or until_on >= $3)`,
  `select outcome, medium, count(*), sum(minutes) from care.visits
    where city_id = $1 and made_on between $2 and $3 and voided_at is null group by outcome, medium`,
  `select outcome, count(distinct child_id) from care.visits where city_id = $1 and made_on between $2 and $3 and voided_at is null group by outcome`,
  `select count(*), sum(v.minutes), count(distinct w.volunteer_id)
     from care.visits v join care.visit_volunteers w on w.city_id = v.city_id and w.visit_id = v.id
    where v.city_id = $1 and v.made_on between $2 and $3 and v.voided_at is null and v.outcome = 'made'`,
]

/** Figures of the whole city for a year beside the same counted over the records; both several times in turns, the median counts. */
export async function measureFigures(scene: Scene): Promise<Measure[]> {
  const cookie = await signIn(scene, accountOf(scene, 'office', 4))
  const today = scene.ground.clock.today()
  const year = today.slice(0, 4)
  const ours = async () => {
    const answer = await fetch(`${scene.address}/api/figures?period=${year}`, { headers: { cookie } })
    if (!answer.ok) throw new Error(`figures: ${answer.status}`)
    await answer.text()
  }
  const records = async () => {
    for (const text of overRecords) {
      // $2 is named by every statement, so that all take the same three values.
      await scene.owner.query(`${text.replace('where ', 'where $2::date <= $3::date and ')}`, [scene.ground.cities[0]?.cityId, `${year}-01-01`, today])
    }
  }
  await ours()
  await records()
  const ratios: number[] = []
  for (let round = 0; round < 5; round++) {
    const counted = await timeOf(records)
    ratios.push(await timeOf(ours) / counted)
  }
  return [atMost('figures of the city for a year', median(ratios), 0.05, 'of GROUP BY over the records')]
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
