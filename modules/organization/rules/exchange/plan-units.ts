import { nextInstitutionSlot } from '#platform/values/scope-code.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { Unit } from '../../contract.ts'
import { levelBelow } from '../structure.ts'
import { levelWords } from '../unit-words.ts'
import { planUnitChange, type Refused, type UnitAmendment } from './amend-unit.ts'
import { indexUnits, type KnownUnit, type UnitRegister } from './known-units.ts'
import { isUnitCode, type Problem, type ReadUnit } from './unit-row.ts'

/** A row with the id its unit gets if it is new. */
export type UnitRowToPlan = { rowNumber: number; id: string; read: ReadUnit }
/** A row that could not be read; units that name it as their parent are told where to look, and it is told itself which unit is unknown. */
export type UnreadRow = { rowNumber: number } & Naming
type Naming = Pick<ReadUnit, 'code' | 'parentCode' | 'parent' | 'name'>

/** A unit an import makes. */
export type PlannedUnit = Pick<Unit, 'id' | 'level' | 'kind' | 'name' | 'shortName' | 'establishedOn'> & {
  parentId: string; code: string; dueOn: LocalDate; address: string | null; phone: string | null; foundingDocument: string | null
}
type Effect = { does: 'create'; unit: PlannedUnit } | { does: 'change'; unit: KnownUnit; amendment: UnitAmendment } | { does: 'nothing' }
/** What a row does. */
export type UnitPlan = { rowNumber: number } & Effect

type Parent = Pick<KnownUnit, 'id' | 'code' | 'level' | 'kind'> & { closedOn: string | null }
type RowProblem = Problem & { rowNumber: number }

/** How official names are written here: 村民委员会 and the like are taken off. */
export type PlaceOf = (unit: Pick<Unit, 'level' | 'kind' | 'name'>) => string

/** What is known while the rows are gone through from the top: the register, and what the rows above have added to it. */
type Ground = {
  register: UnitRegister
  placeOf: PlaceOf
  index: ReturnType<typeof indexUnits>
  made: Map<string, { rowNumber: number; parent: Parent }[]>
  /** First row that names a unit, by name. */
  rowOfName: Map<string, number>
  bad: Map<string, number>
  rowOfCode: Map<string, number>
  siblings: Map<string, Map<string, { id: string; rowNumber: number | null }>>
  slots: Map<string, string[]>
}

/** Decides for each row, from the top, whether it makes a unit, changes one, says nothing new, or cannot be imported, and why. */
export function planUnits(
  rows: readonly UnitRowToPlan[], unread: readonly UnreadRow[], register: UnitRegister, placeOf: PlaceOf,
): { plans: UnitPlan[]; problems: RowProblem[] } {
  const ground = groundOf(rows, unread, register, placeOf)
  const plans: UnitPlan[] = []
  const problems: RowProblem[] = []
  for (const row of rows) {
    const planned = row.read.code === null ? planNew(ground, row) : planKnown(ground, row, row.read.code)
    if ('problem' in planned) {
      problems.push(...[planned.problem, ...planned.also ?? []].map((problem) => ({ rowNumber: row.rowNumber, ...problem })))
      ground.bad.set(row.read.name, row.rowNumber)
    } else plans.push({ rowNumber: row.rowNumber, ...planned })
  }
  for (const { rowNumber, ...naming } of unread) {
    const named = findNamed(ground, rowNumber, naming)
    if (named !== undefined) problems.push({ rowNumber, ...named.problem })
  }
  return { plans, problems }
}

/** What a row that could not be read names and nobody knows; a code that is none was told when it was read. */
function findNamed(ground: Ground, rowNumber: number, naming: Naming): { problem: Problem } | undefined {
  if (naming.code !== null) return isUnitCode(naming.code) && !ground.index.byCode.has(naming.code) ? unknownCode : undefined
  const found = findParent(ground, rowNumber, naming)
  return 'problem' in found ? found : undefined
}

type Planned = Refused | Effect
const refuse = (message: string, key?: string): { problem: Problem } => ({ problem: { message, ...(key === undefined ? {} : { key }) } })
const noKind = refuse('请填写类别：行政区划、学校、企业、机关或其他。', 'kind')
const unknownCode = refuse('没有找到这个单位代码，或者它不在您的管理范围内；新单位请把代码留空。', 'code')

function groundOf(rows: readonly UnitRowToPlan[], unread: readonly UnreadRow[], register: UnitRegister, placeOf: PlaceOf): Ground {
  const siblings: Ground['siblings'] = new Map()
  for (const { id, parentId, name, closedOn } of register.units) {
    if (closedOn !== null || parentId === null) continue
    const under = siblings.get(parentId) ?? new Map<string, { id: string; rowNumber: number | null }>()
    siblings.set(parentId, under.set(name, { id, rowNumber: null }))
  }
  return {
    register, placeOf, index: indexUnits(register.units), made: new Map(), siblings, slots: new Map(), rowOfCode: new Map(),
    bad: new Map(unread.map(({ rowNumber, name }) => [name, rowNumber])),
    rowOfName: new Map(rows.toReversed().map(({ rowNumber, read }) => [read.name, rowNumber])),
  }
}

