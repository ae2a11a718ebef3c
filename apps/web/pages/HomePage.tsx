import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemBoundary, ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useNarrow } from '#platform/ui/frame/preferences.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { homeCards } from '../navigation.ts'
import { phonePage } from '../phone-page.ts'
import { shellWords } from '../shell-words.ts'

const cards = homeCards.map(card => ({ ...card, Drawn: lazy(card.load) }))

/** What is due, what is late, the figures that matter: the cards of the modules this person works with. */
export default function HomePage() {
  const words = useWords()
  const session = useSession()
  const narrow = useNarrow()
  const shown = cards.filter(card => session.may(card.permission))
  return (
    <Page title={words.greeting(session.person.name)} lead={session.unit.name}>
      {narrow && session.may(phonePage.permission) && <PhoneHint />}
      {shown.length === 0 && <Sheet><Advice title={words.homeEmptyTitle} lead={words.homeEmptyLead} /></Sheet>}
      <div className="xh-home">
        {shown.map(({ id, size, Drawn }) => (
          <div key={id} className={size === 'wide' ? 'xh-home-wide' : ''}>
            <ProblemBoundary fallback={(problem, retry) => <ProblemPage problem={problem} onRetry={retry} />}>
              <Suspense fallback={<Sheet><Skeleton active /></Sheet>}><Drawn /></Suspense>
            </ProblemBoundary>
          </div>
        ))}
      </div>
    </Page>
  )
}

/** Who opens the desk page on a phone is told of the one made for it. */
function PhoneHint() {
  const words = useWords(shellWords)
  return <Sheet><p className="xh-gap">{words.phoneHint}</p><a className="xh-button-link" href={phonePage.href}>{words.openPhonePage}</a></Sheet>
}
