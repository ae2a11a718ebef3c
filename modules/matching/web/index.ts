import { ClusterOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const matching = { 'zh-CN': '结对推荐', en: 'Matching' }
const noGo = { 'zh-CN': '不宜结对名单', en: 'No-go pairs' }
const word = z.string().max(40).optional()

/** Rounds of matching, one round with its proposals, and the list of pairs that must not be made. */
export const pages: ModulePages = {
  routes: [
    { path: '/matching', title: matching, permission: 'matching.propose', search: z.object({ unit: word }), load: () => import('./RoundListPage.tsx') },
    { path: '/matching/$id', title: matching, permission: 'matching.propose', search: z.object({ status: word }), load: () => import('./RoundPage.tsx') },
    { path: '/no-go-pairs', title: noGo, permission: 'matching.propose', load: () => import('./NoGoListPage.tsx') },
  ],
  navigation: [{
    path: '/matching', label: matching, icon: createElement(ClusterOutlined, { 'aria-hidden': true }), permission: 'matching.propose', group: 'work', order: 38,
  }],
}
