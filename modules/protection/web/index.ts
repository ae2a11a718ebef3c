import { SolutionOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const icon = (drawn: typeof SolutionOutlined) => createElement(drawn, { 'aria-hidden': true })
const word = z.string().max(40).optional()
const rights = { 'zh-CN': '权利请求', en: 'Rights requests' }

/** What children and guardians ask; what becomes of it. */
export const pages: ModulePages = {
  routes: [
    {
      path: '/rights-requests', title: rights, permission: 'rights.record', search: z.object({ status: word, kind: word, late: word }),
      load: () => import('./rights/RightsListPage.tsx'),
    },
    {
      path: '/rights-requests/record', title: { 'zh-CN': '登记权利请求', en: 'Record a rights request' }, permission: 'rights.record',
      search: z.object({ child: word }), load: () => import('./rights/RecordRightsPage.tsx'),
    },
    { path: '/rights-requests/$id', title: rights, permission: 'rights.record', load: () => import('./rights/RightsRequestPage.tsx') },
  ],
  navigation: [
    { path: '/rights-requests', label: rights, icon: icon(SolutionOutlined), permission: 'rights.record', group: 'work', order: 62 },
  ],
  pieces: [{ slot: 'child-page.cases', permission: 'rights.record', order: 90, load: () => import('./rights/RightsOfChild.tsx') }],
}
