import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recipeOf } from '../scope/arrange/recipes.ts'
import { coverage } from '../scope/coverage/index.ts'
import type { Look } from '../scope/coverage/entry.ts'
import { readOperations, type Operation } from '../scope/document.ts'
import { openScene, type Scene } from '../scope/scene.ts'
import { askWith, openDesk, tryTexts, type Desk } from './everywhere.ts'
import { textFieldsOf } from './text-fields.ts'
import { openUndoneServer, type UndoneServer } from './undone.ts'

// Every text of every operation: what the database gets is what was sent, or the field is refused with a sentence.
// One string in forty here, others every day; all of them in `npm run test:long` (decision 0013).
// The scene is opened at one place. Nothing is lost: `openDesk` arranges what a write needs at the place of the caller, filled before or not,
// and every write must find a desk; a read goes to the records of one place in any case.

const share = Number(process.env['NAUGHTY_SHARE'] ?? 40)
const { strings } = JSON.parse(readFileSync(new URL('naughty-strings.json', import.meta.url), 'utf8')) as { strings: string[] }
const today = Math.floor(Date.now() / 86_400_000)
const some = strings.filter((_text, index) => index % share === today % share)

/** Writes without a desk, whose entry in the walk does not say that they are refused in the end. */
const noDesk = new Map([
  ['imports.uploadImport', 'a file and the code of a kind: no text of a person'], ['figures.approveYearlyReport', 'the code of a unit: no text of a person'],
  ['matching.requestRound', 'the code of a unit: no text of a person'], ['care.planVisits', 'days alone: no text of a person'],
  ['children.attachConsentScan', 'a file and the id of a consent: no text of a person'],
  ['projects.attachAwardReceipt', 'a file, a day and the id of an award: no text of a person'],
  ['projects.addProjectPaper', 'a file beside a title, a short line like any other: naughty-strings.test.ts tries that shape'],
  ['projects.importResults', 'a file, a day and the id of a batch: no text of a person'],
  ['ledger.attachPaper', 'a file beside a title, a short line like any other: naughty-strings.test.ts tries that shape'],
  ['ledger.importChart', 'a file, a year and a name, a short line like any other'],
  ['ledger.importBankStatement', 'a file and the id of an account: no text of a person'],
  ['charity.attachQualificationScan', 'a file and the id of a qualification: no text of a person'],
  ['aid.attachReceiptScan', 'a file and the id of an act: no text of a person'],
])

describe('a strange text in any field of any operation is kept as it is or refused', { timeout: share === 1 ? 3_600_000 : 300_000 }, () => {
  let scene: Scene
  let server: UndoneServer
  let operations: Operation[]
  let desks: Desk[]
  const look: Look = async (kind, id, column = 'version') => {
    const { table, idColumn } = recipeOf(kind)
    return (await scene.owner.query<{ value: unknown }>(`select ${column} as value from ${table} where ${idColumn ?? 'id'} = $1`, [id])).rows[0]?.value ?? 1
  }
  const takesTexts = (operation: Operation): boolean => coverage[operation.id]?.walk === 'write' && textFieldsOf(operation).length > 0

  beforeAll(async () => {
    scene = await openScene({ at: ['东一村'] })
    server = await openUndoneServer(scene.city)
    operations = await readOperations(scene.server)
    desks = []
    for (const operation of operations.filter(takesTexts)) {
      const desk = await openDesk({ scene, server, look }, operation)
      if (desk !== undefined) desks.push(desk)
    }
  }, 300_000)
  afterAll(async () => {
    await server.close()
    await scene.close()
  })

  it('that is written', async () => {
    const without = operations.filter((operation) => takesTexts(operation) && desks.every((desk) => desk.operation !== operation)).map(({ id }) => id)
    expect(without.filter((id) => !noDesk.has(id) && !('inTheEnd' in (coverage[id] ?? {}))), 'writes nobody can do with records of the walk').toEqual([])
    expect(desks.flatMap(({ free }) => free).length).toBeGreaterThan(60)
    const findings: string[] = []
    for (const desk of desks) findings.push(...await tryTexts(server, desk, some))
    expect(findings).toEqual([])
  })

  it('that is asked with', async () => {
    const reads = operations.filter(({ id, method }) => method === 'GET' || ['list', 'range'].includes(coverage[id]?.walk ?? ''))
    const ids = scene.places.find(({ name }) => name === '东一村')?.ids ?? new Map<string, string>()
    const findings: string[] = []
    for (const operation of reads) {
      const entry = coverage[operation.id]
      const kinds = entry !== undefined && 'ids' in entry ? entry.ids : {}
      const caller = scene.callers.find(({ role }) => entry === undefined || !('roles' in entry) || entry.roles?.includes(role) !== false)
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => ids.get(kinds[name] ?? '') ?? 'none')
      findings.push(...await askWith(server, operation, { path, cookie: caller?.cookie ?? '' }, some))
    }
    expect(findings).toEqual([])
  })
})
