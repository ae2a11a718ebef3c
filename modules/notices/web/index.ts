import { BellOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'
import { inboxParts } from '../contract.ts'

const inbox = { 'zh-CN': '消息和待办', en: 'Inbox' }
const permission = 'notice.read'

/** The inbox, its place in the navigation, the tasks on the home page and the bell in the header. */
export const pages: ModulePages = {
  routes: [
    {
      path: '/notices', title: inbox, permission, load: () => import('./InboxPage.tsx'),
      search: z.object({ part: z.enum(inboxParts).optional(), q: z.string().max(50).optional() }),
    },
    { path: '/notices/$id', title: inbox, permission, load: () => import('./NoticePage.tsx') },
  ],
  navigation: [{ path: '/notices', label: inbox, icon: createElement(BellOutlined, { 'aria-hidden': true }), permission, group: 'work', order: 10 }],
  homeCards: [{ id: 'tasks', permission, order: 10, load: () => import('./TasksCard.tsx') }],
  pieces: [{ slot: 'header', permission, order: 10, load: () => import('./InboxBell.tsx') }],
}
