import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { DisplayMenu } from '#platform/ui/frame/DisplayMenu.tsx'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, type client } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { AskObjectionSheet } from './AskObjectionSheet.tsx'
import { ObjectOnline } from './ObjectOnline.tsx'
import { onlineWords } from './online-words.ts'
import { listWords } from './words.ts'
import '../awards.css'

/** Whom a foundation means to help, for everybody: places and numbers, nobody's name. */
export default function AidListsPage() {
  const own = useWords(listWords)
  const { city = '' } = useParams({ strict: false }) as { city?: string }
  const asked = useQuery(queries.listAidLists.queryOptions({ input: { city: Number(city) } }))
  return (
    <div className="awards-open">
      <nav className="awards-open-head" aria-label={own.title}>
        <Link to={`/open-funds/${city}`}>{own.funds}</Link><span className="awards-open-ways"><DisplayMenu /><Link to="/">{own.signIn}</Link></span>
      </nav>
      {asked.isError && <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton active />}
      {asked.data && (
        <Page title={own.title} lead={own.lead} width="text">
          {asked.data.items.length === 0 && <Sheet><p className="xh-secondary">{own.none}</p></Sheet>}
          {asked.data.items.map(list => <ShownList key={list.id} city={Number(city)} list={list} onSent={() => void asked.refetch()} />)}
          <AskObjectionSheet city={Number(city)} />
          {asked.data.contact !== null && <Sheet title={own.contact}><p className="awards-contact">{asked.data.contact}</p></Sheet>}
        </Page>
      )}
    </div>
  )
}

type Shown = Awaited<ReturnType<typeof client.listAidLists>>['items'][number]

function ShownList({ city, list, onSent }: { city: number; list: Shown; onSent: () => void }) {
  const own = useWords(listWords)
  const online = useWords(onlineWords)
  const [isObjecting, setIsObjecting] = useState(false)
  return (
    <Sheet title={list.fundName} actions={<StatusTag tone={list.isOver ? 'neutral' : 'info'}>{list.isOver ? own.over : own.running}</StatusTag>}>
      <p><strong>{own.period(list.openedOn, list.endsOn)}</strong></p>
      <ul>{list.groups.map(({ place, isChildren, atLeast }) => (
        <li key={`${place}-${isChildren}`}>{isChildren ? own.children(place, atLeast) : own.people(place, atLeast)}</li>
      ))}</ul>
      {list.isWithheld && <p>{own.withheld}</p>}
      <Facts lines={[list.totalFen !== null && fact(own.total, own.yuan(formatYuan(list.totalFen))), fact(own.holder, list.holderName),
        fact(own.objectionsShort, online.counted(list.objections, list.answered))]} />
      {!list.isOver && <p className="xh-secondary">{own.howTo(list.holderName)}</p>}
      {!list.isOver && <div className="xh-actions"><Button onClick={() => setIsObjecting(true)}>{online.object}</Button></div>}
      {isObjecting && <ObjectOnline city={city} listId={list.id} onSent={onSent} onClose={() => setIsObjecting(false)} />}
    </Sheet>
  )
}
