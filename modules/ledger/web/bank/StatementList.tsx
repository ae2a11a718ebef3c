import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { BankStatement } from '../../contract.ts'
import { client, queries, useChanged } from '../statements/api.ts'
import { words } from './words.ts'
import '../ledger.css'

/** Files that came in for an account; one that came in wrongly is taken back here. */
export function StatementList({ bookId, accountId, mayWithdraw }: { bookId: string; accountId: string; mayWithdraw: boolean }) {
  const texts = useWords(words)
  const changed = useChanged()
  const [wrong, setWrong] = useState<BankStatement>()
  const { data } = useQuery(queries.listBankStatements.queryOptions({ input: { bookId, accountId } }))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Sheet title={texts.files}>
      <ul className="ledger-files">{data.items.map(file => (
        <li key={file.id}>
          <span className="ledger-file">{file.fileName}</span>
          <span className="xh-secondary">{texts.fileSays(file)}</span>
          {file.withdrawn !== null && <span>{texts.withdrawnBy(file.withdrawn)}</span>}
          {file.withdrawn === null && mayWithdraw && (
            <Button size="small" aria-label={`${texts.withdraw} ${file.fileName}`} onClick={() => setWrong(file)}>{texts.withdraw}</Button>
          )}
        </li>
      ))}</ul>
      <ReasonDialog
        open={wrong !== undefined} title={texts.withdrawTitle(wrong?.fileName ?? '')} confirmLabel={texts.withdraw} isDangerous
        presets={texts.withdrawReasons} onCancel={() => setWrong(undefined)}
        onConfirm={async reason => { await client.withdrawBankStatement({ id: wrong?.id ?? '', reason }); setWrong(undefined); await changed() }}
      >
        <p>{texts.withdrawLead(wrong?.lineCount ?? 0, wrong?.matchedCount ?? 0)}</p>
      </ReasonDialog>
    </Sheet>
  )
}
