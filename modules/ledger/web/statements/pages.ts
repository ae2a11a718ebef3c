import { TableOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const title = { 'zh-CN': '会计报表', en: 'Statements' }
const text = z.coerce.string().max(40).optional()

/** Statements, the postings of a figure, the 明细账 of an account. */
export const statementPages = {
  routes: [
    { path: '/statements', title, search: z.object({ book: text, table: text, month: text }), load: () => import('./StatementsPage.tsx') },
    {
      path: '/statements/figure', title, search: z.object({ book: text, form: text, month: text, line: text, column: text }),
      load: () => import('./FigurePage.tsx'),
    },
    {
      path: '/statements/details', title: { 'zh-CN': '明细账', en: 'Detail' }, search: z.object({ book: text, account: text, from: text, until: text }),
      load: () => import('./DetailPage.tsx'),
    },
  ],
  navigation: ['ledger.read', 'ledger.read-granted'].map((permission) => (
    { path: '/statements', label: title, icon: createElement(TableOutlined, { 'aria-hidden': true }), permission, group: 'money' as const, order: 30 })),
} satisfies ModulePages
