import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { TestCity } from '#tests/city/open.ts'
import { makeBackup } from '../make.ts'

/** Folders and databases of a test file, removed at its end. */
export function scene() {
  const folders: string[] = []
  const databases: string[] = []
  afterAll(async () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    for (const name of databases) await onServer(`drop database if exists ${name} with (force)`)
  })
  const newFolder = () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'xinhuo-backup-'))
    folders.push(folder)
    return folder
  }
  return {
    newFolder,
    /** A data folder that signs its roles in as the test server knows them: roles belong to the whole server. */
    newDataFolder: () => {
      const folder = newFolder()
      mkdirSync(path.join(folder, 'secrets'))
      writeFileSync(path.join(folder, 'secrets', 'roles.json'), JSON.stringify({ app: 'test', worker: 'test' }))
      return folder
    },
    /** Address of a new and empty database of the test server. */
    newDatabaseUrl: async () => {
      const name = `r_${randomBytes(6).toString('hex')}`
      databases.push(name)
      await onServer(`create database ${name}`)
      const url = new URL(inject('testServerUrl'))
      url.pathname = `/${name}`
      return url.toString()
    },
  }
}

async function onServer(statement: string): Promise<void> {
  await asking(inject('testServerUrl'), (client) => client.query(statement))
}

/** Runs work on a connection of its own. */
export async function asking<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=Asia/Shanghai' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What a backup of a test city is made of. */
export const sourceOf = (city: TestCity) =>
  ({ urls: city.urls, dataFolder: city.ground.installation.dataFolder, masterKeys: city.ground.installation.masterKeys })

/** Makes a backup of a test city into a folder. */
export const makeOf = (city: TestCity, folder: string) => makeBackup({ ...sourceOf(city), target: path.join(folder, 'test.backup') })
