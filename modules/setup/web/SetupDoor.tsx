import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { words } from './words.ts'
import './setup.css'

const SetupPage = lazy(() => import('./SetupPage.tsx'))

/** What somebody sees who is not signed in: the setting up while there is no city, the sign-in page else, with a way to activate who still waits. */
export function SetupDoor({ children }: { children: ReactNode }) {
  const texts = useWords(words)
  const [isOpen, setIsOpen] = useState(false)
  const state = useQuery({ ...queries.getSetupState.queryOptions(), retry: false })
  const close = () => {
    setIsOpen(false)
    void state.refetch()
  }
  if (state.data?.isEmpty || isOpen) return <Suspense fallback={null}><SetupPage onDone={close} /></Suspense>
  const isWaiting = state.data?.administrators.some(({ isActivated }) => !isActivated) ?? false
  return <>{children}{isWaiting && <p className="xh-setup-link"><Button type="link" onClick={() => setIsOpen(true)}>{texts.waitingLink}</Button></p>}</>
}
