import { rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { MasterKeys } from '#platform/crypto/master-key.ts'
import type { Sentence } from '#platform/database/open.ts'
import type { ArchiveContents } from './manifest.ts'
import { openRestored, removeCluster, removeClusterAtOnce } from './restore.ts'
import type { OpenedInstallation } from './each-city.ts'

/** Something that must hold in every installation: gives one sentence for each thing that does not. */
export type Verification = { name: Sentence; run: (installation: OpenedInstallation) => Promise<string[]> }

/** What was found wrong, by which verification. */
export type VerificationFinding = { verification: Sentence; message: string }

/** What is checked. */
export type CheckOptions = {
  archive: string
  masterKeys: MasterKeys
  verifications: readonly Verification[]
  onProgress?: (sentence: Sentence) => void
}

/** Restores the archive aside into a database of its own, verifies it there as a running installation is verified, and removes it. */
export async function checkBackup(options: CheckOptions): Promise<ArchiveContents & { findings: VerificationFinding[] }> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'xinhuo-check-'))
  // The database's own account must be able to pass through.
  await chmod(dataFolder, 0o711)
  // Everything the archive holds lies there in the open: whoever interrupts the check leaves nothing of it behind.
  const forget = () => {
    removeClusterAtOnce(dataFolder)
    rmSync(dataFolder, { recursive: true, force: true })
  }
  process.once('exit', forget)
  try {
    const { database, contents } = await openRestored({ ...options, dataFolder, databaseUrl: undefined })
    try {
      const installation = { urls: database.urls, dataFolder, masterKeys: options.masterKeys }
      return { ...contents, findings: await runVerifications(installation, options.verifications, options.onProgress) }
    } finally {
      await database.stop()
      await removeCluster(dataFolder)
    }
  } finally {
    process.off('exit', forget)
    await rm(dataFolder, { recursive: true, force: true })
  }
}

/** Runs verifications one after another and gathers what they find. */
export async function runVerifications(
  installation: OpenedInstallation, verifications: readonly Verification[], say: (sentence: Sentence) => void = () => {},
): Promise<VerificationFinding[]> {
  const findings: VerificationFinding[] = []
  for (const { name, run } of verifications) {
    say({ zh: `正在核验${name.zh}…`, en: `Verifying ${name.en}…` })
    findings.push(...(await run(installation)).map((message) => ({ verification: name, message })))
  }
  return findings
}
