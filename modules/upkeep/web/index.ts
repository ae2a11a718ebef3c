import { DatabaseOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import type { ModulePages } from '#platform/ui/pages.ts'

const upkeep = { 'zh-CN': '系统运行', en: 'System' }
const permission = 'system.run'

/** Backups and the size of the data, for the system administrator; the same on the home page. */
export const pages: ModulePages = {
  routes: [{ path: '/upkeep', title: upkeep, permission, load: () => import('./UpkeepPage.tsx') }],
  navigation: [{
    path: '/upkeep', label: upkeep, icon: createElement(DatabaseOutlined, { 'aria-hidden': true }), permission, group: 'administration', order: 5,
  }],
  homeCards: [{ id: 'upkeep', permission, order: 12, load: () => import('./UpkeepCard.tsx') }],
}
