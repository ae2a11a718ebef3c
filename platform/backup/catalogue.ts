import type pg from 'pg'

/** A table of ours: its name quoted for statements, and the columns that are stored rather than computed. */
export type TableShape = { name: string; columns: string[] }

/** The product's schemas: those with a declared table. Neither the job queue's nor public, which holds the list of migrations. */
const isOurs = `n.nspname in (select split_part(k.table_name, '.', 1) from platform.table_kinds k)`

/** All tables of the product's schemas, whatever module they belong to. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           array(select quote_ident(a.attname) from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and ${isOurs}
     order by 1`)
  return rows
}

/** Where each sequence stands. Sequences know no transaction: read after the view was taken, they are never behind its rows. */
export async function readSequences(client: pg.ClientBase): Promise<{ name: string; value: string; isCalled: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${isOurs} order by 1`)
  const found = []
  for (const { name } of rows) {
    const answer = await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${name}`)
    const [row] = answer.rows
    if (row !== undefined) found.push({ name, value: row.value, isCalled: row.called })
  }
  return found
}

/** A foreign key or a trigger that is put aside while rows are loaded, with the statements that do so. */
export type PutAside = { before: string; after: string }

/** Foreign keys and own triggers of all tables: without them the order of tables does not matter and nothing is written twice. */
export async function listPutAside(client: pg.ClientBase): Promise<PutAside[]> {
  const { rows } = await client.query<PutAside>(`
    select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, o.conname) as before,
           format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, o.conname, pg_get_constraintdef(o.oid)) as after
      from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
     where o.contype = 'f' and o.conparentid = 0 and ${isOurs}
     union all
    select format('alter table %I.%I disable trigger %I', n.nspname, c.relname, t.tgname),
           format('alter table %I.%I enable trigger %I', n.nspname, c.relname, t.tgname)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgenabled = 'O' and t.tgparentid = 0 and ${isOurs}
     order by 1`)
  return rows
}

/** All schemas but the system's, quoted, to tell an empty database from one in use. */
export async function listSchemas(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(nspname) as name from pg_namespace where nspname <> 'information_schema' and nspname not like 'pg\\_%' order by 1`)
  return rows.map(({ name }) => name)
}
