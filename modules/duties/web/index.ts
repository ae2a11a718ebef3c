import { ApartmentOutlined, CalendarOutlined, PercentageOutlined, TeamOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages, NavigationEntry } from '#platform/ui/pages.ts'

const ratios = { 'zh-CN': '法定比例', en: 'Legal ratios' }
const disclosures = { 'zh-CN': '信息公开日历', en: 'Calendar of disclosures' }
const board = { 'zh-CN': '理事会', en: 'Board' }
const parties = { 'zh-CN': '关联方', en: 'Related parties' }
const word = z.string().max(60).optional()
const number = z.union([z.string().max(10), z.number()]).optional()
const entry = (path: string, label: NavigationEntry['label'], drawn: typeof PercentageOutlined, order: number): NavigationEntry => (
  { path, label, icon: createElement(drawn, { 'aria-hidden': true }), permission: 'duty.read', group: 'money', order })

/** What the law asks of the foundation. */
export const pages: ModulePages = {
  routes: [
    { path: '/legal-ratios', title: ratios, permission: 'duty.read', search: z.object({ book: word, year: number }),
      load: () => import('./ratios/RatiosPage.tsx') },
    {
      path: '/legal-ratios/postings', title: ratios, permission: 'duty.read', search: z.object({ book: word, year: number, figure: word }),
      load: () => import('./ratios/RatioPostingsPage.tsx'),
    },
    { path: '/disclosures', title: disclosures, permission: 'duty.read', search: z.object({ book: word, state: word }),
      load: () => import('./disclosures/DisclosureListPage.tsx') },
    { path: '/disclosures/kinds', title: { 'zh-CN': '信息公开的种类', en: 'Kinds of disclosure' }, permission: 'duty.read',
      load: () => import('./disclosures/KindsPage.tsx') },
    { path: '/disclosures/$id', title: disclosures, permission: 'duty.read', load: () => import('./disclosures/DisclosurePage.tsx') },
    { path: '/board', title: board, permission: 'duty.read', search: z.object({ book: word }), load: () => import('./board/BoardPage.tsx') },
    { path: '/board/meetings/$id', title: board, permission: 'duty.read', load: () => import('./board/MeetingPage.tsx') },
    { path: '/related-parties', title: parties, permission: 'duty.read', search: z.object({ book: word }),
      load: () => import('./relations/RelationsPage.tsx') },
  ],
  navigation: [entry('/board', board, TeamOutlined, 52), entry('/related-parties', parties, ApartmentOutlined, 53), entry('/disclosures', disclosures,
    CalendarOutlined, 51), entry('/legal-ratios', ratios, PercentageOutlined, 50)],
  homeCards: [{ id: 'disclosures', permission: 'duty.read', order: 14, load: () => import('./disclosures/DisclosuresCard.tsx') }],
}
