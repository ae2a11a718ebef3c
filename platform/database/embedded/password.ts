import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The superuser's password of this folder; `isNew` means that a cluster which exists already does not know it yet. */
export type Password = { text: string; isNew: boolean }

/** Reads the password, or makes one: random, readable by the owner of the folder only. */
export function readOrCreatePassword(folder: string): Password {
  const file = path.join(folder, 'secrets/database.json')
  const kept = readPassword(file)
  if (kept !== undefined) return { text: kept, isNew: false }
  const text = randomBytes(32).toString('hex')
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.half`, `${JSON.stringify({ superuserPassword: text })}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.half`, file)
  return { text, isNew: true }
}

function readPassword(file: string): string | undefined {
  try {
    const { superuserPassword } = JSON.parse(readFileSync(file, 'utf8')) as { superuserPassword?: string }
    return superuserPassword
  } catch {
    return undefined
  }
}
