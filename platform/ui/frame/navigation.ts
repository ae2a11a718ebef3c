import { navigationGroups, type NavigationEntry, type NavigationGroup } from '../pages.ts'

export type NavigationSection = { group: NavigationGroup; entries: NavigationEntry[] }

/** The sections a person sees: entries he may open, in order, without empty heads. */
export function sectionsFor(entries: readonly NavigationEntry[], may: (permission?: string) => boolean): NavigationSection[] {
  return navigationGroups
    .map(group => ({
      group,
      entries: entries.filter(entry => entry.group === group && may(entry.permission)).toSorted((a, b) => a.order - b.order),
    }))
    .filter(section => section.entries.length > 0)
}
