import { Alert, Button } from 'antd'
import { useState } from 'react'
import { importsContract } from '#modules/imports/contract.ts'
import { Refusal } from '#platform/ui/api/refusal.ts'
import { makeClient, type ApiClient } from '#platform/ui/client.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { listWords } from '../words/list-words.ts'

const contract = { imports: importsContract }
const imports: ApiClient<typeof contract>['imports'] = makeClient(contract).imports

/** Writes all decisions at once, once nothing waits any more. */
export function CommitList({ importId, undecided, onChanged }: { importId: string; undecided: number; onChanged: () => Promise<void> }) {
  const texts = useWords(listWords)
  const [isAsking, setIsAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  const commit = async () => {
    setSaid(texts.writing)
    const done = await untilWritten(importId)
    setSaid(texts.done(done.createdCount, done.changedCount))
    setIsAsking(false)
    await onChanged()
  }
  return (
    <>
      <div role="status">{said && <Alert type="info" showIcon className="xh-gap" title={said} />}</div>
      <div className="xh-form-foot xh-actions">
        <Button type="primary" disabled={undecided > 0} onClick={() => setIsAsking(true)}>{texts.commit}</Button>
        {undecided > 0 && <span className="xh-secondary">{texts.undecided(undecided)}</span>}
      </div>
      <ConfirmDialog open={isAsking} title={texts.commitTitle} confirmLabel={texts.commit} onConfirm={commit} onCancel={() => setIsAsking(false)}>
        <p>{texts.commitLead}</p>
      </ConfirmDialog>
    </>
  )
}

/** A long list is written in the background; its end is asked for. */
async function untilWritten(id: string) {
  let now = await imports.commitImport({ id })
  while (now.state === 'committing') {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    now = await imports.getImport({ id })
  }
  if (now.failure !== null) throw new Refusal({ code: 'IMPORT_FAILED', message: now.failure, status: 409 })
  return now
}
