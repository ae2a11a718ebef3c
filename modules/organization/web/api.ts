import { useQueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import type { UnitLoaders, UnitNode } from '#platform/ui/tree/unit-tree.ts'
import { shownLanguage } from '#platform/ui/words.ts'
import { organizationContract } from '../contract.ts'
import { words } from './words.ts'

const contract = { organization: organizationContract }

/** 组织, as the browser asks for it. */
export const client: ApiClient<typeof contract>['organization'] = makeClient(contract).organization
/** Keys and questions of 组织 for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).organization

/** A unit with everything its page shows. */
export type ShownUnit = Awaited<ReturnType<typeof client.getUnit>>
/** A unit as lists show it. */
export type ListedUnit = Awaited<ReturnType<typeof client.listUnits>>['items'][number]
/** A seat of a committee. */
export type ShownPost = Awaited<ReturnType<typeof client.listPosts>>['items'][number]

/** Told by whoever changes a unit, for a page that keeps units otherwise than by questions: a tree with what is open in it. */
export const UnitsChanged = createContext<() => void>(() => undefined)

/** Everything shown of 组织 is asked again, after something was changed. */
export function useAskAgain(): () => Promise<void> {
  const cache = useQueryClient()
  const tellTree = use(UnitsChanged)
  return async () => {
    tellTree()
    await cache.invalidateQueries({ queryKey: queries.key() })
  }
}

const nodeOf = (unit: ListedUnit): UnitNode =>
  ({ id: unit.id, code: unit.unitCode, name: unit.name, note: words[shownLanguage()].sortOf(unit), hasChildren: unit.childCount > 0 })

/** How trees and pickers of all modules get units: one level at a time, by search, and the way down to one. */
export const unitLoaders: UnitLoaders = {
  children: async parentId => {
    if (parentId === undefined) return (await client.listUnits({ limit: 1 })).items.map(nodeOf)
    const units: UnitNode[] = []
    for (let after: string | null | undefined; after !== null;) {
      const page = await client.listUnits({ parent: parentId, limit: 200, ...(after === undefined ? {} : { after }) })
      units.push(...page.items.map(nodeOf))
      after = page.next
    }
    return units
  },
  search: async words => (await client.listUnits({ q: words, state: 'open', limit: 20 })).items.map(nodeOf),
  path: async id => {
    const [unit, topmost] = await Promise.all([client.getUnit({ id }), client.listUnits({ limit: 1 })])
    const first = unit.path.findIndex(step => step.id === topmost.items[0]?.id)
    return unit.path.slice(Math.max(first, 0)).map(step => ({ id: step.id, code: step.unitCode, name: step.name, hasChildren: step.id !== id }))
  },
}
