import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, useChanged, type ShownBody, type ShownDisclosure, type ShownOccasion } from '../api.ts'
import { choicesOf } from '../names.ts'
import { BodyChoice, OfBody } from '../OfBody.tsx'
import { DisclosureTag, TimeLeft } from './DisclosureTag.tsx'
import { OccasionDialog } from './dialogs.tsx'
import { disclosureWords } from './words.ts'
import '../duties.css'

/** The calendar of a body, and what brings its disclosures about. */
export default function DisclosureListPage() {
  return <OfBody>{(body, bodies) => <CalendarOf body={body} bodies={bodies} />}</OfBody>
}

function CalendarOf({ body, bodies }: { body: ShownBody; bodies: readonly ShownBody[] }) {
  const own = useWords(disclosureWords)
  return (
    <Page title={own.title} lead={own.lead} actions={<Link to="/disclosures/kinds"><Button>{own.kinds}</Button></Link>}>
      <div className="xh-filters"><BodyChoice body={body} bodies={bodies} /></div>
      <Calendar body={body} />
      <Occasions body={body} />
    </Page>
  )
}

function Calendar({ body }: { body: ShownBody }) {
  const own = useWords(disclosureWords)
  const columns: RecordColumn<ShownDisclosure>[] = [
    { key: 'title', title: own.item, isName: true, render: item => item.title }, { key: 'due', title: own.dueOn, render: item => item.dueOn },
    { key: 'status', title: own.left, render: item => <><DisclosureTag status={item.status} /> <TimeLeft {...item} /></> },
    { key: 'audience', title: own.audience, render: item => own.audienceWords[item.audience] },
    { key: 'responsible', title: own.responsible, render: item => item.responsibleName ?? own.nobody },
    { key: 'published', title: own.published, isWideOnly: true, render: item => [item.publishedOn,
      item.publishedWhere].filter(text => text !== null).join(' ') },
  ]
  const filters: RecordFilter[] = [
    {
      key: 'state', label: own.state, kind: 'custom',
      render: ({ id, value, onChange }) => (
        <Select id={id} className="xh-select" value={value ?? 'open'} options={choicesOf(['open', 'published', 'void'] as const, own.stateWords)}
          onChange={chosen => onChange(chosen === 'open' ? undefined : chosen)} />
      ),
    },
  ]
  const load = ({ filters: { state }, after, limit, signal }: PageRequest) => client.listDisclosures({
    bookId: body.id, limit, ...(state === undefined ? {} : { state }),
      ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listDisclosures>[0],
  { signal })
  return (
    <RecordList caption={own.title} queryKey={[...queries.listDisclosures.key(), body.id]} load={load} columns={columns} filters={filters}
      linkTo={item => `/disclosures/${item.id}`} empty={{ title: own.empty, lead: own.emptyLead }} />
  )
}

function Occasions({ body }: { body: ShownBody }) {
  const own = useWords(disclosureWords)
  const { may } = useSession()
  const changed = useChanged()
  const [open, setOpen] = useState<ShownOccasion | 'new'>()
  const asked = useQuery(queries.listOccasions.queryOptions({ input: { bookId: body.id } }))
  const close = () => setOpen(undefined)
  const mayWrite = may('disclosure.prepare') && body.kind !== null
  const items = asked.data?.items ?? []
  return (
    <Sheet title={own.occasions} actions={mayWrite && <Button onClick={() => setOpen('new')}>{own.addOccasion}</Button>}>
      <p className="xh-secondary">{items.length === 0 ? own.noOccasions : own.occasionsLead}</p>
      <ul className="xh-cards">
        {items.map(item => (
          <li key={item.id}>
            <div className="xh-card-name">{own.occasionKindWords[item.kind]} · {item.title}</div>
            <p>{own.span(item.startsOn, item.endsOn)} · {own.counts(item.openCount, item.dueCount)}</p>
            <p className="xh-secondary">{item.isTyped ? own.typed : own.byRecord} {item.recordedName}</p>
            {mayWrite && item.isTyped && <div className="xh-actions"><Button onClick={() => setOpen(item)}>{own.editOccasion}</Button></div>}
          </li>
        ))}
      </ul>
      {open !== undefined && <OccasionDialog body={body} occasion={open === 'new' ? undefined : open} onClose={close}
        onDone={async () => { close(); await changed() }} />}
    </Sheet>
  )
}
