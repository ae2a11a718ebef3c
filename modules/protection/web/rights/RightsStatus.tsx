import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownRightsRow } from '../api.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'

/** How far a request has come and whether its last day has passed. */
export function RightsStatus({ request }: { request: Pick<ShownRightsRow, 'status' | 'result' | 'isLate'> }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const state = names.rightsStates[request.status]
  const tone = request.status === 'sent' ? 'good' : 'attention'
  return (
    <>
      <StatusTag tone={tone}>{request.result === null ? state : texts.resultOf(state, names.results[request.result])}</StatusTag>
      {request.isLate && <StatusTag tone="danger">{request.status === 'sent' ? texts.lateAnswer : texts.late}</StatusTag>}
    </>
  )
}
