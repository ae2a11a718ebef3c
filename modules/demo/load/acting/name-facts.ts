import type pg from 'pg'
import { idOf, type LoadFrame } from '../frame.ts'

type Row = { id: string; measure: string; on: string; endsId: string | null }

/** The same seed gives the same facts: what commands numbered by chance is numbered anew. */
export async function nameFacts(client: pg.Client, { frame, name }: { frame: LoadFrame; name: string }, ids: readonly string[]): Promise<void> {
  const { rows } = await client.query<Row>(`select id, measure, happened_on::text as on, ends_id as "endsId" from figures.facts
    where city_id = $1 and id = any ($2::uuid[]) order by measure, happened_on, sign, label, value, scope_code`, [frame.cityId, ids])
  const named = new Map(rows.map(({ id, measure, on }, at) => [id, idOf(frame, `${name}-fact/${measure}/${at}`, on)]))
  await client.query(`update figures.facts f set id = named.after, ends_id = named.ends
      from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as named (before, after, ends) where f.city_id = $1 and f.id = named.before`,
  [frame.cityId, [...named.keys()], [...named.values()], rows.map(({ endsId }) => (endsId === null ? null : named.get(endsId) ?? endsId))])
}
