import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownChild } from './api.ts'
import { loadChildren } from './ChildListPage.tsx'
import { optionsOf, useNames } from './names.ts'
import { DifferenceText, Types } from './Types.tsx'
import { childWords } from './words/child-words.ts'

/** Children for whom our rules and civil affairs say different things: a list to talk over, not a verdict. */
export default function DifferenceListPage() {
  const texts = useWords(childWords)
  const names = useNames()
  const columns: RecordColumn<ShownChild>[] = [
    { key: 'name', title: texts.child, isName: true, render: (child) => texts.childOf(child.maskedName, names.sexes[child.sex], names.bandOf(child.ageBand)) },
    { key: 'unit', title: texts.unit, render: (child) => child.unitName },
    { key: 'derived', title: texts.derived, isWideOnly: true, render: (child) => <Types types={child.derivedTypes} /> },
    { key: 'civil', title: texts.civil, isWideOnly: true, render: (child) => <Types types={child.civilAffairsTypes} none={texts.notRecognised} /> },
    { key: 'difference', title: texts.difference, render: (child) => <DifferenceText {...child} /> },
  ]
  return (
    <Page title={texts.differences} back={{ to: '/children', label: texts.children }} lead={texts.differencesLead}>
      <RecordList
        caption={texts.differencesCaption} queryKey={[...queries.listChildren.key(), 'differences']} columns={columns}
        linkTo={(child) => `/children/${child.id}`} load={(request) => loadChildren(request, '', { differs: true })}
        filters={[
          { key: 'type', label: texts.derived, kind: 'choice', options: names.typeOptions },
          { key: 'sex', label: texts.sex, kind: 'choice', options: optionsOf(names.sexes) },
        ]}
        empty={{ title: texts.noDifferences, lead: texts.noDifferencesLead }}
      />
    </Page>
  )
}
