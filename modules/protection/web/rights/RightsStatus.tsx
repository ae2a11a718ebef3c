import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { resultNames, rightsStateNames } from '../../rules/words.ts'
import type { ShownRightsRow } from '../api.ts'

/** How far a request has come and whether its last day has passed. */
export function RightsStatus({ request }: { request: Pick<ShownRightsRow, 'status' | 'result' | 'isLate'> }) {
  const result = request.result === null ? '' : `（${resultNames[request.result]}）`
  const tone = request.status === 'sent' ? 'good' : 'attention'
  return (
    <>
      <StatusTag tone={tone}>{rightsStateNames[request.status]}{result}</StatusTag>
      {request.isLate && <StatusTag tone="danger">{request.status === 'sent' ? '逾期答复' : '已逾期'}</StatusTag>}
    </>
  )
}
