import { MobileOutlined, MailOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const arrivals = { 'zh-CN': '手机来件', en: 'From phones' }
const phones = { 'zh-CN': '手机管理', en: 'Phones' }
const mine = { 'zh-CN': '我的手机', en: 'My phones' }
const icon = (drawn: typeof MobileOutlined) => createElement(drawn, { 'aria-hidden': true })
const text = z.coerce.string().max(50).optional()

/** What arrived from phones, the phones of a unit, the own phones. */
export const pages: ModulePages = {
  routes: [
    { path: '/phone-arrivals', title: arrivals, permission: 'phone.manage', search: z.object({ unit: text, q: text, status: text }),
      load: () => import('./ArrivalListPage.tsx') },
    { path: '/phone-arrivals/$id', title: arrivals, permission: 'phone.manage', load: () => import('./ArrivalPage.tsx') },
    { path: '/phones', title: phones, permission: 'phone.manage', search: z.object({ unit: text, q: text, status: text }),
      load: () => import('./DeviceListPage.tsx') },
    { path: '/my-phones', title: mine, permission: 'phone.enrol', load: () => import('./MyDevicesPage.tsx') },
  ],
  navigation: [
    { path: '/phone-arrivals', label: arrivals, icon: icon(MailOutlined), permission: 'phone.manage', group: 'work', order: 46 },
    { path: '/phones', label: phones, icon: icon(MobileOutlined), permission: 'phone.manage', group: 'administration', order: 50 },
    { path: '/my-phones', label: mine, icon: icon(MobileOutlined), permission: 'phone.enrol', group: 'administration', order: 91 },
  ],
  pieces: [{ slot: 'visit-page', permission: 'phone.enrol', order: 10, load: () => import('./VisitFiles.tsx') }],
}
