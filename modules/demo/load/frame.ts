import type { MasterKeys } from '#platform/crypto/master-key.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { HeldCategory } from '#modules/care/rules/visits/purposes.ts'
import { demoId } from '../rules/demo-id.ts'
import type { UnitLevel } from '../rules/plan.ts'
import type { TableWriter } from './table-writer.ts'

/** A unit that was written, as its people and records need it. */
export type LoadedUnit = {
  id: string
  key: string
  code: string
  scopeCode: string
  /** What the plan calls it: a level, or the kind of a body. */
  level: UnitLevel
  /** Name of the place. */
  name: string
  /** Name of its committee. */
  shortName: string
  foundedOn: LocalDate | null
}

/** Volunteers of the town by their keys in the plan. */
export type KnownVolunteers = ReadonlyMap<string, { id: string; name: string }>

/** What every part of the loader stands on. */
export type LoadFrame = {
  cityId: number
  seed: string
  today: LocalDate
  epoch: number
  masterKeys: MasterKeys
  writer: TableWriter
  units: Map<string, LoadedUnit>
  /** Purposes of visits and reasons of attempts, with their names. */
  visitCategories: readonly HeldCategory[]
}

/** The id of what the key names; the same for the same seed. */
export const idOf = ({ seed }: LoadFrame, key: string, on: LocalDate): string => demoId({ seed, key, on })

/** Ids for the parts of a record, one after another. */
export function idsFor(frame: LoadFrame, key: string, on: LocalDate): () => string {
  let number = 0
  return () => {
    number += 1
    return idOf(frame, `${key}#${number}`, on)
  }
}

/** A moment of office hours on the day, another for each id; never later than now. */
export function momentOn({ today }: LoadFrame, on: LocalDate, id: string): string {
  const day = on > today ? today : on
  const minutes = day === today ? 0 : 510 + parseInt(id.slice(-4), 16) % 500
  return `${day} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:${pad(parseInt(id.slice(-6, -4), 16) % 60)}+08`
}

const pad = (value: number) => String(value).padStart(2, '0')

/** The unit of a key of the plan, which has been written before. */
export function unitOf(frame: LoadFrame, key: string): LoadedUnit {
  const unit = frame.units.get(key)
  if (unit === undefined) throw new Error(`the plan names the unit ${key} before it comes`)
  return unit
}

/** The unit as facts report it. */
export const reporting = ({ id, scopeCode }: LoadedUnit) => ({ id, scopeCode })

/** The later of two days. */
export const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other)

/** The day after. */
export const dayAfter = (day: LocalDate): LocalDate => addDays(day, 1)
