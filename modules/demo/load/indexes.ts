import type pg from 'pg'

/** Schemas whose tables the demo fills. */
const schemas = ['organization', 'accounts', 'volunteers', 'children', 'care', 'figures', 'audit']

/**
 * Takes away the indexes that no constraint needs and says how to make them again: built over full tables they cost a fifth of what
 * keeping them row by row does. Inside the transaction of the load, so that no other one ever misses them.
 */
export async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select format('%I.%I', n.nspname, i.relname) as name, pg_get_indexdef(x.indexrelid) as definition
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
     where n.nspname = any ($1) and not x.indisprimary and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid)
     order by 1`, [schemas])
  for (const { name } of rows) await run(client, `drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

/** Makes the indexes again, as the database itself has described them. */
export async function createIndexes(client: pg.Client, definitions: readonly string[]): Promise<void> {
  await client.query(`set local maintenance_work_mem = '128MB'`)
  for (const definition of definitions) await run(client, definition)
}

const run = (client: pg.Client, text: string) => client.query(text)
