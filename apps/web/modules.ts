/** The modules whose pages the web page shows. Adding one is its import and its name in the list. */
import type { ModulePages } from '#platform/ui/pages.ts'

export const modules: readonly ModulePages[] = []
