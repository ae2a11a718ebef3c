import { BankOutlined, SendOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const referrals = { 'zh-CN': '转介', en: 'Referrals' }
const bodies = { 'zh-CN': '外部机构', en: 'Outside bodies' }
const word = z.string().max(40).optional()
const icon = (drawn: typeof SendOutlined) => createElement(drawn, { 'aria-hidden': true })

/** List, form and page of referrals, the directory of outside bodies, and the piece on the child's page. */
export const pages: ModulePages = {
  routes: [
    {
      path: '/referrals', title: referrals, permission: 'referral.read', search: z.object({ party: word, status: word, overdue: word }),
      load: () => import('./ReferralListPage.tsx'),
    },
    { path: '/referrals/new', title: referrals, permission: 'referral.send', search: z.object({ child: word }), load: () => import('./NewReferralPage.tsx') },
    { path: '/referrals/$id', title: referrals, permission: 'referral.read', load: () => import('./ReferralPage.tsx') },
    {
      path: '/outside-bodies', title: bodies, permission: 'referral.read', search: z.object({ kind: word, closed: word }),
      load: () => import('./BodyListPage.tsx'),
    },
  ],
  navigation: [
    { path: '/referrals', label: referrals, icon: icon(SendOutlined), permission: 'referral.read', group: 'work', order: 55 },
    { path: '/outside-bodies', label: bodies, icon: icon(BankOutlined), permission: 'outside-body.manage', group: 'organization', order: 60 },
  ],
  pieces: [{ slot: 'child-page.cases', permission: 'referral.read', order: 40, load: () => import('./ReferralsOfChild.tsx') }],
}
