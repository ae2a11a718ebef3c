/** What a module hands to the web shell: its pages, its places in the navigation, its cards and pieces. */
import type { ReactNode } from 'react'
import type { ZodType } from 'zod'
import type { Label } from './words.ts'

/** A file with one page (or piece) as its default export, fetched only when it is shown. */
export type Lazy<Props = object> = () => Promise<{ default: (props: Props) => ReactNode }>

export type ModulePage = {
  /** Address below the root, TanStack style: `/visits`, `/visits/$id`. */
  path: string
  /** Shown in the browser's tab until the page sets a more exact one. */
  title: Label
  /** Code of the permission without which the page says that it may not be opened. */
  permission?: string
  /** Shown to everybody, signed in or not, in a frame of its own: it asks no session and no permission. */
  isOpen?: true
  /** Shape of what stands behind `?`; wrong parts are dropped, the rest is kept. */
  search?: ZodType
  load: Lazy
}

/** Heads of the navigation, in the order in which they are shown. */
export const navigationGroups = ['work', 'people', 'organization', 'money', 'figures', 'administration'] as const
export type NavigationGroup = (typeof navigationGroups)[number]

export type NavigationEntry = {
  path: string
  label: Label
  /** An icon element of `@ant-design/icons`; decoration only. */
  icon: ReactNode
  /** The entry is left out for people without this permission. */
  permission?: string
  group: NavigationGroup
  /** Smaller stands higher within its group. */
  order: number
}

/** One card of the home page. It is shown to everybody who has the permission. */
export type HomeCard = {
  id: string
  permission?: string
  order: number
  /** `wide` takes the whole row. */
  size?: 'half' | 'wide'
  load: Lazy
}

/** A piece that another module's page shows in its slot of this name. */
export type SlotPiece = {
  slot: string
  permission?: string
  order: number
  // A slot decides its own props; the piece checks them with its own contract.
  load: Lazy<never>
}

export type ModulePages = {
  routes: readonly ModulePage[]
  navigation: readonly NavigationEntry[]
  homeCards?: readonly HomeCard[]
  pieces?: readonly SlotPiece[]
}
