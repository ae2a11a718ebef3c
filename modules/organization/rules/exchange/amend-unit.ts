import type { LocalDate } from '#platform/values/local-date.ts'
import type { KnownUnit } from './known-units.ts'
import type { Problem, ReadUnit } from './unit-row.ts'

/** What a row changes of a unit that stands: only what differs. */
export type UnitAmendment = {
  name?: string; shortName?: string; establishedOn?: LocalDate; foundingDocument?: string; address?: string; phone?: string
}

/** Why a row cannot be imported; with what else is wrong with it, so that all of it is told at once. */
export type Refused = { problem: Problem; also?: readonly Problem[] }

const refuse = (key: string, message: string): Refused => ({ problem: { key, message } })

/** Compares a row with the unit it names. A blank cell leaves what is registered; null when nothing differs. */
export function planUnitChange(
  unit: KnownUnit, read: ReadUnit, own: { id: string; level: string },
): { amendment: UnitAmendment | null } | Refused {
  const [first, ...also] = findFixedDifferences(unit, read)
  if (first !== undefined) return { problem: first, also }
  const amendment: UnitAmendment = { ...renaming(unit, read), ...founding(unit, read), ...details(unit, read) }
  if (Object.keys(amendment).length === 0) return { amendment: null }
  if (unit.closedOn !== null) return refuse('code', '该单位已撤销，请先恢复再修改。')
  const isRenamed = amendment.name !== undefined || amendment.shortName !== undefined
  if (isRenamed && unit.id === own.id && own.level !== 'city') return refuse('name', '这是您所在的单位，更名请由上一级关工委办理。')
  return { amendment }
}

/** What an import never changes, because it has a day and a reason or cannot be undone. */
function findFixedDifferences(unit: KnownUnit, read: ReadUnit): Problem[] {
  const isOtherParent = (read.parentCode !== null && read.parentCode !== unit.parentCode)
    || (read.parentCode === null && read.parent !== null && ![unit.parentName, unit.parentShortName, unit.parentCode].includes(read.parent))
  const differs = (value: string | null, registered: string | null) => value !== null && value !== registered
  const found: [isWrong: boolean, key: string, message: string][] = [
    [differs(read.kind, unit.kind), 'kind', '类别与登记的不同；类别不能更改，请改回，或另建单位。'],
    [differs(read.level, unit.level), 'level', '层级与登记的不同；层级随上级而定，请改回。'],
    [isOtherParent, read.parentCode === null ? 'parent' : 'parentCode', '上级单位与登记的不同；移动单位请打开单位页办理，并写明日期和原因。'],
    [differs(read.dueOn, unit.dueOn), 'dueOn', '应建日期与登记的不同，导入不能更改，请改回或留空。'],
    [unit.establishedOn !== null && differs(read.establishedOn, unit.establishedOn), 'establishedOn',
      '组建日期与登记的不同，导入不能更改；请核对，需要更正的请打开单位页办理。'],
  ]
  return found.flatMap(([isWrong, key, message]) => (isWrong ? [{ key, message }] : []))
}

/** The short name follows the name unless the row says otherwise. */
function renaming(unit: KnownUnit, read: ReadUnit): UnitAmendment {
  const isRenamed = read.name !== '' && read.name !== unit.name
  const follows = unit.shortName === `${unit.name}关工委` && (read.shortName === null || read.shortName === unit.shortName)
  const shortName = isRenamed && follows ? `${read.name}关工委` : read.shortName ?? unit.shortName
  return { ...(isRenamed ? { name: read.name } : {}), ...(shortName === unit.shortName ? {} : { shortName }) }
}

const founding = (unit: KnownUnit, read: ReadUnit): UnitAmendment =>
  (read.establishedOn !== null && unit.establishedOn === null ? { establishedOn: read.establishedOn } : {})

function details(unit: KnownUnit, read: ReadUnit): UnitAmendment {
  const differing = (['foundingDocument', 'address', 'phone'] as const).flatMap((key) => {
    const value = read[key]
    return value === null || value === unit[key] ? [] : [[key, value] as const]
  })
  return Object.fromEntries(differing)
}
