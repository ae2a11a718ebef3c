import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from '../api.ts'
import { words } from '../words.ts'
import { disclosureWords } from './words.ts'

/** What the law makes a body disclose, with source and due day. */
export default function KindsPage() {
  const texts = useWords(words)
  const own = useWords(disclosureWords)
  const asked = useQuery(queries.listDisclosureKinds.queryOptions({ input: {} }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return (
    <Page title={own.kinds} lead={own.kindsLead} back={{ to: '/disclosures', label: own.back }}>
      <Sheet>
        <ul className="xh-cards">
          {asked.data.items.map(kind => (
            <li key={kind.code}>
              <div className="xh-card-name">{kind.name}</div>
              <dl>
                <div>
                  <dt>{own.rule}</dt>
                  <dd>{own.ruleText[kind.dueRule](kind.dueNumber)}{kind.longerThanMonths !== null && own.longer(kind.longerThanMonths)}</dd>
                </div>
                <div><dt>{own.audience}</dt><dd>{own.audienceWords[kind.audience]}</dd></div>
                <div><dt>{own.source}</dt><dd>{kind.source}{!kind.isVerified && ` · ${texts.unverified}`}</dd></div>
              </dl>
            </li>
          ))}
        </ul>
      </Sheet>
    </Page>
  )
}
