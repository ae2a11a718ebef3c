import { Outlet, useLocation, useMatches } from '@tanstack/react-router'
import { Spin } from 'antd'
import { useEffect, useRef } from 'react'
import { SetupDoor } from '#modules/setup/web/index.ts'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { PageFrame } from '#platform/ui/frame/PageFrame.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { SessionProvider, useSessionState } from '#platform/ui/frame/session-context.tsx'
import { SignInDialog } from '#platform/ui/frame/SignInDialog.tsx'
import { Slot, SlotsProvider } from '#platform/ui/slots.tsx'
import { useWords } from '#platform/ui/words.ts'
import { isOpenPage, navigation, pieces } from './navigation.ts'
import { phonePage } from './phone-page.ts'
import { FirstPasswordPage } from './pages/FirstPasswordPage.tsx'
import { SignInPage } from './pages/SignInPage.tsx'
import { shellWords } from './shell-words.ts'

/** Decides what stands on the screen: the door, the first change of a password, or the frame with its page. */
export function Shell() {
  // The page that stands, not the one just asked for: until that one comes, a page of the frame would be without its session.
  const pathname = useMatches({ select: matches => matches.at(-1)?.pathname ?? '/' })
  return isOpenPage(pathname) ? <main className="xh-main" id="content" tabIndex={-1}><Outlet /></main> : <ClosedShell />
}

function ClosedShell() {
  const words = useWords()
  const { phonePage: label } = useWords(shellWords)
  const asked = useSessionState()
  const { data: session, error, isPending, refetch } = asked
  useFocusOnNewPage()
  if (isPending) return <Spin fullscreen description={words.loading} />
  if (session === undefined || hasNothingToShow(asked)) return <main className="xh-main"><ProblemPage problem={error} onRetry={() => void refetch()} /></main>
  if (session === null) return <SetupDoor><SignInPage /></SetupDoor>
  const accountLinks = session.permissions.includes(phonePage.permission) ? [{ key: 'phone', label, href: phonePage.href }] : []
  const acting = `${session.person.id} ${session.unit.id} ${session.grantId}`
  return (
    <SessionProvider session={session}>
      {session.mustChangePassword
        ? <FirstPasswordPage />
        : (
          <SlotsProvider pieces={pieces}>
            <PageFrame navigation={navigation} headerExtra={<Slot name="header" props={{}} />} accountLinks={accountLinks}><Outlet key={acting} /></PageFrame>
          </SlotsProvider>
        )}
      <SignInDialog personId={session.person.id} />
    </SessionProvider>
  )
}

/** A new page begins at its top for the keyboard and the screen reader too. */
function useFocusOnNewPage() {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('content')?.focus({ preventScroll: true })
  }, [pathname])
}
