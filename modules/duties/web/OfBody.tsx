import { useQuery } from '@tanstack/react-query'
import { Select, Skeleton } from 'antd'
import { useId, type ReactNode } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownBody } from './api.ts'
import { words } from './words.ts'

/** Shows what belongs to the body in the address, or to the first one may see that the law binds. */
export function OfBody({ children }: { children: (body: ShownBody, bodies: readonly ShownBody[]) => ReactNode }) {
  const texts = useWords(words)
  const { text } = useBodyAddress()
  const found = useQuery(queries.listDutyBodies.queryOptions({ input: {} }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const bodies = found.data.items
  const body = bodies.find(({ id }) => id === text('book')) ?? bodies.find(({ kind }) => kind !== null) ?? bodies[0]
  return body === undefined ? <Sheet><Advice title={texts.noBodies} lead={texts.noBodiesLead} /></Sheet> : children(body, bodies)
}

/** What the address says, each entry as text. */
export function useBodyAddress() {
  const { search, set } = useAddress()
  const text = (key: string) => {
    const value = search[key]
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
  }
  return { text, set }
}

/** One of a few. */
export function Choice({ label, value, options, onChange }: {
  label: string; value: string; options: readonly { value: string; label: string }[]; onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="xh-filter">
      <label htmlFor={id}>{label}</label>
      <Select id={id} className="xh-select" value={value} options={[...options]} onChange={onChange} popupMatchSelectWidth={false} />
    </div>
  )
}

/** Which body; nothing where there is but one. */
export function BodyChoice({ body, bodies }: { body: ShownBody; bodies: readonly ShownBody[] }) {
  const texts = useWords(words)
  const { aside } = useWords()
  const { set } = useBodyAddress()
  if (bodies.length < 2) return null
  const options = bodies.map(({ id, name, unitName }) => ({ value: id, label: name + aside(unitName) }))
  return <Choice label={texts.body} value={body.id} options={options} onChange={book => set('book', book)} />
}
