import type pg from 'pg'

/** What COPY has to carry unharmed: its own signs, line ends, rare characters, what looks like null. */
export const oddText = 'a\\tb\t\\N\r\n\\.\n𤧯䶮🔥"\'\\'

type Column = { name: string; type: string; nullable: boolean; allowed: string[] | null; parent: string | null }

/** Puts a row into every table that has none, as far as its constraints can be guessed; gives the tables that stayed empty. */
export async function fillEmptyTables(client: pg.Client, cityId: number): Promise<string[]> {
  let empty = await emptyTables(client)
  for (let before = Infinity; empty.length < before;) {
    before = empty.length
    for (const table of empty) await tryToFill(client, table, cityId)
    empty = await emptyTables(client)
  }
  return empty
}

async function emptyTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select table_name as name from platform.table_kinds order by 1')
  const empty = []
  for (const { name } of rows) if ((await client.query(`select from ${name} limit 1`)).rowCount === 0) empty.push(name)
  return empty
}

async function tryToFill(client: pg.Client, table: string, cityId: number): Promise<void> {
  const columns = await columnsOf(client, table)
  for (const wanted of [columns, columns.filter(({ nullable, parent }) => !nullable || parent !== null), columns.filter(({ nullable }) => !nullable)]) {
    const values = []
    for (const column of wanted) values.push(await valueOf(client, column, cityId))
    const names = wanted.map(({ name }) => name).join(', ')
    const ok = await client.query(`insert into ${table} (${names}) values (${wanted.map((_, at) => `$${at + 1}`).join(', ')})`, values)
      .then(() => true, () => false)
    if (ok) return
  }
}

async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
           (select array(select m[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') m) from pg_constraint k
             where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as allowed,
           (select format('select %I as value from %s limit 1', p.attname, k.confrelid::regclass) from pg_constraint k
              join lateral unnest(k.conkey, k.confkey) as pair(here, there) on pair.here = a.attnum
              join pg_attribute p on p.attrelid = k.confrelid and p.attnum = pair.there
             where k.conrelid = a.attrelid and k.contype = 'f' limit 1) as parent
      from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`, [table])
  return rows
}

async function valueOf(client: pg.Client, { name, type, allowed, parent }: Column, cityId: number): Promise<unknown> {
  if (name === 'city_id') return cityId
  if (parent !== null) return (await client.query<{ value: unknown }>(parent)).rows[0]?.value ?? null
  if (type.endsWith('[]')) return '{}'
  if (type === 'uuid') return crypto.randomUUID()
  if (type === 'jsonb') return JSON.stringify({ odd: oddText })
  if (type === 'bytea') return Buffer.from([0, 1, 10, 92, 255])
  if (type === 'boolean') return true
  if (type === 'date') return '2026-03-05'
  if (type.startsWith('timestamp')) return '2026-03-05T01:02:03.456789Z'
  if (/^(small|big)?int|^numeric|^double/.test(type)) return 1
  return allowed?.[0] ?? oddText
}

/** Count and hash of every table's rows, whatever their order. */
export async function fingerprintsOf(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string }>('select table_name as name from platform.table_kinds order by 1')
  const found = new Map<string, string>()
  for (const { name } of rows) {
    const answer = await client.query<{ print: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t`)
    found.set(name, answer.rows[0]?.print ?? '')
  }
  return found
}
