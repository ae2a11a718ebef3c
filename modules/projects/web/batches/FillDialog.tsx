import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ReadBatch, useChanged } from '../api.ts'
import { Findings } from '../Tags.tsx'
import { words } from '../words.ts'
import { useMarked } from './marked.ts'
import { batchWords } from './words.ts'
import '../awards.css'

/** What is chosen: the answer of each award that is put in. */
type Chosen = Readonly<Record<string, string>>
type Offered = { id: string; label: string; amountFen: number; unitName: string }

/** Waiting awards of the range with those in the list already; ticking puts one in, an answer stands beside it. */
export function FillDialog({ batch, onClose }: { batch: ReadBatch; onClose: () => void }) {
  const own = useWords(batchWords)
  const changed = useChanged()
  const { marked } = useMarked()
  const [chosen, setChosen] = useState<Chosen>(Object.fromEntries(batch.rows.map(({ awardId, answer }) => [awardId, answer ?? ''])))
  const [problem, setProblem] = useState<string>()
  const waiting = useQuery(queries.listAwards.queryOptions({ input: { isWaiting: 'true', limit: 100 } }))
  const listed: Offered[] = batch.rows.map(({ awardId, label, amountFen, unitName }) => ({ id: awardId, label, amountFen, unitName }))
  const offered = [...listed, ...(waiting.data?.items ?? [])]
  const save = async () => {
    const rows = offered.flatMap(({ id }) => {
      const answer = chosen[id]
      return answer === undefined ? [] : [{ awardId: id, ...(answer.trim() === '' ? {} : { answer }) }]
    })
    try {
      await marked(() => client.fillBatch({ id: batch.id, version: batch.version, rows }))
      onClose()
      await changed()
    } catch (error) {
      setProblem(toRefusal(error).message)
    }
  }
  return (
    <Modal open title={own.fillTitle} onCancel={onClose} destroyOnHidden mask={{
      closable: false }} footer={<Button type="primary" onClick={() => void save()}>{own.save}</Button>}>
      <p>{own.fillLead}</p>
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} className="xh-gap" />}</div>
      {waiting.isPending && <Skeleton active />}
      {!waiting.isPending && offered.length === 0 && <p className="xh-secondary">{own.noneWaiting}</p>}
      <ul className="awards-rows">
        {offered.map(award => <li key={award.id}><OfferedRow award={award} answer={chosen[award.id]} onChange={answer => setChosen(changedBy(award.id,
          answer))} /></li>)}
      </ul>
    </Modal>
  )
}

/** The choice with one award put in, answered, or left out. */
const changedBy = (id: string, answer: string | undefined) => (before: Chosen): Chosen =>
  (answer === undefined ? Object.fromEntries(Object.entries(before).filter(([other]) => other !== id)) : { ...before, [id]: answer })

function OfferedRow({ award, answer, onChange }: { award: Offered; answer: string | undefined; onChange: (answer: string | undefined) => void }) {
  const texts = useWords(words)
  const own = useWords(batchWords)
  const asked = useQuery({ ...queries.getAward.queryOptions({ input: { id: award.id }, staleTime: 30_000 }), enabled: answer !== undefined })
  const findings = asked.data?.findings ?? []
  return (
    <>
      <Checkbox checked={answer !== undefined} onChange={event => onChange(event.target.checked ? '' : undefined)}>
        {texts.childSaid(award.label)} · {texts.yuan(formatYuan(award.amountFen))} · {award.unitName}
      </Checkbox>
      {answer !== undefined && findings.length > 0 && (
        <>
          <Findings codes={findings} />
          <Input
            aria-label={own.answerOf(award.label)} placeholder={own.answer} value={answer} maxLength={200}
            onChange={event => onChange(event.target.value)}
          />
        </>
      )}
    </>
  )
}