function planNew(ground: Ground, { rowNumber, id, read }: UnitRowToPlan): Planned {
  const found = findParent(ground, rowNumber, read)
  if ('problem' in found) return read.kind === null ? { ...found, also: [noKind.problem] } : found
  if (read.kind === null) return noKind
  const { parent } = found
  const level = levelBelow(parent.level)
  if (read.kind === 'division' && parent.kind !== 'division') return refuse('行政区划只能设在行政区划之下，请核对上级单位。', 'kind')
  if (read.level !== null && read.level !== level) return refuse(`按上级单位，它应是${levelWords[level]}；请更正层级或上级单位。`, 'level')
  const name = ground.placeOf({ level, kind: read.kind, name: read.name })
  const taken = takeName(ground, { rowNumber, id, parentId: parent.id, name })
  if (taken !== undefined) return taken
  const code = takeCode(ground, parent.code)
  if (code === undefined) return refuse('这一上级下的代码已用完，请改设在另一级单位之下。', 'parent')
  const { establishedOn, foundingDocument, address, phone } = read
  const unit: PlannedUnit = {
    id, parentId: parent.id, code, level, kind: read.kind, name, shortName: read.shortName ?? `${name}关工委`, establishedOn, foundingDocument, address, phone,
    dueOn: read.dueOn ?? establishedOn ?? ground.register.today,
  }
  for (const text of new Set([read.name, name, unit.shortName])) {
    ground.made.set(text, [...ground.made.get(text) ?? [], { rowNumber, parent: { ...unit, closedOn: null } }])
  }
  return { does: 'create', unit }
}

function planKnown(ground: Ground, { rowNumber, read }: UnitRowToPlan, code: string): Planned {
  const unit = ground.index.byCode.get(code)
  if (unit === undefined) return unknownCode
  const before = ground.rowOfCode.get(code)
  if (before !== undefined) return refuse(`与第${before}行是同一个单位，请只留一行。`, 'code')
  ground.rowOfCode.set(code, rowNumber)
  const name = ground.placeOf({ ...unit, name: read.name })
  const planned = planUnitChange(unit, { ...read, name }, ground.register.own)
  if ('problem' in planned) return planned
  const { amendment } = planned
  if (amendment === null) return { does: 'nothing' }
  const taken = amendment.name === undefined || unit.parentId === null ? undefined : takeName(ground, { rowNumber, id: unit.id, parentId: unit.parentId, name })
  return taken ?? { does: 'change', unit, amendment }
}

/** By its code, else by its name: a unit of the register or a new one of a row above. */
function findParent(ground: Ground, rowNumber: number, read: Pick<Naming, 'parentCode' | 'parent'>): { parent: Parent } | { problem: Problem } {
  const { index, made } = ground
  const key = read.parentCode === null ? 'parent' : 'parentCode'
  const text = read.parentCode ?? read.parent
  if (text === null) return refuse('请填写上级单位的名称或代码。', 'parent')
  const known = index.byCode.get(text)
  if (known?.closedOn != null) return refuse('上级单位已撤销，请先恢复，或改填别的上级。', key)
  const candidates: Parent[] = known === undefined ? [...index.byText.get(text) ?? [], ...madeAbove(made.get(text), rowNumber)] : [known]
  if (candidates.length > 1) return refuse('有几个同名的上级单位，请在“上级代码”一列填写单位代码。', key)
  const [parent] = candidates
  return parent === undefined ? refuse(whyNoParent(ground, rowNumber, text), key) : { parent }
}

const madeAbove = (made: { rowNumber: number; parent: Parent }[] = [], rowNumber: number): Parent[] =>
  made.filter((one) => one.rowNumber < rowNumber).map(({ parent }) => parent)

function whyNoParent({ bad, rowOfName }: Ground, rowNumber: number, text: string): string {
  const badRow = bad.get(text)
  if (badRow !== undefined && badRow !== rowNumber) return `上级单位所在的第${badRow}行有问题，请先修改那一行。`
  const later = rowOfName.get(text)
  if (later === rowNumber) return '单位不能以自己为上级，请核对。'
  if (later !== undefined && later > rowNumber) return `上级单位在第${later}行，请把它移到本行之前。`
  return '没有找到这个上级单位，或者它不在您的管理范围内。'
}

function takeName(ground: Ground, unit: { rowNumber: number; id: string; parentId: string; name: string }): { problem: Problem } | undefined {
  const under = ground.siblings.get(unit.parentId) ?? new Map<string, { id: string; rowNumber: number | null }>()
  const twin = under.get(unit.name)
  if (twin !== undefined && twin.id !== unit.id) {
    return twin.rowNumber === null ? refuse('同一上级下已有同名单位；要修改它，请填写它的单位代码。', 'name') : refuse(`与第${twin.rowNumber}行同名，且上级相同，请只留一行。`, 'name')
  }
  ground.siblings.set(unit.parentId, under.set(unit.name, { id: unit.id, rowNumber: unit.rowNumber }))
  return undefined
}

function takeCode(ground: Ground, parentCode: string): string | undefined {
  const given = ground.slots.get(parentCode) ?? ground.register.codes.filter((code) => code.startsWith(parentCode))
  const code = nextInstitutionSlot(parentCode, given)
  if (code !== undefined) ground.slots.set(parentCode, [...given, code])
  return code
}
