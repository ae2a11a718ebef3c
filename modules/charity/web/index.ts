import { AuditOutlined, EyeOutlined, FileProtectOutlined, HeartOutlined, NotificationOutlined, SettingOutlined, TeamOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages, NavigationEntry } from '#platform/ui/pages.ts'

const donors = { 'zh-CN': '捐赠人', en: 'Donors' }
const gifts = { 'zh-CN': '捐赠', en: 'Gifts' }
const agreements = { 'zh-CN': '捐赠协议', en: 'Agreements' }
const campaigns = { 'zh-CN': '公开募捐', en: 'Campaigns' }
const funds = { 'zh-CN': '公布资金', en: 'Published funds' }
const trail = { 'zh-CN': '捐赠去向', en: 'Where a gift went' }
const givingSettings = { 'zh-CN': '捐赠设置', en: 'Settings for giving' }
const bills = { 'zh-CN': '渠道对账单', en: 'Channel bills' }
const differences = { 'zh-CN': '对账差异', en: 'Bill differences' }
const ownGifts = { 'zh-CN': '我的捐赠', en: 'My gifts' }
const word = z.string().max(60).optional()
const icon = (drawn: typeof HeartOutlined) => createElement(drawn, { 'aria-hidden': true })
const entry = (path: string, label: NavigationEntry['label'], drawn: typeof HeartOutlined, order: number): NavigationEntry => (
  { path, label, icon: icon(drawn), permission: path === '/donors' ? 'donor.read' : 'gift.read', group: 'money', order })

/** Donors, gifts and published funds for staff; the trail of a gift and published funds for everybody. */
export const pages: ModulePages = {
  routes: [
    { path: '/donors', title: donors, permission: 'donor.read', search: z.object({ q: word, kind: word }), load: () => import('./donors/DonorListPage.tsx') },
    {
      path: '/donors/register', title: { 'zh-CN': '登记捐赠人', en: 'Register a donor' }, permission: 'donor.write',
      load: () => import('./donors/RegisterDonorPage.tsx'),
    },
    { path: '/donors/$id', title: donors, permission: 'donor.read', search: z.object({ status: word, form: word }),
      load: () => import('./donors/DonorPage.tsx') },
    { path: '/gifts', title: gifts, permission: 'gift.read', search: z.object({ status: word, form: word }), load: () => import('./gifts/GiftListPage.tsx') },
    {
      path: '/gifts/draft', title: { 'zh-CN': '登记捐赠', en: 'Record a gift' }, permission: 'gift.write', search: z.object({ donor: word, gift: word,
      instalment: z.string().max(60).optional() }),
      load: () => import('./gifts/DraftGiftPage.tsx'),
    },
    { path: '/gifts/$id', title: gifts, permission: 'gift.read', load: () => import('./gifts/GiftPage.tsx') },
    { path: '/gifts/$id/trail', title: trail, permission: 'gift.read', load: () => import('./trail/TrailPage.tsx') },
    {
      path: '/donation-agreements', title: agreements, permission: 'gift.read', search: z.object({ status: word, isOverdue: word }),
      load: () => import('./agreements/AgreementListPage.tsx'),
    },
    {
      path: '/donation-agreements/record', title: { 'zh-CN': '登记捐赠协议', en: 'Record an agreement' }, permission: 'gift.write',
      search: z.object({ donor: word, agreement: word }), load: () => import('./agreements/RecordAgreementPage.tsx'),
    },
    { path: '/donation-agreements/$id', title: agreements, permission: 'gift.read', load: () => import('./agreements/AgreementPage.tsx') },
    { path: '/campaigns', title: campaigns, permission: 'gift.read', search: z.object({ status: word }),
      load: () => import('./campaigns/CampaignListPage.tsx') },
    {
      path: '/campaigns/plan', title: { 'zh-CN': '制定募捐方案', en: 'Plan a campaign' }, permission: 'gift.write', search: z.object({ campaign: word }),
      load: () => import('./campaigns/PlanCampaignPage.tsx'),
    },
    { path: '/campaigns/qualifications', title: { 'zh-CN': '公开募捐资格', en: 'Leave to ask the public' }, permission: 'gift.read',
      load: () => import('./campaigns/QualificationsPage.tsx') },
    { path: '/campaigns/$id', title: campaigns, permission: 'gift.read', load: () => import('./campaigns/CampaignPage.tsx') },
    { path: '/open-campaigns/$city', title: campaigns, isOpen: true, load: () => import('./campaigns/OpenCampaignsPage.tsx') },
    { path: '/open-campaigns/$city/$id', title: campaigns, isOpen: true, load: () => import('./campaigns/OpenCampaignPage.tsx') },
    { path: '/shown-funds', title: funds, permission: 'gift.read', load: () => import('./funds/ShownFundsPage.tsx') },
    { path: '/channel-bills', title: bills, permission: 'gift.read', load: () => import('./bills/ChannelBillsPage.tsx') },
    { path: '/bill-differences', title: differences, permission: 'gift.read', search: z.object({ status: word }),
      load: () => import('./bills/BillDifferencesPage.tsx') },
    { path: '/giving-settings', title: givingSettings, permission: 'giving.set', load: () => import('./settings/GivingSettingsPage.tsx') },
    { path: '/my-gifts', title: ownGifts, permission: 'donor.read-own', load: () => import('./own/OwnPage.tsx') },
    { path: '/my-gifts/$id', title: ownGifts, permission: 'donor.read-own', load: () => import('./own/OwnTrailPage.tsx') },
    { path: '/trace', title: trail, isOpen: true, load: () => import('./trail/TracePage.tsx') },
    { path: '/open-funds/$city', title: funds, isOpen: true, load: () => import('./trail/OpenFundsPage.tsx') },
    { path: '/open-funds/$city/$id', title: funds, isOpen: true, load: () => import('./trail/OpenFundPage.tsx') },
  ],
  navigation: [
    { path: '/my-gifts', label: ownGifts, icon: icon(HeartOutlined), permission: 'donor.read-own', group: 'money', order: 29 },
    entry('/donors', donors, TeamOutlined, 30), entry('/gifts', gifts, HeartOutlined, 31),
    entry('/donation-agreements', agreements, FileProtectOutlined, 31), entry('/campaigns', campaigns, NotificationOutlined, 32),
    entry('/shown-funds', funds, EyeOutlined, 32), entry('/channel-bills', bills, AuditOutlined, 33),
    { path: '/giving-settings', label: givingSettings, icon: icon(SettingOutlined), permission: 'giving.set', group: 'money', order: 39 },
  ],
  homeCards: [{ id: 'own-gifts', permission: 'donor.read-own', order: 13, load: () => import('./own/OwnGiftsCard.tsx') }],
}
