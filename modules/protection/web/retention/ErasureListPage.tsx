import { FileWordOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { client, queries, type ShownErasure } from '../api.ts'
import { useWords } from '#platform/ui/words.ts'
import { askedOf, minuteOf } from '../names.ts'
import { pageWords } from '../words/page-words.ts'

/** What was erased, and the proof of each: no person is left in it. */
export default function ErasureListPage() {
  const texts = useWords(pageWords)
  const columns: RecordColumn<ShownErasure>[] = [
    { key: 'code', title: texts.proofNumber, isName: true, render: (erasure) => erasure.code },
    { key: 'at', title: texts.erasedAt, render: (erasure) => minuteOf(erasure.erasedAt) },
    { key: 'by', title: texts.by, render: (erasure) => erasure.personName },
    { key: 'why', title: texts.ground, render: (erasure) => erasure.reason ?? '' },
    {
      key: 'seal', title: texts.chain, render: (erasure) => (
        <StatusTag tone={erasure.sealSeq === null ? 'attention' : 'good'}>{erasure.sealSeq === null ? texts.notSealed
          : texts.sealed(Number(erasure.sealSeq))}</StatusTag>),
    },
    {
      key: 'proof', title: texts.proof, render: (erasure) => (
        <Button icon={<FileWordOutlined aria-hidden />} href={`/api/erasures/proof.docx?id=${erasure.id}`}>{texts.proofFile}</Button>),
    },
  ]
  return (
    <Page title={texts.erasures} lead={texts.erasuresLead}>
      <RecordList
        caption={texts.erasuresCaption} queryKey={queries.listErasures.key()} columns={columns}
        load={(asked) => client.listErasures(askedOf(asked), { signal: asked.signal })}
        empty={{ title: texts.noErasures, lead: texts.noErasuresLead }}
      />
    </Page>
  )
}
