import { useQuery } from '@tanstack/react-query'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import './phone.css'
import { words } from './words.ts'

/** Photographs and papers that came with a visit from a phone; nothing where there are none. */
export default function VisitFiles({ visitId }: { visitId: string }) {
  const texts = useWords(words)
  const { momentText } = useWords()
  const { data } = useQuery(queries.listVisitFiles.queryOptions({ input: { visitId } }))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Sheet title={texts.files}>
      <p>{texts.filesLead}</p>
      <ul className="ph-rivals">
        {data.items.map((file, index) => (
          <li key={file.id}>
            <a href={`/api/phone/visit-file?id=${file.id}`}>{texts.fileOf(index + 1, Math.ceil(file.sizeBytes / 1024))}</a>{' '}
            {texts.decidedBy(file.personName, momentText(file.addedAt))}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
