/** The signed-in person for every page below, and what he may do. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { createContext, use, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { onActingGrantChange } from '../api/acting-grant.ts'
import { forgetDrafts } from '../form/draft.ts'
import { readSession, signOut, switchUnit, type Session } from '../session.ts'

export type SessionHandle = Session & {
  /** Whether the acting post includes this permission; true when none is asked. */
  may: (permission?: string) => boolean
  switchUnit: (grantId: string) => Promise<void>
  signOut: () => Promise<void>
  /** Reads the session again, after a password was changed for instance. */
  refresh: () => Promise<void>
}

const SessionContext = createContext<SessionHandle | undefined>(undefined)
export const sessionQuery = { queryKey: ['session'], queryFn: async () => (await readSession()) ?? null, staleTime: 60_000 }

/** The session of the page; only used inside the frame, where somebody is signed in. */
export function useSession(): SessionHandle {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession is used outside the frame of a signed-in person')
  return session
}

/** Whether somebody is signed in, for the shell that decides between sign-in page and frame. */
export const useSessionState = () => useQuery(sessionQuery)

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  const queries = useQueryClient()
  useFollowActing(`${session.grantId}:${session.unit.code}`)
  const handle = useMemo<SessionHandle>(() => {
    const permissions = new Set(session.permissions)
    return {
      ...session,
      may: permission => permission === undefined || permissions.has(permission),
      switchUnit: async grantId => {
        await switchUnit(grantId)
        await queries.resetQueries()
      },
      signOut: async () => {
        await signOut()
        forgetDrafts()
        queries.clear()
        // A full load leaves nothing of this person's data in memory.
        location.assign('/')
      },
      refresh: () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    }
  }, [session, queries])
  return <SessionContext value={handle}>{children}</SessionContext>
}

/** So long after a page was opened nothing is typed into it yet. */
const freshMs = 3_000

/**
 * Shows what the server acts under where that is no longer what the page says. A page somebody may be typing into is left alone until he leaves it:
 * what he saves meanwhile is done or refused by the rights he has now.
 */
function useFollowActing(acting: string) {
  const queries = useQueryClient()
  const { pathname } = useLocation()
  const openedAt = useRef(0)
  const noted = useRef<string>(undefined)
  useEffect(() => {
    openedAt.current = Date.now()
    if (noted.current !== undefined && noted.current !== acting) void queries.resetQueries()
    noted.current = undefined
  }, [pathname, acting, queries])
  useEffect(() => onActingGrantChange(now => {
    if (now === acting) noted.current = undefined
    else if (Date.now() - openedAt.current < freshMs) void queries.resetQueries()
    else noted.current = now
  }), [acting, queries])
}
