import { BankOutlined, ProjectOutlined } from '@ant-design/icons'
import { createElement } from 'react'
import { z } from 'zod'
import type { ModulePages } from '#platform/ui/pages.ts'

const awards = { 'zh-CN': '资助', en: 'Awards' }
const batches = { 'zh-CN': '资助批次', en: 'Award batches' }
const projects = { 'zh-CN': '公益项目', en: 'Projects' }
const word = z.string().max(40).optional()

/** Awards, their batches, and projects; the way to them on the page of a case. */
export const pages: ModulePages = {
  routes: [
    {
      path: '/awards', title: awards, permission: 'award.read', search: z.object({ status: word, kind: word, isWaiting: word }),
      load: () => import('./awards/AwardListPage.tsx'),
    },
    {
      path: '/awards/apply', title: { 'zh-CN': '申请资助', en: 'Apply for an award' }, permission: 'award.apply', search: z.object({ case: word, need: word }),
      load: () => import('./awards/ApplyPage.tsx'),
    },
    { path: '/awards/$id', title: awards, permission: 'award.read', load: () => import('./awards/AwardPage.tsx') },
    { path: '/award-batches', title: batches, permission: 'award.read', search: z.object({ status: word }), load: () => import('./batches/BatchListPage.tsx') },
    { path: '/award-batches/$id', title: batches, permission: 'award.read', load: () => import('./batches/BatchPage.tsx') },
    { path: '/aid-lists/$city', title: { 'zh-CN': '资助公示', en: 'Aid shown for objections' }, isOpen: true, load: () => import('./lists/AidListsPage.tsx') },
    {
      path: '/projects', title: projects, permission: 'project.read', search: z.object({ status: word }), load: () => import('./projects/ProjectListPage.tsx'),
    },
    {
      path: '/projects/propose', title: { 'zh-CN': '提出立项', en: 'Propose a project' }, permission: 'project.propose', search: z.object({ project: word }),
      load: () => import('./projects/ProposePage.tsx'),
    },
    { path: '/projects/$id', title: projects, permission: 'project.read', load: () => import('./projects/ProjectPage.tsx') },
    {
      path: '/projects/$id/postings', title: { 'zh-CN': '项目的分录', en: 'Postings of a project' }, permission: 'project.read',
      search: z.object({ line: word }), load: () => import('./projects/PostingsPage.tsx'),
    },
    {
      path: '/beneficiaries/enter', title: { 'zh-CN': '登记受益人', en: 'Enter beneficiaries' }, permission: 'beneficiary.enter',
      search: z.object({ case: word, project: word }), load: () => import('./projects/EnterPage.tsx'),
    },
  ],
  navigation: [{ path: '/projects', label: projects, icon: createElement(ProjectOutlined, { 'aria-hidden': true }), permission: 'project.read', group: 'work',
    order: 46 }, { path: '/awards', label: awards, icon: createElement(BankOutlined, { 'aria-hidden': true }), permission: 'award.read', group: 'work',
    order: 47 }],
  pieces: [{ slot: 'case-page.aid', permission: 'award.apply', order: 20, load: () => import('./awards/AwardsOfCase.tsx') },
    { slot: 'case-page.aid', permission: 'beneficiary.enter', order: 21, load: () => import('./projects/ProjectsOfCase.tsx') }],
}
