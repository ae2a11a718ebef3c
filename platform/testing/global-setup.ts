import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startTestServer } from '#platform/database/embedded/test-server.ts'
import { migrateDatabase, prepareDatabase } from '#platform/database/prepare.ts'
import { loadTestCity } from '#tests/city/load.ts'
import { emptyTemplate, testServerUrl } from '#tests/city/provided.ts'

/** Starts one server for a test run and prepares the template every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const urls = await prepareDatabase(server.superuserUrl, 'xinhuo_template', { app: 'test', worker: 'test' })
  await migrateDatabase(urls)
  await copyAsEmpty(server.superuserUrl)
  await loadTestCity(urls.owner)
  project.provide(testServerUrl, server.superuserUrl)
  const scratchFolder = mkdtempSync(path.join(tmpdir(), 'xinhuo-scratch-'))
  chmodSync(scratchFolder, 0o711)
  project.provide('scratchFolder', scratchFolder)
  return async () => {
    await server.stop()
    rmSync(scratchFolder, { recursive: true, force: true })
  }
}

async function copyAsEmpty(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query(`create database ${emptyTemplate} template xinhuo_template strategy file_copy`).finally(() => client.end())
}
