import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lastDueAt, untilNextLook } from './daily.ts'
import { backupName, findSuperfluous, listBackups, madeAtOf, pruneBackups } from './retention.ts'

const at = (instant: string) => ({ name: backupName(new Date(instant)), madeAt: new Date(instant) })
const nightly = (count: number) =>
  Array.from({ length: count }, (_, day) => at(new Date(Date.UTC(2026, 0, 1 + day, 18, 30)).toISOString()))

test('the newest fourteen days and the newest of each of twelve months stay', () => {
  const backups = nightly(500)
  const kept = new Set(backups.map(({ name }) => name))
  for (const name of findSuperfluous(backups, { keepDaily: 14, keepMonthly: 12 })) kept.delete(name)
  expect(backups.slice(-14).every(({ name }) => kept.has(name))).toBe(true)
  // The newest month is among the days, the other eleven stand for themselves.
  expect(kept.size).toBe(14 + 11)
})

test('of several archives of one day in China only the newest stays', () => {
  const [early, late, next] = [at('2026-03-15T16:01:00Z'), at('2026-03-16T15:59:00Z'), at('2026-03-16T16:01:00Z')]
  expect(findSuperfluous([late, next, early], { keepDaily: 14, keepMonthly: 0 })).toEqual([early.name])
})

test('the newest archive stays whatever the retention', () => {
  expect(findSuperfluous(nightly(3), { keepDaily: 0, keepMonthly: 0 })).toHaveLength(2)
})

test('a name tells when the archive was made; other names tell nothing', () => {
  expect(madeAtOf(backupName(new Date('2026-03-16T18:30:05.678Z')))).toEqual(new Date('2026-03-16T18:30:05Z'))
  expect(madeAtOf('holiday.backup')).toBeUndefined()
})

test('pruning touches nothing that does not bear the name of an archive', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xinhuo-prune-'))
  try {
    const names = nightly(4).map(({ name }) => name)
    for (const name of [...names, 'notes.txt', `.${names[0]}.1.half`]) writeFileSync(path.join(folder, name), 'x')
    expect(await pruneBackups(folder, { keepDaily: 1, keepMonthly: 1 })).toHaveLength(3)
    expect((await listBackups(folder)).map(({ name }) => name)).toEqual(names.slice(-1))
    writeFileSync(path.join(folder, 'notes.txt'), 'still there', { flag: 'r+' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the nightly backup is due at half past two in China', () => {
  expect(lastDueAt(new Date('2026-03-16T18:29:59Z'))).toEqual(new Date('2026-03-15T18:30:00Z'))
  expect(lastDueAt(new Date('2026-03-16T18:30:00Z'))).toEqual(new Date('2026-03-16T18:30:00Z'))
  expect(untilNextLook(new Date('2026-03-16T18:20:00Z'))).toBe(600_000)
  expect(untilNextLook(new Date('2026-03-16T10:00:00Z'))).toBe(3_600_000)
})
