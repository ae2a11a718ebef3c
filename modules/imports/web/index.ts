import { ImportOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import type { ModulePages } from '#platform/ui/pages.ts'

const icon = createElement(ImportOutlined, { 'aria-hidden': true })
const imports = { 'zh-CN': '导入记录', en: 'Imports' }

/** What was imported, and the wizard for each kind. */
export const pages: ModulePages = {
  routes: [
    { path: '/imports', title: imports, load: () => import('./ImportListPage.tsx') },
    { path: '/imports/$kind', title: { 'zh-CN': '表格导入', en: 'Import' }, load: () => import('./ImportPage.tsx') },
  ],
  navigation: [
    { path: '/imports', label: imports, icon, permission: 'volunteer.import', group: 'people', order: 90 },
    // Who imports staff imports nothing else, and has no other part of the work beside it.
    { path: '/imports', label: imports, icon, permission: 'account.manage', group: 'administration', order: 12 },
  ],
}
