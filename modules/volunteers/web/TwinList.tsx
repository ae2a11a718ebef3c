import { Link } from '@tanstack/react-router'
import { twinWords } from '../rules/words.ts'
import type { ShownTwin } from './api.ts'

/** Records that may be the same person; of other units' records only the unit is known. */
export function TwinList({ twins }: { twins: readonly ShownTwin[] }) {
  return (
    <ul>
      {twins.map((twin, at) => (
        <li key={twin.volunteer?.id ?? at}>
          {twin.volunteer === null
            ? `${twin.unitName}已有一位登记`
            : <><Link to={`/volunteers/${twin.volunteer.id}` as string}>{twin.volunteer.name}</Link>，{describe(twin)}</>}
          {`（${twin.reasons.map((reason) => twinWords[reason]).join('、')}）`}
        </li>
      ))}
    </ul>
  )
}

const describe = ({ unitName, volunteer }: ShownTwin) =>
  [unitName, volunteer?.ageYears == null ? undefined : `${volunteer.ageYears}岁`, volunteer?.phone].filter(Boolean).join('，')
