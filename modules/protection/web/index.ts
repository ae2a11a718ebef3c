import {
  AlertOutlined, AuditOutlined, CalendarOutlined, EyeOutlined, FileDoneOutlined, HourglassOutlined, SolutionOutlined, ThunderboltOutlined,
} from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const icon = (drawn: typeof SolutionOutlined) => createElement(drawn, { 'aria-hidden': true })
const word = z.string().max(40).optional()
const rights = { 'zh-CN': '权利请求', en: 'Rights requests' }

const unusual = { 'zh-CN': '异常访问', en: 'Unusual access' }
const emergencies = { 'zh-CN': '紧急查阅复核', en: 'Emergency access' }
const retentions = { 'zh-CN': '保存期限', en: 'Retention' }
const erasures = { 'zh-CN': '删除证明', en: 'Erasure proofs' }
const compliance = { 'zh-CN': '合规报告', en: 'Compliance report' }
const holidays = { 'zh-CN': '放假安排', en: 'Holidays' }
const incidents = { 'zh-CN': '信息安全事件', en: 'Incidents' }

/** What children and guardians ask, what is looked at afterwards, what went wrong. */
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
    {
      path: '/unusual-accesses', title: unusual, permission: 'unusual-access.read', search: z.object({ status: word, rule: word }),
      load: () => import('./accesses/UnusualListPage.tsx'),
    },
    { path: '/unusual-accesses/$id', title: unusual, permission: 'unusual-access.read', load: () => import('./accesses/UnusualPage.tsx') },
    {
      path: '/emergency-accesses', title: emergencies, permission: 'access.decide', search: z.object({ status: word, late: word }),
      load: () => import('./accesses/EmergencyListPage.tsx'),
    },
    {
      path: '/incidents', title: incidents, permission: 'incident.read', search: z.object({ status: word, kind: word }),
      load: () => import('./incidents/IncidentListPage.tsx'),
    },
    {
      path: '/incidents/record', title: { 'zh-CN': '登记信息安全事件', en: 'Record an incident' }, permission: 'incident.record',
      load: () => import('./incidents/RecordIncidentPage.tsx'),
    },
    {
      path: '/retentions', title: retentions, permission: 'retention.read', search: z.object({ due: word }),
      load: () => import('./retention/RetentionListPage.tsx'),
    },
    { path: '/erasures', title: erasures, permission: 'erasure.read', load: () => import('./retention/ErasureListPage.tsx') },
    {
      path: '/compliance-report', title: compliance, permission: 'compliance.read', search: z.object({ year: word }),
      load: () => import('./compliance/CompliancePage.tsx'),
    },
    {
      path: '/compliance-report/rows', title: compliance, permission: 'compliance.read', search: z.object({ year: word, code: word, band: word }),
      load: () => import('./compliance/ComplianceRowsPage.tsx'),
    },
    { path: '/holiday-years', title: holidays, permission: 'holiday-year.record', load: () => import('./holidays/HolidayYearsPage.tsx') },
    {
      path: '/incidents/$id/children', title: { 'zh-CN': '事件涉及的孩子', en: 'Children concerned' }, permission: 'incident.read',
      load: () => import('./incidents/IncidentChildrenPage.tsx'),
    },
    { path: '/incidents/$id', title: incidents, permission: 'incident.read', load: () => import('./incidents/IncidentPage.tsx') },
  ],
  navigation: [
    { path: '/rights-requests', label: rights, icon: icon(SolutionOutlined), permission: 'rights.record', group: 'work', order: 62 },
    { path: '/emergency-accesses', label: emergencies, icon: icon(ThunderboltOutlined), permission: 'access.decide', group: 'work', order: 63 },
    { path: '/unusual-accesses', label: unusual, icon: icon(EyeOutlined), permission: 'unusual-access.read', group: 'work', order: 64 },
    { path: '/incidents', label: incidents, icon: icon(AlertOutlined), permission: 'incident.read', group: 'work', order: 65 },
    { path: '/retentions', label: retentions, icon: icon(HourglassOutlined), permission: 'retention.read', group: 'work', order: 66 },
    { path: '/erasures', label: erasures, icon: icon(FileDoneOutlined), permission: 'erasure.read', group: 'work', order: 67 },
    { path: '/compliance-report', label: compliance, icon: icon(AuditOutlined), permission: 'compliance.read', group: 'work', order: 68 },
    { path: '/holiday-years', label: holidays, icon: icon(CalendarOutlined), permission: 'holiday-year.record', group: 'administration', order: 60 },
  ],
  pieces: [{ slot: 'child-page.cases', permission: 'rights.record', order: 90, load: () => import('./rights/RightsOfChild.tsx') }],
}
