import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DisplayMenu } from '#platform/ui/frame/DisplayMenu.tsx'
import { useWords } from '#platform/ui/words.ts'
import { trailWords } from './words.ts'
import '../charity.css'

/** The frame of a page that anybody may open: no navigation, type and language, the way to the sign-in. */
export function OpenFrame({ back, children }: { back?: { to: string; label: string }; children: ReactNode }) {
  const own = useWords(trailWords)
  return (
    <div className="charity-open">
      <nav className="charity-open-head" aria-label={own.title}>
        {back ? <Link to={back.to}>{back.label}</Link> : <span />}
        <span className="charity-open-ways"><DisplayMenu /><Link to="/">{own.signIn}</Link></span>
      </nav>
      {children}
    </div>
  )
}
