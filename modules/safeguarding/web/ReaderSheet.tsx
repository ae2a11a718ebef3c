import { Button, Checkbox, Form, Modal } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import { client, type ReadReport, useChanged } from './api.ts'
import { PersonSelect } from './PersonSelect.tsx'
import { words } from './words.ts'

type Reader = ReadReport['readers'][number]

/** Who may know, who did look, and the ways to change the first. */
export function ReaderSheet({ report }: { report: ReadReport }) {
  const texts = useWords(words)
  const { aside, joined } = useWords()
  const [naming, setNaming] = useState(false)
  const [ending, setEnding] = useState<Reader>()
  const changed = useChanged()
  const living = report.readers.filter(({ endedAt }) => endedAt === null).length
  return (
    <Sheet title={texts.readers} actions={<Button onClick={() => setNaming(true)}>{texts.nameReader}</Button>}>
      <ul className="xh-cards">
        {report.readers.map(reader => (
          <li key={reader.accountId}>
            <div className="xh-card-name">{reader.personName}{aside(reader.unitName)}</div>
            <p>{joined(partsOf(reader, texts))}</p>
            {reader.endedAt === null && living > 1 && <p><Button type="link" onClick={() => setEnding(reader)}>{texts.endReader}</Button></p>}
          </li>
        ))}
      </ul>
      <ul className="xh-secondary sg-reads">
        {report.reads.map((read, at) => <li key={at}>{minuteInChina(read.at)} {read.personName} {texts.readOf(read.what)}</li>)}
      </ul>
      {naming && <NameReaderDialog report={report} onClose={() => setNaming(false)} />}
      <ReasonDialog
        open={ending !== undefined} title={texts.endReaderTitle(ending?.personName ?? '')} confirmLabel={texts.endReader} onCancel={() => setEnding(undefined)}
        presets={texts.endPresets}
        onConfirm={async reason => {
          if (ending) await client.endReader({ id: report.id, accountId: ending.accountId, reason })
          setEnding(undefined)
          await changed()
        }}
      >
        <p>{texts.endReaderLead}</p>
      </ReasonDialog>
    </Sheet>
  )
}

function partsOf(reader: Reader, texts: (typeof words)['en']): string[] {
  const ground = texts.groundWords[reader.ground]
  if (reader.ground === 'withheld') return [ground]
  return [ground, ...(reader.seesReporter ? [texts.seesReporter] : []), ...(reader.endedAt === null ? [] : [texts.endedAt(minuteInChina(reader.endedAt))])]
}

type Values = { accountId: string; seesReporter?: boolean }

function NameReaderDialog({ report, onClose }: { report: ReadReport; onClose: () => void }) {
  const texts = useWords(words)
  const labels = { accountId: texts.whoMayRead, seesReporter: texts.reporter }
  const changed = useChanged()
  const record = useRecordForm<Values, Parameters<typeof client.nameReader>[0], unknown>({
    name: 'name-reader', labels, operation: client.nameReader, initialValues: {},
    toInput: ({ accountId, seesReporter = false }) => ({ id: report.id, accountId, seesReporter }),
    refusalFields: { READER_UNFIT: 'accountId', READER_WITHHELD: 'accountId', REPORTER_SECRET: 'seesReporter' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={texts.nameReader} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={560}>
      <RecordForm record={record} submitLabel={texts.name} onCancel={onClose}>
        <p className="xh-gap">{texts.nameLead}</p>
        <Form.Item name="accountId" label={labels.accountId} rules={[{ required: true, message: texts.personNeeded }]}><PersonSelect /></Form.Item>
        {report.maySeeReporter && <Form.Item name="seesReporter" valuePropName="checked"><Checkbox>{texts.alsoReporter}</Checkbox></Form.Item>}
      </RecordForm>
    </Modal>
  )
}
