import type { Coverage } from './entry.ts'

/** Backups and sizes: no record of anybody. */
export const upkeepCoverage: Coverage = {
  'upkeep.getUpkeep': { walk: 'plain', why: 'backups and sizes of the installation, no record', roles: ['system-admin'] },
}
