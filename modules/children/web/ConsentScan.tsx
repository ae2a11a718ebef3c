import { Button } from 'antd'
import { useState } from 'react'
import { uploadFile } from '#platform/ui/api/upload.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useChanged, type ShownCard } from './api.ts'
import { FormDialog } from './dialogs/FormDialog.tsx'

type Shown = { childId: string; consent: ShownCard['consents'][number]; access: ShownCard['access']; mayChange: boolean }

/** The scanned paper of a consent: attached once, opened under an approval; opening is recorded. */
export function ConsentScan({ childId, consent, access, mayChange }: Shown) {
  const { may } = useSession()
  const [isAttaching, setIsAttaching] = useState(false)
  const changed = useChanged()
  if (consent.hasScan) {
    const fields = access.flatMap((each) => each.fields)
    const mayOpen = may('child.open') && fields.includes('name') && fields.includes('guardians')
    if (!mayOpen) return <span className="xh-secondary">已附同意书扫描件，打开须有姓名、监护人两项的查阅许可</span>
    return (
      <a href={`/api/consent-scan?id=${consent.id}`} target="_blank" rel="noreferrer">打开同意书扫描件（将记录）</a>
    )
  }
  if (!mayChange) return <span className="xh-secondary">没有附同意书扫描件</span>
  return (
    <>
      <Button size="small" onClick={() => setIsAttaching(true)}>附上同意书扫描件</Button>
      {isAttaching && (
        <FormDialog title="附上同意书扫描件" onClose={() => setIsAttaching(false)}>
          <FileDrop
            endings={['.jpg', '.jpeg', '.png', '.webp', '.pdf']} maxMegabytes={10} hint="照片或 PDF。加密保存，打开须有查阅许可并留下记录；附上后不能更换。"
            upload={(file, onProgress) => uploadFile(`/children/${childId}/consents/${consent.id}/scan`, file, { onProgress })}
            onUploaded={() => void changed().then(() => setIsAttaching(false))}
          />
        </FormDialog>
      )}
    </>
  )
}
