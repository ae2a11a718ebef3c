import { ApartmentOutlined, PieChartOutlined, UserSwitchOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

export { unitLoaders } from './api.ts'

const units = { 'zh-CN': '组织', en: 'Organisation' }
const rates = { 'zh-CN': '组建率', en: 'Founding rate' }
const vacancies = { 'zh-CN': '班子空缺', en: 'Vacancies' }
const icon = (drawn: typeof ApartmentOutlined) => createElement(drawn, { 'aria-hidden': true })

/** Tree, unit, founding rates, vacancies. */
export const pages: ModulePages = {
  routes: [
    { path: '/units', title: units, permission: 'unit.read', load: () => import('./UnitTreePage.tsx'), search: z.object({ chosen: z.string().optional() }) },
    { path: '/units/$id', title: units, permission: 'unit.read', load: () => import('./UnitPage.tsx') },
    { path: '/founding-rates', title: rates, permission: 'unit.read', load: () => import('./FoundingRatePage.tsx'),
      search: z.object({ unit: z.coerce.string().optional() }) },
    { path: '/vacancies', title: vacancies, permission: 'post.read', load: () => import('./VacancyListPage.tsx') },
  ],
  navigation: [
    { path: '/units', label: units, icon: icon(ApartmentOutlined), permission: 'unit.read', group: 'organization', order: 10 },
    { path: '/founding-rates', label: rates, icon: icon(PieChartOutlined), permission: 'unit.read', group: 'organization', order: 20 },
    { path: '/vacancies', label: vacancies, icon: icon(UserSwitchOutlined), permission: 'post.read', group: 'organization', order: 30 },
  ],
}
