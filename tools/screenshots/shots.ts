import type { Page } from 'playwright-core'

/** One picture of docs/screenshots. */
export type Shot = {
  /** Name of the file, without its ending. */
  name: string
  /** Sign-in name of a demo account; nobody before the door. */
  as?: string
  at?: 'desk' | 'phone'
  path?: string
  /** What is done there before the picture is taken. */
  steps?: readonly ((page: Page) => Promise<void>)[]
}

const openFirst = (page: Page) => page.locator('[data-row-link]').first().click()
const openUnit = (page: Page) => page.getByRole('treeitem').nth(1).locator('.ant-tree-node-content-wrapper').click()
const chooseFirst = (page: Page) => page.locator('.care-choice').first().click()

/** Every picture, in the order in which somebody new would look at them. */
export const shots: readonly Shot[] = [
  { name: 'sign-in' },
  { name: 'home-town-desk', as: 'town-office' },
  { name: 'home-leader-phone', as: 'city-leader', at: 'phone' },
  { name: 'record-visit-phone', as: 'village-worker', at: 'phone', path: '/visits/record', steps: [chooseFirst] },
  { name: 'child', as: 'town-office', path: '/children', steps: [openFirst] },
  { name: 'case', as: 'town-office', path: '/cases', steps: [openFirst] },
  { name: 'volunteers', as: 'town-office', path: '/volunteers' },
  { name: 'import', as: 'town-office', path: '/imports/volunteers' },
  { name: 'units', as: 'city-office', path: '/units', steps: [openUnit] },
  { name: 'figures', as: 'city-office', path: '/figures' },
  { name: 'rows', as: 'city-office', path: '/figures/visits.made' },
  { name: 'report', as: 'city-office', path: '/reports/yearly' },
]
