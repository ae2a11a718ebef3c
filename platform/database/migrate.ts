import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

/** Where the migrations of this program lie. */
export const migrationsFolder = path.resolve(import.meta.dirname, '../../database/migrations')

/** A migration file. */
export type Migration = { name: string; sql: string; checksum: string }

/** The database was migrated by a newer program, or a migration was edited after it ran. */
export class MigrationError extends Error {
  readonly zh: string
  readonly en: string

  constructor(zh: string, en: string) {
    super(`${zh} ${en}`)
    this.zh = zh
    this.en = en
  }
}

/** All migrations of a folder in order. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(path.join(folder, name), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  }))
}

/**
 * Brings the database to the newest schema, signed in as its owner. Each migration is one transaction; two programs
 * starting at once take turns by an advisory lock. Returns the names that were applied.
 */
export async function migrate(ownerUrl: string, migrations: Migration[], onProgress: (name: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('xinhuo.migrate'))`)
    await client.query(`create table if not exists public.migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const applied = await client.query<{ name: string; checksum: string }>('select name, checksum from public.migrations')
    checkApplied(applied.rows, migrations)
    const known = new Set(applied.rows.map((row) => row.name))
    const open = migrations.filter((migration) => !known.has(migration.name))
    for (const migration of open) {
      onProgress(migration.name)
      await apply(client, migration)
    }
    return open.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into public.migrations (name, checksum) values ($1, $2)', [migration.name, migration.checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function checkApplied(applied: { name: string; checksum: string }[], migrations: Migration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const own = byName.get(row.name)
    if (!own) {
      throw new MigrationError(
        `数据库的结构比本程序新（含 ${row.name}），请用更新的程序启动。`,
        `The database is newer than this program (it has ${row.name}); start a newer program.`)
    }
    if (own.checksum !== row.checksum) {
      throw new MigrationError(
        `数据库结构文件 ${row.name} 在执行之后被改动过，请恢复原文件。`,
        `Migration ${row.name} was edited after it ran; restore the original file.`)
    }
  }
}
