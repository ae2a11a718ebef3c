import { AccountBookOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'
import { bankPages } from './bank/pages.ts'
import { statementPages } from './statements/pages.ts'

const books = { 'zh-CN': '账套', en: 'Books' }
const vouchers = { 'zh-CN': '凭证', en: 'Vouchers' }
const word = z.coerce.string().max(60).optional()

/** Books, charts, funds, vouchers, months, statements. */
export const pages: ModulePages = {
  routes: [
    { path: '/books', title: books, load: () => import('./books/BookListPage.tsx') },
    { path: '/books/open', title: { 'zh-CN': '建立账套', en: 'Open books' }, permission: 'book.manage', load: () => import('./books/OpenBookPage.tsx') },
    { path: '/books/$id', title: books, load: () => import('./books/BookPage.tsx') },
    { path: '/books/$id/accounts', title: { 'zh-CN': '会计科目', en: 'Ledger accounts' }, search: z.object({ q: word }),
      load: () => import('./books/AccountsPage.tsx') },
    { path: '/books/$id/chart', title: { 'zh-CN': '新旧科目衔接', en: 'Turn to another chart' }, load: () => import('./charts/ChartPage.tsx') },
    { path: '/books/$id/archive', title: { 'zh-CN': '会计档案', en: 'Archive' }, load: () => import('./archives/ArchivePage.tsx') },
    { path: '/books/$id/funds', title: { 'zh-CN': '资金', en: 'Funds' }, load: () => import('./books/FundsPage.tsx') },
    {
      path: '/books/$id/vouchers', title: vouchers, search: z.object({ q: word, month: word, status: word }),
      load: () => import('./vouchers/VoucherListPage.tsx'),
    },
    {
      path: '/books/$id/voucher', title: { 'zh-CN': '填制凭证', en: 'Make a voucher' }, permission: 'voucher.make', search: z.object({ voucher: word }),
      load: () => import('./vouchers/VoucherEditPage.tsx'),
    },
    { path: '/books/$id/periods', title: { 'zh-CN': '会计期间', en: 'Months' }, load: () => import('./periods/PeriodsPage.tsx') },
    { path: '/vouchers/$id', title: vouchers, load: () => import('./vouchers/VoucherPage.tsx') },
    ...statementPages.routes, ...bankPages.routes,
  ],
  navigation: [
    ...['ledger.read', 'ledger.read-granted'].map((permission) => ({
      path: '/books', label: books, icon: createElement(AccountBookOutlined, { 'aria-hidden': true }), permission, group: 'money' as const, order: 10,
    })),
    ...statementPages.navigation, ...bankPages.navigation,
  ],
  homeCards: [
    { id: 'books', permission: 'ledger.read', order: 12, load: () => import('./books/BooksCard.tsx') },
    { id: 'granted-books', permission: 'ledger.read-granted', order: 12, load: () => import('./books/BooksCard.tsx') },
  ],
}
