import type pg from 'pg'
import type { LoadFrame } from './frame.ts'

/** Facts added up by unit, measure and month, so that what follows has less to add. */
const grouped = `
  insert into demo_groups
  select scope_code, measure, (extract(year from happened_on) * 100 + extract(month from happened_on))::int as month, subject_id,
         sum(sign)::int as net, sum(sign * value)::bigint as total
    from figures.facts where city_id = $1 group by 1, 2, 3, 4`

/** The unit of a group and everything above it; a level that is only padding is left out. */
const nodes = `
  (values (10000000000000000, null, 1), (100000000000000, 10000000000000000, 2), (100000000000, 100000000000000, 3),
          (10000000, 100000000000, 4), (1000, 10000000, 5), (1, 1000, 6)) as level(width, above, depth)`
const isNode = '(level.above is null or g.scope_code / level.width * level.width <> g.scope_code / level.above * level.above)'

const rollups = `
  insert into figures.rollups (city_id, scope_code, measure, period, count, total)
  select $1::int, g.scope_code / level.width * level.width as lo, g.measure, part.period, sum(g.net), sum(g.total)
    from (select scope_code, measure, month, sum(net) as net, sum(total) as total from demo_groups group by 1, 2, 3) g
   cross join ${nodes} cross join lateral (values (g.month), (g.month / 100 * 100)) as part(period)
   where ${isNode} group by 2, 3, 4 order by 2`

const presences = `
  insert into figures.presences (city_id, scope_code, measure, period, subject_id, net)
  select $1::int, g.scope_code / level.width * level.width as lo, g.measure, part.period, g.subject_id, sum(g.net)
    from (select d.*, i.timing from demo_groups d
            join (select unnest(measures) as measure, min(timing) as timing from figures.indicators where counting = 'subjects' group by 1) i using (measure)) g
   cross join ${nodes}
   cross join lateral (select unnest(case when g.timing = 'stock' then array[0] else array[g.month, g.month / 100 * 100] end) as period) part
   where ${isNode} and level.depth in (2, 3) and g.subject_id is not null
   group by 2, 3, 4, 5 having sum(g.net) <> 0 order by 2`

const presenceCounts = `
  insert into figures.presence_counts (city_id, scope_code, measure, period, count)
  select city_id, scope_code, measure, period, count(*) from figures.presences where city_id = $1 and net > 0 group by 1, 2, 3, 4`

const watermark = `
  insert into audit.watermarks (city_id, reader, epoch, tx, position)
  select city_id, 'figures', epoch, tx, position from figures.facts where city_id = $1 order by epoch desc, tx desc, position desc limit 1`

/**
 * Adds up what was loaded as the fold of figures does, by a few statements over all facts at once: the job would need minutes for a
 * large city. A test recounts the outcome.
 */
export async function foldLoadedFacts(client: pg.Client, { cityId }: LoadFrame): Promise<void> {
  await client.query(`set local work_mem = '128MB'`)
  await client.query('set local enable_seqscan = on')
  await client.query(`create temporary table demo_groups (scope_code bigint, measure text, month int, subject_id uuid, net int, total bigint) on commit drop`)
  for (const text of [grouped, rollups, presences, presenceCounts, watermark]) await client.query(text, [cityId])
}
