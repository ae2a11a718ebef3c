import type pg from 'pg'
import { addYears } from '#platform/values/local-date.ts'
import { idOf, momentOn, type LoadFrame } from './frame.ts'

/** What helping one child needs, as opening a case or a pairing gives it. */
const neededFields = ['name', 'phone', 'address', 'school', 'guardians']

type Row = { id: string; child_id: string; scope_code: string; account_id: string; sign_in_name: string; from_on: string }

/** Gives village workers the named fields of the children in their open cases, and volunteers those of the children paired with them. */
export async function addAccess(client: pg.Client, frame: LoadFrame): Promise<void> {
  const cases = await client.query<Row>(`
    select c.id, c.child_id, c.scope_code, a.id as account_id, a.sign_in_name, c.opened_on::text as from_on from care.cases c
      join accounts.grants g on g.city_id = c.city_id and g.unit_id = c.unit_id and g.role_code = 'care-worker'
      join accounts.accounts a on a.city_id = c.city_id and a.id = g.account_id
     where c.city_id = $1 and c.status = 'open' order by c.id`, [frame.cityId])
  const pairings = await client.query<Row>(`
    select p.id, p.child_id, p.scope_code, a.id as account_id, a.sign_in_name, p.from_on::text as from_on from care.pairings p
      join accounts.accounts a on a.city_id = p.city_id and a.volunteer_id = p.volunteer_id
     where p.city_id = $1 and (p.until_on is null or p.until_on >= $2) order by p.id`, [frame.cityId, frame.today])
  const untilAt = `${addYears(frame.today, 1)} 23:59:59+08`
  const add = (row: Row, given: { ground: string; purpose: string }) => frame.writer.add('children.accessGrants', {
    ...given, cityId: frame.cityId, id: idOf(frame, `access/${row.sign_in_name}/${row.id}`, row.from_on), scopeCode: row.scope_code, childId: row.child_id,
    accountId: row.account_id, fields: neededFields, groundId: row.id, fromAt: momentOn(frame, row.from_on, row.id), untilAt,
  })
  for (const row of cases.rows) add(row, { ground: 'case', purpose: 'case' })
  for (const row of pairings.rows) add(row, { ground: 'pairing', purpose: 'visit' })
}
