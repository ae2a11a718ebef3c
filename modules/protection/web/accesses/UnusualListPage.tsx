import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownUnusual } from '../api.ts'
import { askedOf, optionsOf } from '../names.ts'
import { nameWords } from '../words/name-words.ts'
import { pageWords } from '../words/page-words.ts'
import { UnusualStatus } from './UnusualStatus.tsx'

/** What the weekly look at the reading of files found out of the ordinary, to be explained and judged. */
export default function UnusualListPage() {
  const texts = useWords(pageWords)
  const names = useWords(nameWords)
  const columns: RecordColumn<ShownUnusual>[] = [
    { key: 'who', title: texts.reader, isName: true, render: (found) => texts.on(found.personName, found.happenedOn) },
    { key: 'rule', title: texts.rule, render: (found) => texts.ruleOf(names.accessRules[found.rule], names.accessCount(found.rule, found.count)) },
    { key: 'unit', title: texts.unit, render: (found) => found.unitName },
    { key: 'due', title: texts.checkDue, render: (found) => found.dueOn },
    { key: 'status', title: texts.check, render: (found) => <UnusualStatus found={found} /> },
  ]
  return (
    <Page title={texts.unusual} lead={texts.unusualLead}>
      <RecordList
        caption={texts.unusual} queryKey={queries.listUnusualAccesses.key()} columns={columns} linkTo={(found) => `/unusual-accesses/${found.id}`}
        load={(asked) => client.listUnusualAccesses(askedOf(asked), { signal: asked.signal })}
        filters={[
          { key: 'status', label: texts.check, kind: 'choice', options: optionsOf(names.unusualStates) },
          { key: 'rule', label: texts.rule, kind: 'choice', options: optionsOf(names.accessRules) },
        ]}
        empty={{ title: texts.noUnusual, lead: texts.noUnusualLead }}
      />
    </Page>
  )
}
