import { createHash } from 'node:crypto'
import { migrationsOf } from '../sql.ts'
import type { Check, Tree } from '../tree.ts'

/** Where the checksums of merged migrations stand; written by `node tools/seal-migrations.ts`. */
export const CHECKSUMS = 'database/migrations/checksums.json'

/** SHA-256 of a migration's text. */
export const checksumOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** A merged migration has run somewhere; it may not change, vanish or be overtaken by a new one with a lower number. */
export const unchangedMigrations: Check = tree => {
  const sealed = readChecksums(tree)
  const last = Object.keys(sealed).sort().at(-1) ?? ''
  const changed = Object.entries(sealed).flatMap(([name, checksum]) => {
    const file = `database/migrations/${name}`
    if (!tree.has(file)) return [{ file, message: 'was merged and is gone; bring it back.' }]
    return checksumOf(tree.text(file)) === checksum ? [] : [{ file, message: 'was changed after merge; undo, and write a new migration.' }]
  })
  const late = migrationsOf(tree).filter(file => nameOf(file) < last && !(nameOf(file) in sealed))
    .map(file => ({ file, message: `is new but stands before ${last}, which has run already; give it a higher number.` }))
  return [...changed, ...late]
}

const nameOf = (file: string) => file.split('/').at(-1) ?? ''

/** File name → checksum of every merged migration. */
export function readChecksums(tree: Tree): Record<string, string> {
  return tree.has(CHECKSUMS) ? (JSON.parse(tree.text(CHECKSUMS)) as Record<string, string>) : {}
}
