import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Input, Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import { lastDayOf } from '../../rules/months.ts'
import { findLineProblem, isBlank, sentLine } from '../../rules/voucher-draft.ts'
import { client, queries, useChanged, type ReadBook, type ReadVoucher } from '../api.ts'
import { WithBook } from '../WithBook.tsx'
import { words } from '../words.ts'
import { LineGrid } from './LineGrid.tsx'
import { useDraftLines } from './use-draft-lines.ts'
import { voucherWords } from './words.ts'
import '../ledger.css'

/** Makes a voucher, or a draft anew. */
export default function VoucherEditPage() {
  const { search } = useAddress<{ voucher: string }>()
  return <WithBook>{book => (search.voucher === undefined ? <Editor book={book} voucher={undefined} /> : <Loaded book={book} id={search.voucher} />)}</WithBook>
}

function Loaded({ book, id }: { book: ReadBook; id: string }) {
  const asked = useQuery(queries.getVoucher.queryOptions({ input: { id } }))
  return asked.data ? <Editor key={asked.data.version} book={book} voucher={asked.data} /> : <Skeleton active />
}

function Editor({ book, voucher }: { book: ReadBook; voucher: ReadVoucher | undefined }) {
  const own = useWords(voucherWords)
  const texts = useWords(words)
  const id = useId()
  const [datedOn, setDatedOn] = useState(voucher?.datedOn ?? lastDayOf(book.openMonth ?? book.startsMonth))
  const [paperCount, setPaperCount] = useState(String(voucher?.paperCount ?? 0))
  const [kind, setKind] = useState<'ordinary' | 'opening'>(voucher?.kind === 'opening' ? 'opening' : 'ordinary')
  const lines = useDraftLines(voucher)
  const saving = useSaving({ book, voucher, lines: lines.items, head: { datedOn, paperCount: Number(paperCount) || 0, kind } })
  const back = voucher === undefined ? { to: `/books/${book.id}/vouchers`, label: texts.vouchers } : { to: `/vouchers/${voucher.id}`, label: own.title }
  return (
    <Page title={voucher === undefined ? own.make : own.edit} lead={own.editorLead} back={back}>
      <div role="alert">{saving.problem && <Alert type="error" showIcon className="xh-gap" title={saving.problem} />}</div>
      <Sheet>
        <div className="ledger-foot">
          <div><label htmlFor={`${id}-day`}>{texts.day}</label><DateField id={`${id}-day`} value={datedOn} onChange={day => setDatedOn(day ?? '')} /></div>
          <div><label htmlFor={`${id}-papers`}>{own.paperCount}</label>
            <Input id={`${id}-papers`} inputMode="numeric" maxLength={4} value={paperCount}
              onChange={event => setPaperCount(event.target.value.replace(/\D/g, ''))} /></div>
          <div><label htmlFor={`${id}-kind`}>{own.kind}</label>
            <Select id={`${id}-kind`} value={kind} onChange={setKind} disabled={voucher !== undefined} popupMatchSelectWidth={false}
              options={(['ordinary', 'opening'] as const).map(value => ({ value, label: own.kinds[value] }))} /></div>
        </div>
        <LineGrid bookId={book.id} datedOn={datedOn} lines={lines} />
        <div className="ledger-foot">
          <Button loading={saving.isBusy} onClick={() => void saving.save(false)}>{own.saveDraft}</Button>
          <Button type="primary" loading={saving.isBusy} onClick={() => void saving.save(true)}>{own.saveAndSubmit}</Button>
        </div>
      </Sheet>
    </Page>
  )
}

type Head = { datedOn: string; paperCount: number; kind: 'ordinary' | 'opening' }
type Wish = { book: ReadBook; voucher: ReadVoucher | undefined; lines: Parameters<typeof sentLine>[0][]; head: Head }

/** Saves the draft, and hands it in where that is wished; what is missing in a line is said before anything is sent. */
function useSaving({ book, voucher, lines, head }: Wish) {
  const own = useWords(voucherWords)
  const changed = useChanged()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const wrong = () => {
    for (const [index, line] of lines.entries()) {
      const found = findLineProblem(line)
      if (found !== undefined) return own.problems[found](index + 1)
    }
    return undefined
  }
  const send = async (isSubmitted: boolean) => {
    const body = { ...head, lines: lines.filter(line => !isBlank(line)).map(sentLine) }
    const saved = voucher === undefined ? await client.draftVoucher({ bookId: book.id, ...body })
      : await client.updateVoucher({ id: voucher.id, version: voucher.version, ...body, ...voucher.commitmentId === null ? {}
        : { commitmentId: voucher.commitmentId } })
    try {
      if (isSubmitted) await client.submitVoucher({ id: saved.id, version: voucher === undefined ? 1 : voucher.version + 1 })
    } finally {
      await changed()
    }
    await navigate({ to: `/vouchers/${saved.id}` })
  }
  const save = async (isSubmitted: boolean) => {
    const missing = wrong()
    setProblem(missing)
    if (missing !== undefined || isBusy) return
    setBusy(true)
    await send(isSubmitted).catch((refused: unknown) => setProblem(toRefusal(refused).message))
    setBusy(false)
  }
  return { problem, isBusy, save }
}
