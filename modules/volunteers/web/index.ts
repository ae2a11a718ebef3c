import { TeamOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const volunteers = { 'zh-CN': '五老队伍', en: 'Volunteers' }
const text = z.coerce.string().max(50).optional()
const search = z.object({ q: text, category: text, role: text, status: text, clearance: text, unit: text })

/** Register, registering, one volunteer, duplicates. */
export const pages: ModulePages = {
  routes: [
    { path: '/volunteers', title: volunteers, permission: 'volunteer.read', search, load: () => import('./VolunteerListPage.tsx') },
    {
      path: '/volunteers/register', title: { 'zh-CN': '登记五老', en: 'Register a volunteer' }, permission: 'volunteer.manage',
      load: () => import('./RegisterVolunteerPage.tsx'),
    },
    {
      path: '/volunteers/duplicates', title: { 'zh-CN': '疑似重复', en: 'Duplicates' }, permission: 'volunteer.manage',
      load: () => import('./DuplicateListPage.tsx'),
    },
    { path: '/volunteers/$id', title: volunteers, permission: 'volunteer.read', load: () => import('./VolunteerPage.tsx') },
    {
      path: '/volunteers/$id/correct', title: { 'zh-CN': '更正五老信息', en: 'Correct a volunteer' }, permission: 'volunteer.manage',
      load: () => import('./CorrectVolunteerPage.tsx'),
    },
  ],
  navigation: [{
    path: '/volunteers', label: volunteers, icon: createElement(TeamOutlined, { 'aria-hidden': true }), permission: 'volunteer.read',
      group: 'people', order: 10,
  }],
}
