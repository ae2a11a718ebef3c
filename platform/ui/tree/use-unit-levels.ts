import { useCallback, useEffect, useRef, useState } from 'react'
import { toRefusal, type Refusal } from '../api/refusal.ts'
import { topLevel, type LoadedLevels, type UnitLoaders } from './unit-tree.ts'

/** Loads one level at a time and remembers it; a level asked for twice is fetched once. */
export function useUnitLevels(loaders: UnitLoaders) {
  const [levels, setLevels] = useState<LoadedLevels>({})
  const [problem, setProblem] = useState<Refusal>()
  const asked = useRef(new Map<string, Promise<void>>())
  const load = useCallback(
    (parentId: string): Promise<void> => {
      const before = asked.current.get(parentId)
      if (before) return before
      const loading = loaders
        .children(parentId === topLevel ? undefined : parentId)
        .then(units => setLevels(known => ({ ...known, [parentId]: units })))
        .catch((failed: unknown) => {
          asked.current.delete(parentId)
          setProblem(toRefusal(failed))
        })
      asked.current.set(parentId, loading)
      return loading
    },
    [loaders],
  )
  useEffect(() => {
    // Other loaders mean another tree: nothing of the one before may show through.
    asked.current = new Map()
    setLevels({})
    void load(topLevel)
  }, [load])
  /** Loads every level on the way down to a unit and answers the ids above it. */
  const reveal = useCallback(
    async (id: string) => {
      const path = await loaders.path(id)
      const above = path.slice(0, -1).map(unit => unit.id)
      await Promise.all([topLevel, ...above].map(load))
      return above
    },
    [loaders, load],
  )
  /** Asks again for every level that was loaded, after units have changed; what was open stays open. */
  const refresh = useCallback(async () => {
    const known = [...asked.current.keys()]
    asked.current = new Map()
    await Promise.all(known.map(load))
  }, [load])
  return { levels, problem, load, reveal, refresh }
}
