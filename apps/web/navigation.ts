/** Everything the modules hand to the shell, put together. */
import { modules } from './modules.ts'

export const navigation = modules.flatMap(module => module.navigation)
export const homeCards = modules.flatMap(module => module.homeCards ?? []).toSorted((a, b) => a.order - b.order)
export const pieces = modules.flatMap(module => module.pieces ?? [])
export const modulePages = modules.flatMap(module => module.routes)
