import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Descriptions } from 'antd'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { client, queries, type ShownRetention } from '../api.ts'
import { useWords } from '#platform/ui/words.ts'
import { askedOf } from '../names.ts'
import { pageWords } from '../words/page-words.ts'
import { EraseButton } from './EraseButton.tsx'

/** Closed files: until when each is kept, which are due for erasure, and the rule for every kind of record. */
export default function RetentionListPage() {
  const texts = useWords(pageWords)
  const columns: RecordColumn<ShownRetention>[] = [
    { key: 'child', title: texts.child, isName: true, render: (kept) => kept.maskedName },
    { key: 'unit', title: texts.unit, render: (kept) => kept.unitName },
    { key: 'closed', title: texts.closedOn, render: (kept) => kept.closedOn },
    { key: 'until', title: texts.keepUntil, render: (kept) => kept.keepUntil },
    { key: 'due', title: texts.status, render: (kept) => <StatusTag tone={kept.isDue ? 'attention' : 'neutral'}>{kept.isDue ? texts.due
      : texts.locked}</StatusTag> },
    { key: 'erase', title: texts.act, render: (kept) => (kept.isDue ? <EraseButton childId={kept.id} maskedName={kept.maskedName} /> : '') },
  ]
  return (
    <Page
      title={texts.retentions} lead={texts.retentionsLead}
      actions={<Link to="/erasures"><Button>{texts.erasures}</Button></Link>}
    >
      <RecordList
        caption={texts.closedFiles} queryKey={queries.listRetentions.key()} columns={columns} linkTo={(kept) => `/children/${kept.id}`}
        load={(asked) => client.listRetentions(askedOf(asked), { signal: asked.signal })}
        filters={[{ key: 'due', label: texts.status, kind: 'choice', options: [{ value: 'true', label: texts.due }, { value: 'false', label: texts.locked }] }]}
        empty={{ title: texts.noRetentions, lead: texts.noRetentionsLead }}
      />
      <RuleSheet />
    </Page>
  )
}

function RuleSheet() {
  const texts = useWords(pageWords)
  const rules = useQuery(queries.listRetentionRules.queryOptions({ input: {} }))
  return (
    <Sheet title={texts.rulesTitle}>
      <Descriptions
        column={1} layout="vertical" colon={false}
        items={(rules.data?.items ?? []).map((rule) => {
          const { name, keeps, after, source } = texts.rules[rule.record] ?? rule
          const ground = texts.ruleSource(source, texts.certainties[rule.certainty], rule.version, rule.validFrom)
          return {
            key: `${rule.record} ${rule.version}`, label: name,
            children: <div>{texts.ruleText(keeps, after)}<div className="xh-secondary">{ground}</div></div>,
          }
        })}
      />
    </Sheet>
  )
}
