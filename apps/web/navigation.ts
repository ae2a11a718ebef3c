/** Everything the modules hand to the shell, put together. */
import { modules } from './modules.ts'

export const navigation = modules.flatMap(module => module.navigation)
export const homeCards = modules.flatMap(module => module.homeCards ?? []).toSorted((a, b) => a.order - b.order)
export const pieces = modules.flatMap(module => module.pieces ?? [])
export const modulePages = modules.flatMap(module => module.routes)

const openRoots = modulePages.filter(page => page.isOpen).map(page => page.path.replace(/\/\$.*$/, ''))
/** Whether an address shows a page that anybody may open. */
export const isOpenPage = (pathname: string): boolean => openRoots.some(root => pathname === root || pathname.startsWith(`${root}/`))
