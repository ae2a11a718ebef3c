import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, useChanged, type ShownBody, type ShownHit, type ShownPartner, type ShownParty } from '../api.ts'
import { words } from '../words.ts'
import { DealingDialog } from './dialogs.tsx'
import { relationWords } from './words.ts'

/** Gifts and contracts that may be with related parties, and what passed between them and the body. */
export function DealingSheet({ body, parties, mayWrite }: { body: ShownBody; parties: readonly ShownParty[]; mayWrite: boolean }) {
  const texts = useWords(words)
  const own = useWords(relationWords)
  const changed = useChanged()
  const [open, setOpen] = useState<{ hit?: ShownHit; partner?: ShownPartner }>()
  const { items: hits = [], partners = [] } = useQuery(queries.listRelatedGifts.queryOptions({ input: { bookId: body.id } })).data ?? {}
  const dealings = useQuery(queries.listDealings.queryOptions({ input: { bookId: body.id } })).data?.items ?? []
  const close = () => setOpen(undefined)
  return (
    <>
      {hits.length + partners.length > 0 && (
        <Sheet title={own.hits}>
          <p className="xh-secondary">{own.hitsLead}</p>
          <ul className="xh-cards">
            {hits.map(hit => (
              <li key={`${hit.giftId}-${hit.partyId}`}>
                <div className="xh-card-name">{hit.partyName} · {own.matched[hit.matchedBy]}</div>
                <p>{own.hitWords(hit.donorLabel, formatYuan(hit.amountFen), hit.receivedOn)}</p>
                {mayWrite && <div className="xh-actions"><Button onClick={() => setOpen({ hit })}>{own.record}</Button></div>}
              </li>
            ))}
            {partners.map(partner => (
              <li key={`${partner.projectId}-${partner.partyId}`}>
                <div className="xh-card-name">{partner.partyName} · {own.matched[partner.matchedBy]}</div>
                <p>{own.partnerWords(partner.projectName, partner.task, partner.approvedOn)}</p>
                {mayWrite && <div className="xh-actions"><Button onClick={() => setOpen({ partner })}>{own.record}</Button></div>}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <Sheet title={own.dealings} actions={mayWrite && parties.length > 0 && <Button onClick={() => setOpen({})}>{own.addDealing}</Button>}>
        {dealings.length === 0 && <p className="xh-secondary">{own.noDealings}</p>}
        <ul className="xh-cards">
          {dealings.map(dealing => (
            <li key={dealing.id}>
              <div className="xh-card-name">{dealing.partyName} · {own.dealingWords[dealing.kind]} · {texts.yuan(formatYuan(dealing.amountFen))}</div>
              <p>{dealing.words}</p>
              <p className="xh-secondary">{texts.by(dealing.happenedOn, dealing.recordedName)}</p>
            </li>
          ))}
        </ul>
      </Sheet>
      {open !== undefined && <DealingDialog parties={parties} {...open} onClose={close} onDone={async () => { close(); await changed() }} />}
    </>
  )
}
