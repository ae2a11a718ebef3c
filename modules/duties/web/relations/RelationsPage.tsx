import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, queries, useChanged, type ShownBody, type ShownParty } from '../api.ts'
import { BodyChoice, OfBody } from '../OfBody.tsx'
import { OpenedContact } from '../OpenedContact.tsx'
import { CheckSheet } from './CheckSheet.tsx'
import { DealingSheet } from './DealingSheet.tsx'
import { PartyDialog } from './dialogs.tsx'
import { relationWords } from './words.ts'
import '../duties.css'

/** Related parties of a body: the list, a look before one pays, gifts that may be related, dealings. */
export default function RelationsPage() {
  return <OfBody>{(body, bodies) => <RelationsOf body={body} bodies={bodies} />}</OfBody>
}

function RelationsOf({ body, bodies }: { body: ShownBody; bodies: readonly ShownBody[] }) {
  const own = useWords(relationWords)
  const asked = useQuery(queries.listRelatedParties.queryOptions({ input: { bookId: body.id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const { items, mayWrite, mayOpen } = asked.data
  return (
    <Page title={own.title} lead={own.lead}>
      <div className="xh-filters"><BodyChoice body={body} bodies={bodies} /></div>
      <CheckSheet body={body} />
      <PartySheet body={body} parties={items} mayWrite={mayWrite} mayOpen={mayOpen} />
      <DealingSheet body={body} parties={items} mayWrite={mayWrite} />
    </Page>
  )
}

type Step = { kind: 'add' } | { kind: 'edit' | 'open'; party: ShownParty }

function PartySheet({ body, parties, mayWrite, mayOpen }: { body: ShownBody; parties: readonly ShownParty[]; mayWrite: boolean; mayOpen: boolean }) {
  const own = useWords(relationWords)
  const changed = useChanged()
  const [step, setStep] = useState<Step>()
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  return (
    <Sheet title={own.list} actions={mayWrite && <Button onClick={() => setStep({ kind: 'add' })}>{own.add}</Button>}>
      {parties.length === 0 && <p className="xh-secondary">{own.none}</p>}
      <ul className="xh-cards">
        {parties.map(party => (
          <li key={party.id}>
            <div className="xh-card-name">{party.name} · {own.kindWords[party.kind]}</div>
            <p><LastingTag party={party} /> {own.groundWords[party.ground]} · {party.words}</p>
            <p className="xh-secondary">
              {own.span(party.fromOn, party.untilOn ?? '')}{party.creditCode !== null && ` · ${party.creditCode}`}
              {party.memberName !== null && ` · ${own.withMember(party.memberName)}`}
            </p>
            <div className="xh-actions">
              {mayOpen && party.hasContact && <Button onClick={() => setStep({ kind: 'open', party })}>{own.open}</Button>}
              {mayWrite && <Button onClick={() => setStep({ kind: 'edit', party })}>{own.edit}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {step?.kind === 'add' && <PartyDialog body={body} onClose={close} onDone={done} />}
      {step?.kind === 'edit' && <PartyDialog body={body} party={step.party} onClose={close} onDone={done} />}
      {step?.kind === 'open' && (
        <Modal open title={own.opened} footer={null} onCancel={close} destroyOnHidden>
          <OpenedContact open={async () => client.openRelatedParty({ id: step.party.id })} />
        </Modal>
      )}
    </Sheet>
  )
}

function LastingTag({ party }: { party: ShownParty }) {
  const own = useWords(relationWords)
  const lasts = party.untilOn === null || party.untilOn >= chinaToday()
  return <StatusTag tone={lasts ? 'attention' : 'neutral'}>{lasts ? own.lasts : own.over}</StatusTag>
}
