import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ReadDisclosure } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { queryOf } from '../names.ts'
import { words } from '../words.ts'
import { DisclosureActs } from './DisclosureActs.tsx'
import { DisclosureTag, TimeLeft } from './DisclosureTag.tsx'
import { disclosureWords } from './words.ts'
import '../duties.css'

/** One disclosure: its rule, its document, who prepared, approved and published it. */
export default function DisclosurePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getDisclosure.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return <Shown disclosure={asked.data} />
}

function Shown({ disclosure }: { disclosure: ReadDisclosure }) {
  const texts = useWords(words)
  const own = useWords(disclosureWords)
  const { status, daysLeft } = disclosure
  const isLate = daysLeft < 0 && status !== 'published' && status !== 'void'
  return (
    <Page
      title={disclosure.title} lead={<><DisclosureTag status={status} /> <TimeLeft status={status} daysLeft={daysLeft} /></>}
      back={{ to: `/disclosures${queryOf({ book: disclosure.bookId })}`, label: own.back }} actions={<DisclosureActs disclosure={disclosure} />}
    >
      {isLate && <Alert type="error" showIcon title={own.late} />}
      <Sheet title={own.facts}><Course disclosure={disclosure} /></Sheet>
      <Sheet title={own.document}>
        <Facts lines={disclosure.fields.map(({ name, text }) => fact(name, text === '' ? own.toWrite : text))} />
      </Sheet>
      {disclosure.notes.length > 0 && (
        <Sheet title={own.notes}>
          <ul className="xh-cards">
            {disclosure.notes.map(note => (
              <li key={note.id}>
                <p className="duty-words">{note.words}</p>
                <p className="xh-secondary">{texts.by(note.publishedOn, note.publishedWhere)} · {note.notedName}</p>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </Page>
  )
}

function Course({ disclosure }: { disclosure: ReadDisclosure }) {
  const texts = useWords(words)
  const own = useWords(disclosureWords)
  const { preparedOn, approvedOn, publishedOn } = disclosure
  return (
    <Facts lines={[
      fact(own.dueOn, disclosure.dueOn), fact(own.rule, own.ruleText[disclosure.dueRule](disclosure.dueNumber)),
      fact(own.source, `${disclosure.source}${disclosure.isVerified ? '' : ` · ${texts.unverified}`}`), fact(own.audience,
        own.audienceWords[disclosure.audience]),
      fact(texts.body, disclosure.bodyName), fact(own.responsible, disclosure.responsibleName ?? own.nobody),
      preparedOn !== null && fact(own.prepared, texts.by(preparedOn, disclosure.preparedName ?? '')),
      approvedOn !== null && fact(own.approved, texts.by(approvedOn, disclosure.approvedName ?? '')),
      publishedOn !== null && fact(own.published, texts.by(`${publishedOn} ${disclosure.publishedWhere}`, disclosure.publishedName ?? '')),
      disclosure.reason !== null && fact(own.reason, disclosure.reason),
    ]} />
  )
}
