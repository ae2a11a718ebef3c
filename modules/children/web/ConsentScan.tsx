import { Button } from 'antd'
import { useState } from 'react'
import { uploadFile } from '#platform/ui/api/upload.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useChanged, type ShownCard } from './api.ts'
import { useWords } from '#platform/ui/words.ts'
import { FormDialog } from './dialogs/FormDialog.tsx'
import { fileWords } from './words/file-words.ts'

type Shown = { childId: string; consent: ShownCard['consents'][number]; access: ShownCard['access']; mayChange: boolean }

/** The scanned paper of a consent: attached once, opened under an approval; opening is recorded. */
export function ConsentScan({ childId, consent, access, mayChange }: Shown) {
  const texts = useWords(fileWords)
  const { may } = useSession()
  const [isAttaching, setIsAttaching] = useState(false)
  const changed = useChanged()
  if (consent.hasScan) {
    const fields = access.flatMap((each) => each.fields)
    const mayOpen = may('child.open') && fields.includes('name') && fields.includes('guardians')
    if (!mayOpen) return <span className="xh-secondary">{texts.scanHidden}</span>
    return (
      <a href={`/api/consent-scan?id=${consent.id}`} target="_blank" rel="noreferrer">{texts.openScan}</a>
    )
  }
  if (!mayChange) return <span className="xh-secondary">{texts.noScan}</span>
  return (
    <>
      <Button size="small" onClick={() => setIsAttaching(true)}>{texts.attachScan}</Button>
      {isAttaching && (
        <FormDialog title={texts.attachScan} onClose={() => setIsAttaching(false)}>
          <FileDrop
            endings={['.jpg', '.jpeg', '.png', '.webp', '.pdf']} maxMegabytes={10} hint={texts.scanHint}
            upload={(file, onProgress) => uploadFile(`/children/${childId}/consents/${consent.id}/scan`, file, { onProgress })}
            onUploaded={() => void changed().then(() => setIsAttaching(false))}
          />
        </FormDialog>
      )}
    </>
  )
}
