import { BankOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const awards = { 'zh-CN': '资助', en: 'Awards' }
const batches = { 'zh-CN': '资助批次', en: 'Award batches' }
const word = z.string().max(40).optional()

/** Awards and their batches; the way to an application on the page of a case. */
export const pages: ModulePages = {
  routes: [
    {
      path: '/awards', title: awards, permission: 'award.read', search: z.object({ status: word, kind: word, isWaiting: word }),
      load: () => import('./awards/AwardListPage.tsx'),
    },
    {
      path: '/awards/apply', title: { 'zh-CN': '申请资助', en: 'Apply for an award' }, permission: 'award.apply', search: z.object({ case: word, need: word }),
      load: () => import('./awards/ApplyPage.tsx'),
    },
    { path: '/awards/$id', title: awards, permission: 'award.read', load: () => import('./awards/AwardPage.tsx') },
    { path: '/award-batches', title: batches, permission: 'award.read', search: z.object({ status: word }), load: () => import('./batches/BatchListPage.tsx') },
    { path: '/award-batches/$id', title: batches, permission: 'award.read', load: () => import('./batches/BatchPage.tsx') },
  ],
  navigation: [{ path: '/awards', label: awards, icon: createElement(BankOutlined, { 'aria-hidden': true }), permission: 'award.read', group: 'work',
    order: 47 }],
  pieces: [{ slot: 'case-page.aid', permission: 'award.apply', order: 20, load: () => import('./awards/AwardsOfCase.tsx') }],
}
