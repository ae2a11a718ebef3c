/** The addresses of the web page: the shell's own and those of the modules, each page a chunk of its own. */
import { createRootRoute, createRoute, createRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense, useLayoutEffect } from 'react'
import { NoPermissionPage, NotFoundPage, ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { readAddress, readSearch, writeAddress, type Search } from '#platform/ui/list/address.ts'
import type { ModulePage } from '#platform/ui/pages.ts'
import { useLabel } from '#platform/ui/words.ts'
import { modulePages } from './navigation.ts'
import { Shell } from './Shell.tsx'

const shellPages: ModulePage[] = [
  { path: '/', title: { 'zh-CN': '首页', en: 'Home' }, load: () => import('./pages/HomePage.tsx') },
  { path: '/password', title: { 'zh-CN': '修改密码', en: 'Change password' }, load: () => import('./pages/PasswordPage.tsx') },
]
const galleryPages: ModulePage[] = import.meta.env.DEV
  ? [{ path: '/gallery', title: { 'zh-CN': '部件陈列', en: 'Gallery of parts' }, load: () => import('./pages/GalleryPage.tsx') }]
  : []

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: BrokenPage })
const routes = [...shellPages, ...galleryPages, ...modulePages].map(page =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: pageView(page),
    errorComponent: BrokenPage,
    validateSearch: (search: Search) => readSearch(page.search, search),
  }),
)

export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

function pageView(page: ModulePage) {
  const Drawn = lazy(page.load)
  if (page.isOpen) return function OpenView() { return <Suspense fallback={<Skeleton active />}><Drawn /></Suspense> }
  return function PageView() {
    const { may } = useSession()
    const title = useLabel()(page.title)
    // Before the page's own effect, which may set a more exact title.
    useLayoutEffect(() => {
      document.title = title
    }, [title])
    return may(page.permission) ? <Suspense fallback={<Skeleton active />}><Drawn /></Suspense> : <NoPermissionPage />
  }
}

function BrokenPage({ error, reset }: ErrorComponentProps) {
  return <ProblemPage problem={error} onRetry={reset} />
}
