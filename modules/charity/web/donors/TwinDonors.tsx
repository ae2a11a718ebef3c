import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import type { ShownDonor } from '../api.ts'
import { donorWords } from '../words.ts'

/** Who may be the same, each with the way there. */
export function TwinDonors({ twins }: { twins: readonly ShownDonor[] }) {
  const own = useWords(donorWords)
  if (twins.length === 0) return <Alert type="success" showIcon className="xh-gap" title={own.nobody} />
  return (
    <Alert
      type="warning" showIcon className="xh-gap" title={own.maybe}
      description={(
        <ul>
          {twins.map(twin => <li key={twin.id}><Link to={`/donors/${twin.id}`}>{twin.label}</Link> {twin.creditCode} {own.times(twin.giftCount)}</li>)}
        </ul>
      )}
    />
  )
}
