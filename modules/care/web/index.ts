import { FolderOpenOutlined, HomeOutlined, ProfileOutlined, ScheduleOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages, NavigationEntry } from '#platform/ui/pages.ts'

const cases = { 'zh-CN': '帮扶个案', en: 'Cases' }
const due = { 'zh-CN': '走访任务', en: 'Visits due' }
const plans = { 'zh-CN': '帮扶方案', en: 'Care plans' }
const visits = { 'zh-CN': '走访记录', en: 'Visits' }
const record = { 'zh-CN': '记录走访', en: 'Record a visit' }
const digest = { 'zh-CN': '走访周报', en: 'Weekly digest' }
const word = z.string().max(40).optional()

const icon = (drawn: typeof HomeOutlined) => createElement(drawn, { 'aria-hidden': true })

/** A volunteer reads own pairings only and everybody else the range: one entry each, never both. */
const navigation = (path: string, label: NavigationEntry['label'], drawn: typeof HomeOutlined, order: number): NavigationEntry[] =>
  ['case.read', 'case.read-own'].map(permission => ({ path, label, icon: icon(drawn), permission, group: 'work', order }))

/** Worklist, cases, visits, the form of a visit; the due card of the home page and the piece on the child's page. */
export const pages: ModulePages = {
  routes: [
    {
      path: '/cases', title: cases, search: z.object({ status: word, colour: word, overdue: word, inVain: word, overrideWaiting: word }),
      load: () => import('./cases/CaseListPage.tsx'),
    },
    { path: '/worklist', title: due, search: z.object({ within: word, colour: word }), load: () => import('./cases/WorklistPage.tsx') },
    {
      path: '/cases/open', title: { 'zh-CN': '开案', en: 'Open a case' }, permission: 'case.open', search: z.object({ child: word }),
      load: () => import('./cases/OpenCasePage.tsx'),
    },
    { path: '/plans', title: plans, permission: 'case.read', search: z.object({ status: word, review: word }), load: () => import('./plans/PlanListPage.tsx') },
    {
      path: '/plans/write', title: { 'zh-CN': '拟订方案', en: 'Write a plan' }, permission: 'plan.write', search: z.object({ case: word, plan: word }),
      load: () => import('./plans/WritePlanPage.tsx'),
    },
    { path: '/plans/$id', title: plans, permission: 'case.read', load: () => import('./plans/PlanPage.tsx') },
    { path: '/cases/$id', title: cases, load: () => import('./cases/CasePage.tsx') },
    {
      path: '/visits', title: visits, load: () => import('./visits/VisitListPage.tsx'),
      search: z.object({ outcome: word, medium: word, purpose: word, voided: word, unread: word, from: word, to: word, caseId: word }),
    },
    {
      path: '/visits/route', title: { 'zh-CN': '走访路线', en: 'Route of a day' }, search: z.object({ on: word, only: word }),
      load: () => import('./days/RoutePage.tsx'),
    },
    {
      path: '/visits/week-lists', title: { 'zh-CN': '本周走访单', en: 'Week’s lists' }, permission: 'visit.record', search: z.object({ week: word }),
      load: () => import('./days/WeekListPage.tsx'),
    },
    { path: '/weekly-digest', title: digest, permission: 'case.read', load: () => import('./days/DigestPage.tsx') },
    { path: '/visits/record', title: record, permission: 'visit.record', search: z.object({ case: word }), load: () => import('./visits/RecordVisitPage.tsx') },
    { path: '/visits/$id', title: visits, load: () => import('./visits/VisitPage.tsx') },
  ],
  navigation: [
    ...navigation('/worklist', due, ScheduleOutlined, 20), ...navigation('/cases', cases, FolderOpenOutlined, 30),
    { path: '/plans', label: plans, icon: icon(ProfileOutlined), permission: 'case.read', group: 'work', order: 35 },
    ...navigation('/visits', visits, HomeOutlined, 40),
  ],
  homeCards: [
    { id: 'visits-due', permission: 'case.read', order: 5, load: () => import('./cases/DueCard.tsx') },
    { id: 'own-visits-due', permission: 'case.read-own', order: 5, load: () => import('./cases/DueCard.tsx') },
  ],
  pieces: [{ slot: 'child-page.cases', permission: 'case.read', order: 10, load: () => import('./cases/CasesOfChild.tsx') }],
}
