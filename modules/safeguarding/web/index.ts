import { AlertOutlined, AuditOutlined, PieChartOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const file = { 'zh-CN': '强制报告', en: 'Report harm' }
const handle = { 'zh-CN': '强制报告处置', en: 'Reports of harm' }
const counts = { 'zh-CN': '强制报告件数', en: 'Counts of reports' }
const designees = { 'zh-CN': '指定保护人员', en: 'Designees' }
const word = z.string().max(40).optional()
const icon = (drawn: typeof AlertOutlined) => createElement(drawn, { 'aria-hidden': true })

/** The form for everybody, the list and the page for named people, counts for leaders; the button on the child's page and the home card. */
export const pages: ModulePages = {
  routes: [
    { path: '/safeguarding/new', title: file, permission: 'safeguarding.file', search: z.object({ child: word }), load: () => import('./NewReportPage.tsx') },
    {
      path: '/safeguarding/reports', title: handle, permission: 'safeguarding.read', search: z.object({ status: word, situation: word }),
      load: () => import('./ReportListPage.tsx'),
    },
    {
      path: '/safeguarding/counts', title: counts, permission: 'safeguarding.count', search: z.object({ year: z.coerce.string().max(4).optional() }),
      load: () => import('./CountsPage.tsx'),
    },
    { path: '/safeguarding/designees', title: designees, permission: 'safeguarding.designate', load: () => import('./DesigneeListPage.tsx') },
    { path: '/safeguarding/reports/$id', title: handle, permission: 'safeguarding.read', load: () => import('./ReportPage.tsx') },
  ],
  navigation: [
    { path: '/safeguarding/new', label: file, icon: icon(AlertOutlined), permission: 'safeguarding.file', group: 'work', order: 60 },
    { path: '/safeguarding/reports', label: handle, icon: icon(AuditOutlined), permission: 'safeguarding.read', group: 'work', order: 61 },
    { path: '/safeguarding/counts', label: counts, icon: icon(PieChartOutlined), permission: 'safeguarding.count', group: 'figures', order: 60 },
  ],
  homeCards: [{ id: 'report-harm', permission: 'safeguarding.file', order: 6, load: () => import('./ReportHarmCard.tsx') }],
  pieces: [{ slot: 'child-page.cases', permission: 'safeguarding.file', order: 5, load: () => import('./ReportOfChild.tsx') }],
}
