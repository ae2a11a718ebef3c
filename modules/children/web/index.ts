import { SmileOutlined, SwapOutlined, UnlockOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const children = { 'zh-CN': '关爱对象', en: 'Children' }
const requests = { 'zh-CN': '查阅申请', en: 'Access requests' }
const transfers = { 'zh-CN': '儿童转接', en: 'Transfers of children' }
const search = z.object({
  type: z.string().max(40).optional(),
  civilAffairsType: z.string().max(40).optional(),
  ageBand: z.string().max(10).optional(),
  sex: z.string().max(10).optional(),
  status: z.string().max(20).optional(),
})

/** Masked list, register, card, requests to decide, differences. */
export const pages: ModulePages = {
  routes: [
    { path: '/children', title: children, permission: 'child.read', search, load: () => import('./ChildListPage.tsx') },
    {
      path: '/children/register',
      title: { 'zh-CN': '登记孩子', en: 'Register a child' },
      permission: 'child.register',
      load: () => import('./register/RegisterChildPage.tsx'),
    },
    {
      path: '/children/differences',
      title: { 'zh-CN': '推算与认定不一致', en: 'Derived and recognised differ' },
      permission: 'child.read',
      search,
      load: () => import('./DifferenceListPage.tsx'),
    },
    {
      path: '/children/duplicates',
      title: { 'zh-CN': '疑似重复儿童', en: 'Likely duplicates' },
      permission: 'child.merge',
      load: () => import('./merging/ChildDuplicateListPage.tsx'),
    },
    {
      path: '/children/lists/$importId',
      title: { 'zh-CN': '核对民政名单', en: 'Compare the civil affairs list' },
      permission: 'child.register',
      search: z.object({ kind: z.string().max(20).optional(), undecided: z.string().max(5).optional() }),
      load: () => import('./lists/ComparisonPage.tsx'),
    },
    {
      path: '/access-requests',
      title: requests,
      permission: 'child.facts',
      search: z.object({ status: z.string().max(20).optional() }),
      load: () => import('./AccessRequestListPage.tsx'),
    },
    {
      path: '/transfers',
      title: transfers,
      permission: 'child.transfer',
      search: z.object({ party: z.string().max(20).optional(), status: z.string().max(20).optional() }),
      load: () => import('./transfers/TransferListPage.tsx'),
    },
    {
      path: '/children/$id/forms/$kind',
      title: { 'zh-CN': '登记表', en: 'Paper form' },
      permission: 'child.open',
      load: () => import('./forms/ChildFormPage.tsx'),
    },
    { path: '/children/$id', title: children, permission: 'child.read', load: () => import('./ChildPage.tsx') },
  ],
  navigation: [
    {
      path: '/children',
      label: children,
      icon: createElement(SmileOutlined, { 'aria-hidden': true }),
      permission: 'child.read',
      group: 'people',
      order: 20,
    },
    {
      path: '/transfers',
      label: transfers,
      icon: createElement(SwapOutlined, { 'aria-hidden': true }),
      permission: 'child.transfer',
      group: 'people',
      order: 25,
    },
    {
      path: '/access-requests',
      label: requests,
      icon: createElement(UnlockOutlined, { 'aria-hidden': true }),
      permission: 'access.decide',
      group: 'work',
      order: 60,
    },
  ],
}
