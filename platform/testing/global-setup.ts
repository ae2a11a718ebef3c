import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startTestServer } from '#platform/database/embedded/test-server.ts'
import { migrateDatabase, prepareDatabase } from '#platform/database/prepare.ts'
import { loadTestCity } from '#tests/city/load.ts'
import { testServerUrl } from '#tests/city/provided.ts'

/** Starts one server for a test run and prepares the template every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const urls = await prepareDatabase(server.superuserUrl, 'xinhuo_template', { app: 'test', worker: 'test' })
  await migrateDatabase(urls)
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
