import { BarChartOutlined, BookOutlined, FileTextOutlined, LockOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const figures = { 'zh-CN': '统计数字', en: 'Figures' }
const report = { 'zh-CN': '年度报告', en: 'Yearly report' }
const indicators = { 'zh-CN': '指标字典', en: 'Indicators' }
const closings = { 'zh-CN': '关账', en: 'Month closings' }
const permission = 'figure.read'
const icon = (drawn: typeof BarChartOutlined) => createElement(drawn, { 'aria-hidden': true })
const search = z.object({ unit: z.coerce.string().max(18).optional(), period: z.coerce.string().max(7).optional() })

/** Figures, what is behind each, the dictionary, closed months, the yearly report; the figures that matter on the home page. */
export const pages: ModulePages = {
  routes: [
    { path: '/figures', title: figures, permission, search: search.extend({ q: z.string().max(50).optional() }), load: () => import('./FiguresPage.tsx') },
    {
      path: '/figures/$code', title: figures, permission,
      search: search.extend({ part: z.string().max(12).optional(), fund: z.string().max(36).optional(), source: z.string().max(12).optional() }),
      load: () => import('./FigurePage.tsx'),
    },
    { path: '/indicators', title: indicators, permission, load: () => import('./IndicatorListPage.tsx') },
    { path: '/closings', title: closings, permission, load: () => import('./ClosingListPage.tsx') },
    {
      path: '/reports/yearly', title: report, permission, load: () => import('./ReportPage.tsx'),
      search: z.object({ unit: z.coerce.string().max(18).optional(), year: z.coerce.string().max(4).optional(), template: z.string().max(10).optional() }),
    },
  ],
  navigation: [
    { path: '/figures', label: figures, icon: icon(BarChartOutlined), permission, group: 'figures', order: 10 },
    { path: '/reports/yearly', label: report, icon: icon(FileTextOutlined), permission, group: 'figures', order: 20 },
    { path: '/indicators', label: indicators, icon: icon(BookOutlined), permission, group: 'figures', order: 30 },
    { path: '/closings', label: closings, icon: icon(LockOutlined), permission, group: 'figures', order: 40 },
  ],
  homeCards: [{ id: 'figures', permission, order: 20, size: 'wide', load: () => import('./HomeFigures.tsx') }],
}
