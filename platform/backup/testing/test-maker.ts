import { loadMasterKeys } from '#platform/crypto/master-key.ts'
import { makeBackup } from '../make.ts'

// Makes a backup in a process of its own, to be killed or to have its memory measured.
const [owner = '', worker = '', dataFolder = '', target = ''] = process.argv.slice(2)
const before = process.resourceUsage().maxRSS
const made = await makeBackup({ urls: { owner, app: '', worker }, dataFolder, masterKeys: loadMasterKeys(dataFolder), target })
const plainBytes = made.summary.tables.reduce((sum, table) => sum + table.bytes, 0)
process.stdout.write(JSON.stringify({ grownKiB: process.resourceUsage().maxRSS - before, plainBytes }))
