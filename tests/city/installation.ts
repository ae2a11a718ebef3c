import { loadOrCreateMasterKeys } from '#platform/crypto/master-key.ts'
import type { Installation } from '#platform/settings/installation.ts'

/** What a test program stands on. */
export async function testInstallation(dataFolder: string): Promise<Installation> {
  return { epoch: 1, dataFolder, masterKeys: loadOrCreateMasterKeys(dataFolder) }
}
