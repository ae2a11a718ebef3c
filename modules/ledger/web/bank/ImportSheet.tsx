import { useQuery } from '@tanstack/react-query'
import { Alert, Progress } from 'antd'
import { useState } from 'react'
import { uploadFile } from '#platform/ui/api/upload.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { BankAccount } from '../../contract.ts'
import { client, queries, useChanged } from '../statements/api.ts'
import { MappingForm } from './MappingForm.tsx'
import { words } from './words.ts'

type Outcome = { lineCount: number; matched: number }
type Strange = { file: File; headings: readonly string[] }
type Bad = { count: number; problems: readonly { row: number; message: string }[] }

/** Takes a statement file in; a layout that is not known is mapped here, and known from then on. */
export function ImportSheet({ bookId, account }: { bookId: string; account: BankAccount }) {
  const texts = useWords(words)
  const changed = useChanged()
  const [done, setDone] = useState<Outcome>()
  const [strange, setStrange] = useState<Strange>()
  const [bad, setBad] = useState<Bad>()
  const [isTaking, setTaking] = useState(false)
  const finish = async (outcome: Outcome) => { setDone(outcome); setStrange(undefined); setBad(undefined); await changed() }
  const told = (problem: unknown, file: File): never => {
    const { code, data } = toRefusal(problem)
    setBad(code === 'LINES_UNREADABLE' ? data as Bad : undefined)
    if (code === 'LAYOUT_UNKNOWN' || code === 'LAYOUT_CHANGED') setStrange({ file, headings: (data as { headings: readonly string[] }).headings })
    throw problem
  }
  return (
    <Sheet title={texts.views.import}>
      <p>{texts.importLead}</p>
      {account.layoutBank !== null && <p className="xh-secondary">{texts.layoutOf(account.layoutBank)} {!account.isLayoutVerified && texts.unverified}</p>}
      <FileDrop<Outcome>
        endings={['.xlsx', '.csv']} hint={texts.fileHint} onUploaded={outcome => void finish(outcome)}
        upload={async (file, onProgress) => {
          setDone(undefined)
          setTaking(true)
          return await uploadFile(`/books/${bookId}/bank-statements`, file, { onProgress, fields: { accountId: account.id } })
            .catch((problem: unknown) => told(problem, file)).finally(() => setTaking(false)) as Outcome
        }}
      />
      {isTaking && <ImportProgress bookId={bookId} accountId={account.id} />}
      {strange !== undefined && (
        <MappingForm headings={strange.headings} onSubmit={async mapping => {
          const outcome = await client.importBankStatement({ bookId, accountId: account.id, file: strange.file, mapping })
            .catch((problem: unknown) => told(problem, strange.file))
          await finish(outcome)
        }} />
      )}
      {bad !== undefined && (
        <Alert type="error" showIcon title={texts.badRows(bad.count)}
          description={<ul>{bad.problems.map(({ row, message }) => <li key={row}>{texts.badRow(row, message)}</li>)}</ul>} />
      )}
      {done !== undefined && <Alert type="success" showIcon role="status" title={texts.imported(done.lineCount, done.matched)} />}
    </Sheet>
  )
}

/** How often the page asks how far the server has come. */
const pollEveryMs = 500

/** What the server does with a long file after it has arrived. */
function ImportProgress({ bookId, accountId }: { bookId: string; accountId: string }) {
  const texts = useWords(words)
  const { data } = useQuery(queries.getImportProgress.queryOptions({ input: { bookId, accountId }, refetchInterval: pollEveryMs, gcTime: 0 }))
  const progress = data?.progress
  if (progress === null || progress === undefined) return null
  const { step, done, total } = progress
  return (
    <div role="status">
      <p>{texts.importSteps[step](done, total)}</p>
      <Progress percent={total === 0 ? 0 : Math.round((done / total) * 100)} aria-label={texts.importSteps[step](done, total)} />
    </div>
  )
}
