import { BankOutlined, WalletOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const bank = { 'zh-CN': '银行对账', en: 'Bank' }
const cash = { 'zh-CN': '现金日记账', en: 'Cash book' }
const text = z.coerce.string().max(40).optional()
const icon = (drawn: typeof BankOutlined) => createElement(drawn, { 'aria-hidden': true })

/** Bank reconciliation and the cash book. */
export const bankPages = {
  routes: [
    { path: '/bank', title: bank, search: z.object({ book: text, account: text, view: text, month: text }), load: () => import('./BankPage.tsx') },
    { path: '/cash-days', title: cash, search: z.object({ book: text, account: text, month: text }), load: () => import('./CashPage.tsx') },
  ],
  navigation: ['ledger.read', 'ledger.read-granted'].flatMap((permission) => [
    { path: '/bank', label: bank, icon: icon(BankOutlined), permission, group: 'money' as const, order: 32 },
    { path: '/cash-days', label: cash, icon: icon(WalletOutlined), permission, group: 'money' as const, order: 34 },
  ]),
} satisfies ModulePages
