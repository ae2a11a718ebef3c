import { Sheet } from '#platform/ui/frame/Page.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadAct, useChanged } from '../api.ts'
import { actWords } from './words.ts'

/** Takes the scanned sheet of a signed receipt. */
export function ScanSheet({ act }: { act: ReadAct }) {
  const own = useWords(actWords)
  const changed = useChanged()
  return (
    <Sheet title={own.scan}>
      <FileDrop
        endings={['.jpg', '.jpeg', '.png', '.webp',
          '.pdf']} maxMegabytes={10} hint={own.scanHint} upload={file => client.attachReceiptScan({ id: act.id, file })}
        onUploaded={() => void changed()}
      />
    </Sheet>
  )
}
