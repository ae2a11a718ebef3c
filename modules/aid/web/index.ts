import { GiftOutlined, HeartOutlined, StarOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages, NavigationEntry } from '#platform/ui/pages.ts'

const needs = { 'zh-CN': '帮扶需求', en: 'Needs' }
const acts = { 'zh-CN': '帮扶行动', en: 'Acts of aid' }
const wishes = { 'zh-CN': '微心愿', en: 'Small wishes' }
const word = z.string().max(40).optional()
const icon = (drawn: typeof GiftOutlined) => createElement(drawn, { 'aria-hidden': true })

/** A volunteer reads own pairings only and everybody else the range: one entry each, never both. */
const forReaders = (path: string, label: NavigationEntry['label'], drawn: typeof GiftOutlined, order: number): NavigationEntry[] =>
  ['aid.read', 'aid.read-own'].map(permission => ({ path, label, icon: icon(drawn), permission, group: 'work', order }))

/** Needs, acts of aid, wishes and the wall; the pieces on the pages of a child and of a case. */
export const pages: ModulePages = {
  routes: [
    {
      path: '/needs', title: needs, search: z.object({ status: word, kind: word, overdue: word, unit: word }),
      load: () => import('./needs/NeedListPage.tsx'),
    },
    {
      path: '/needs/raise', title: { 'zh-CN': '提出需求', en: 'Raise a need' }, permission: 'need.raise', search: z.object({ case: word }),
      load: () => import('./needs/RaiseNeedPage.tsx'),
    },
    { path: '/needs/$id', title: needs, load: () => import('./needs/NeedPage.tsx') },
    {
      path: '/aid-acts', title: acts, search: z.object({ status: word, kind: word, payer: word, courtesy: word, unit: word }),
      load: () => import('./acts/ActListPage.tsx'),
    },
    {
      path: '/aid-acts/new', title: { 'zh-CN': '登记帮扶', en: 'Record aid' }, permission: 'aid.give',
      search: z.object({ case: word, need: word, wish: word, kind: word, payer: word }), load: () => import('./acts/OfferActPage.tsx'),
    },
    { path: '/aid-acts/$id', title: acts, load: () => import('./acts/ActPage.tsx') },
    { path: '/wishes', title: wishes, permission: 'aid.read', search: z.object({ status: word, unit: word }), load: () => import('./wishes/WishListPage.tsx') },
    {
      path: '/wishes/write', title: { 'zh-CN': '写微心愿', en: 'Write a wish' }, permission: 'wish.write', search: z.object({ case: word, wish: word }),
      load: () => import('./wishes/WriteWishPage.tsx'),
    },
    { path: '/wishes/$id', title: wishes, permission: 'aid.read', load: () => import('./wishes/WishPage.tsx') },
    { path: '/wish-wall', title: { 'zh-CN': '微心愿墙', en: 'Wish wall' }, permission: 'aid.read', load: () => import('./wishes/WishWallPage.tsx') },
  ],
  navigation: [
    ...forReaders('/needs', needs, HeartOutlined, 45), ...forReaders('/aid-acts', acts, GiftOutlined, 46),
    { path: '/wishes', label: wishes, icon: icon(StarOutlined), permission: 'aid.read', group: 'work', order: 46 },
  ],
  pieces: [
    { slot: 'child-page.cases', permission: 'aid.read', order: 30, load: () => import('./AidOfChild.tsx') },
    ...['aid.read', 'aid.read-own'].map(permission => ({ slot: 'case-page.aid', permission, order: 10, load: () => import('./AidOfCase.tsx') })),
  ],
}
