import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadBatch, useChanged } from '../api.ts'
import { today } from '../names.ts'
import { batchWords } from './words.ts'

/** The payment file for the cashier, and the results of the bank for the accountant. */
export function PaymentSheets({ batch }: { batch: ReadBatch }) {
  const own = useWords(batchWords)
  const changed = useChanged()
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
      {batch.may.settle && <ResultSheet batch={batch} />}
    </>
  )
}

type Imported = Awaited<ReturnType<typeof client.importResults>>

function ResultSheet({ batch }: { batch: ReadBatch }) {
  const own = useWords(batchWords)
  const changed = useChanged()
  const [paidOn, setPaidOn] = useState<string | undefined>(today())
  const [imported, setImported] = useState<Imported>()
  return (
    <Sheet title={own.results}>
      <p><label htmlFor="award-paid-on">{own.paidOn}</label><DateField id="award-paid-on" value={paidOn} onChange={setPaidOn} max={today()} /></p>
      <FileDrop
        endings={['.xlsx', '.csv']} maxMegabytes={5} hint={own.resultsLead} upload={file => client.importResults({ id: batch.id, paidOn: paidOn ?? '', file })}
        onUploaded={result => { setImported(result); void changed() }}
      />
      <div role="status">
        {imported && <Alert type="success" showIcon title={own.imported(imported.paidCount, imported.failedCount)} />}
        {imported && imported.left.length > 0 && (
          <Alert
            type="warning" showIcon title={own.leftRows}
            description={<ul>{imported.left.map(({ rowNumber, problem }) => <li key={rowNumber}>{own.leftRow(rowNumber, own.leftWords[problem])}</li>)}</ul>}
          />
        )}
      </div>
    </Sheet>
  )
}
