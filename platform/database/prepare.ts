import pg from 'pg'
import { migrate, readMigrations } from './migrate.ts'

/** The two roles the program signs in as: neither owns anything, neither bypasses row-level security. */
export const roles = { app: 'xinhuo_app', worker: 'xinhuo_worker' } as const

/** Passwords of the two roles; generated once per installation, kept outside the database. */
export type RolePasswords = { app: string; worker: string }

/** Addresses of one database for the roles that use it. */
export type DatabaseUrls = { owner: string; app: string; worker: string }

/**
 * Makes the roles with their passwords, and an owner role that is not a superuser when signed in as one;
 * makes the database if it is missing. Safe to repeat.
 */
export async function prepareDatabase(adminUrl: string, database: string, passwords: RolePasswords): Promise<DatabaseUrls> {
  await withClient(adminUrl, async (client) => {
    for (const key of ['app', 'worker'] as const) await makeRole(client, roles[key], passwords[key])
    const known = await client.query('select 1 from pg_database where datname = $1', [database])
    if (known.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  })
  return urlsOf(adminUrl, database, passwords)
}

/** Migrates and opens the job queue's schema to the worker. Returns the names of the migrations applied. */
export async function migrateDatabase(urls: DatabaseUrls, onProgress: (name: string) => void = () => {}): Promise<string[]> {
  const applied = await migrate(urls.owner, await readMigrations(), onProgress)
  await withClient(urls.owner, async (client) => {
    await client.query(`create schema if not exists graphile_worker authorization ${roles.worker}`)
    const name = client.escapeIdentifier(new URL(urls.owner).pathname.slice(1))
    await client.query(`grant connect on database ${name} to ${roles.app}, ${roles.worker}`)
  })
  return applied
}

/** Addresses for the roles, from an administrator's address. */
export function urlsOf(adminUrl: string, database: string, passwords: RolePasswords): DatabaseUrls {
  const as = (user?: string, password?: string) => {
    const url = new URL(adminUrl)
    url.pathname = `/${database}`
    if (user !== undefined) url.username = user
    if (password !== undefined) url.password = password
    return url.toString()
  }
  return { owner: as(), app: as(roles.app, passwords.app), worker: as(roles.worker, passwords.worker) }
}

/** The program refuses to run when its role could see past the policies. */
export async function assertRoleIsBound(appUrl: string): Promise<void> {
  await withClient(appUrl, async (client) => {
    const { rows } = await client.query<{ bad: boolean }>(`
      select r.rolsuper or r.rolbypassrls or exists (
               select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relowner = r.oid and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_t%') as bad
        from pg_roles r where r.rolname = current_user`)
    if (rows[0]?.bad !== false) throw new Error('the application role owns tables or bypasses row-level security')
  })
}

async function makeRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = known.rowCount === 0 ? 'create' : 'alter'
  await client.query(`${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${client.escapeLiteral(password)}`)
  // Lets a database owner that is not a superuser hand the job queue's schema to the worker.
  await client.query(`grant ${role} to current_user`).catch(() => {})
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
