import { Button, Checkbox, Form, Modal } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { groundWords } from '../rules/words.ts'
import { client, clockOf, type ReadReport, useChanged } from './api.ts'
import { PersonSelect } from './PersonSelect.tsx'

type Reader = ReadReport['readers'][number]

/** Who may know, who did look, and the ways to change the first. */
export function ReaderSheet({ report }: { report: ReadReport }) {
  const [naming, setNaming] = useState(false)
  const [ending, setEnding] = useState<Reader>()
  const changed = useChanged()
  const living = report.readers.filter(({ endedAt }) => endedAt === null).length
  return (
    <Sheet title="知情人和查阅记录" actions={<Button onClick={() => setNaming(true)}>指名知情人</Button>}>
      <ul className="xh-cards">
        {report.readers.map(reader => (
          <li key={reader.accountId}>
            <div className="xh-card-name">{reader.personName}（{reader.unitName}）</div>
            <p>{readerWords(reader)}</p>
            {reader.endedAt === null && living > 1 && <Button type="link" onClick={() => setEnding(reader)}>取消知情</Button>}
          </li>
        ))}
      </ul>
      <ul className="xh-secondary sg-reads">
        {report.reads.map((read, at) => <li key={at}>{clockOf(read.at)} {read.personName} {read.what}</li>)}
      </ul>
      {naming && <NameReaderDialog report={report} onClose={() => setNaming(false)} />}
      <ReasonDialog
        open={ending !== undefined} title={`取消${ending?.personName ?? ''}的知情？`} confirmLabel="取消知情" onCancel={() => setEnding(undefined)}
        presets={['不再经办', '与此事有关']}
        onConfirm={async reason => {
          if (ending) await client.endReader({ id: report.id, accountId: ending.accountId, reason })
          setEnding(undefined)
          await changed()
        }}
      >
        <p>这个人从现在起看不到这份报告。</p>
      </ReasonDialog>
    </Sheet>
  )
}

function readerWords(reader: Reader): string {
  if (reader.ground === 'withheld') return groundWords.withheld
  return `${groundWords[reader.ground]}${reader.seesReporter ? '，可查看报告人' : ''}${reader.endedAt === null ? '' : `，${clockOf(reader.endedAt)}取消`}`
}

type Values = { accountId: string; seesReporter?: boolean }
const labels = { accountId: '谁可以查看', seesReporter: '报告人' }

function NameReaderDialog({ report, onClose }: { report: ReadReport; onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Values, Parameters<typeof client.nameReader>[0], unknown>({
    name: 'name-reader', labels, operation: client.nameReader, initialValues: {},
    toInput: ({ accountId, seesReporter = false }) => ({ id: report.id, accountId, seesReporter }),
    refusalFields: { READER_UNFIT: 'accountId', READER_WITHHELD: 'accountId', REPORTER_SECRET: 'seesReporter' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title="指名知情人" footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={560}>
      <RecordForm record={record} submitLabel="指名" onCancel={onClose}>
        <p className="xh-gap">只指名真正需要知道的人。对方会收到提醒，能看到整份报告。</p>
        <Form.Item name="accountId" label={labels.accountId} rules={[{ required: true, message: '请选择人员。' }]}><PersonSelect /></Form.Item>
        {report.maySeeReporter && <Form.Item name="seesReporter" valuePropName="checked"><Checkbox>也可以查看报告人</Checkbox></Form.Item>}
      </RecordForm>
    </Modal>
  )
}
