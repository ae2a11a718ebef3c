import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, type ReadBatch, useChanged } from '../api.ts'
import { batchWords } from './words.ts'
import '../awards.css'

/** The payment file for the cashier, and the results of the bank for the accountant. */
export function PaymentSheets({ batch }: { batch: ReadBatch }) {
  const own = useWords(batchWords)
  const changed = useChanged()
  const [imported, setImported] = useState<Imported>()
  const address = `/api/award-batches/payment-file?id=${batch.id}`
  const counted = () => void changed()
  return (
    <>
      {batch.may.pay && (
        <Sheet title={own.files}>
          <p>{own.filesLead}</p>
          {batch.filesMade > 0 && <Alert type="warning" showIcon className="xh-gap" title={own.filesMade(batch.filesMade)} />}
          <div className="xh-actions">
            <Button href={`${address}&format=xlsx`} onClick={counted}>{own.xlsx}</Button>
            <Button href={`${address}&format=csv`} onClick={counted}>{own.csv}</Button>
          </div>
        </Sheet>
      )}
      {batch.may.settle && <ResultSheet batch={batch} onImported={setImported} />}
      <div role="status" className={imported === undefined ? 'xh-visually-hidden' : ''}>{imported && <ImportedNotes imported={imported} />}</div>
    </>
  )
}

type Imported = Awaited<ReturnType<typeof client.importResults>>

function ResultSheet({ batch, onImported }: { batch: ReadBatch; onImported: (imported: Imported) => void }) {
  const own = useWords(batchWords)
  const changed = useChanged()
  const [paidOn, setPaidOn] = useState<string | undefined>(chinaToday())
  return (
    <Sheet title={own.results}>
      <div className="awards-paid-on">
        <label htmlFor="award-paid-on">{own.paidOn}</label>
        <DateField id="award-paid-on" value={paidOn} onChange={setPaidOn} max={chinaToday()} />
      </div>
      <FileDrop
        endings={['.xlsx', '.csv']} maxMegabytes={5} hint={own.resultsLead} upload={file => client.importResults({ id: batch.id, paidOn: paidOn ?? '', file })}
        onUploaded={result => { onImported(result); void changed() }}
      />
    </Sheet>
  )
}

/** What a file came to. It stays when the last row is answered and nothing more is asked for. */
function ImportedNotes({ imported }: { imported: Imported }) {
  const own = useWords(batchWords)
  return (
    <>
      <Alert type="success" showIcon className="xh-gap" title={own.imported(imported.paidCount, imported.failedCount)} />
      {imported.left.length > 0 && (
        <Alert
          type="warning" showIcon className="xh-gap" title={own.leftRows}
          description={<ul>{imported.left.map(({ rowNumber, problem }) => <li key={rowNumber}>{own.leftRow(rowNumber, own.leftWords[problem])}</li>)}</ul>}
        />
      )}
    </>
  )
}
