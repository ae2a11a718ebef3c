import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DemoAccount } from './load-accounts.ts'

/** Where the list of demo sign-ins lies. */
export const accountsFileOf = (dataFolder: string): string => path.join(dataFolder, 'demo-accounts.json')

/** Writes the list whole or not at all, for its owner's eyes only. */
export async function writeAccountsFile(dataFolder: string, accounts: readonly DemoAccount[]): Promise<void> {
  const file = accountsFileOf(dataFolder)
  await writeFile(`${file}.half`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(`${file}.half`, file)
}
