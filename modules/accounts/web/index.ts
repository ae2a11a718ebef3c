import { AuditOutlined, KeyOutlined, LaptopOutlined, SafetyCertificateOutlined, TeamOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const accounts = { 'zh-CN': '人员与账号', en: 'People and accounts' }
const roles = { 'zh-CN': '角色与权限', en: 'Roles' }
const mine = { 'zh-CN': '我的账号', en: 'My account' }
const given = { 'zh-CN': '密码重置记录', en: 'Passwords reset' }
const audit = { 'zh-CN': '审计记录', en: 'Audit' }
const icon = (drawn: typeof TeamOutlined) => createElement(drawn, { 'aria-hidden': true })
const text = z.coerce.string().max(60).optional()

/** People and rights, the own account, the audit. */
export const pages: ModulePages = {
  routes: [
    { path: '/accounts', title: accounts, permission: 'account.read', load: () => import('./AccountListPage.tsx'),
      search: z.object({ q: text, role: text, status: text }) },
    { path: '/accounts/$id', title: accounts, permission: 'account.read', load: () => import('./AccountPage.tsx') },
    { path: '/roles', title: roles, load: () => import('./RoleListPage.tsx') },
    { path: '/my-account', title: mine, load: () => import('./MyAccountPage.tsx') },
    { path: '/given-passwords', title: given, permission: 'account.manage', load: () => import('./GivenPasswordListPage.tsx') },
    { path: '/audit-entries', title: audit, permission: 'audit.read', load: () => import('./AuditPage.tsx'),
      search: z.object({ q: text, verb: text, from: text, until: text }) },
  ],
  navigation: [
    { path: '/accounts', label: accounts, icon: icon(TeamOutlined), permission: 'account.read', group: 'administration', order: 10 },
    { path: '/roles', label: roles, icon: icon(SafetyCertificateOutlined), group: 'administration', order: 20 },
    { path: '/given-passwords', label: given, icon: icon(KeyOutlined), permission: 'account.manage', group: 'administration', order: 30 },
    { path: '/audit-entries', label: audit, icon: icon(AuditOutlined), permission: 'audit.read', group: 'administration', order: 40 },
    { path: '/my-account', label: mine, icon: icon(LaptopOutlined), group: 'administration', order: 90 },
  ],
}
