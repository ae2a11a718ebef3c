import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { objectionOutcomes, objectionWays } from '../../contract.ts'
import { client, type ReadBatch, useChanged } from '../api.ts'
import { listWords } from './words.ts'
import '../awards.css'

type Row = ReadBatch['objections'][number]

/** Until when a list is shown to everybody, what was said against it, and the answers. */
export function ObjectionSheet({ batch }: { batch: ReadBatch }) {
  const own = useWords(listWords)
  const [isRecording, setIsRecording] = useState(false)
  if (batch.status === 'draft' || batch.status === 'discarded') return null
  const act = batch.may.object && <Button onClick={() => setIsRecording(true)}>{own.record}</Button>
  return (
    <Sheet title={own.objections} actions={act}>
      <p>
        {batch.shown === null ? own.notShown : own.period(batch.shown.openedOn, batch.shown.endsOn)}{' '}
        {batch.shown !== null && <Link to={`/aid-lists/${String(batch.shown.city)}`} target="_blank">{own.publicPage}</Link>}
      </p>
      {batch.objections.length === 0 && <p className="xh-secondary">{own.noObjections}</p>}
      <ul className="awards-rows">{batch.objections.map(row => <li key={row.id}><ObjectionRow row={row} batch={batch} /></li>)}</ul>
      {isRecording && <RecordDialog batch={batch} onClose={() => setIsRecording(false)} />}
    </Sheet>
  )
}

function ObjectionRow({ row, batch }: { row: Row; batch: ReadBatch }) {
  const own = useWords(listWords)
  const [step, setStep] = useState<'answer' | 'read'>()
  const [opened, setOpened] = useState<Awaited<ReturnType<typeof client.openObjection>>>()
  const tone = row.outcome === null ? 'attention' : row.outcome === 'upheld' ? 'danger' : 'good'
  return (
    <>
      <p>
        {row.cameOn} · {own.wayWords[row.cameBy]} · {row.recordedName}{row.number !== null && ` · ${own.numberOf(row.number)}`}{' '}
        <StatusTag tone={tone}>{row.outcome === null ? own.open : own.outcomeWords[row.outcome]}</StatusTag>
        {row.answeredOn !== null && ` ${row.answeredOn} ${row.answeredName ?? ''}`}
      </p>
      {opened !== undefined && <Alert type="info" title={<span className="awards-words">{opened.words}</span>} description={<Answered opened={opened} />} />}
      <div className="xh-actions">
        {(batch.may.answer || batch.may.object) && opened === undefined && <Button size="small" onClick={() => setStep('read')}>{own.read}</Button>}
        {batch.may.answer && row.outcome === null && <Button size="small" type="primary" onClick={() => setStep('answer')}>{own.answer}</Button>}
      </div>
      <ReasonDialog
        open={step === 'read'} title={own.readTitle} confirmLabel={own.read} presets={own.readPresets} onCancel={() => setStep(undefined)}
        onConfirm={async reason => { setOpened(await client.openObjection({ id: row.id, reason })); setStep(undefined) }}
      >
        <p>{own.readLead}</p>
      </ReasonDialog>
      {step === 'answer' && <AnswerDialog row={row} onClose={() => setStep(undefined)} />}
    </>
  )
}

function Answered({ opened: { answer, reply } }: { opened: Awaited<ReturnType<typeof client.openObjection>> }) {
  const own = useWords(listWords)
  return <Facts lines={[answer !== null && fact(own.answerText, answer), reply !== null && fact(own.reply, reply)]} />
}

type RecordValues = { cameOn: string; cameBy: Row['cameBy']; words: string }

function RecordDialog({ batch, onClose }: { batch: ReadBatch; onClose: () => void }) {
  const own = useWords(listWords)
  const changed = useChanged()
  const labels = { cameOn: own.cameOn, cameBy: own.cameBy, words: own.words }
  const record = useRecordForm<RecordValues, Parameters<typeof client.recordObjection>[0], unknown>({
    name: 'record-objection', labels, operation: client.recordObjection, initialValues: { cameOn: chinaToday(), cameBy: 'telephone' },
    toInput: values => ({ id: batch.id, ...values }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={own.recordTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p className="xh-gap">{own.recordLead}</p>
      <RecordForm record={record} submitLabel={own.save} onCancel={onClose}>
        <DateItem name="cameOn" label={labels.cameOn} required max={chinaToday()} />
        <Form.Item name="cameBy" label={labels.cameBy}><Select options={objectionWays.map(value => ({ value, label: own.wayWords[value] }))} /></Form.Item>
        <Form.Item name="words" label={labels.words} rules={[{ required: true, whitespace: true, message: own.needed(labels.words) }]}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}

type AnswerValues = { outcome: NonNullable<Row['outcome']>; answer: string; reply: string }

function AnswerDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const own = useWords(listWords)
  const changed = useChanged()
  const labels = { outcome: own.outcome, answer: own.answerText, reply: own.reply }
  const record = useRecordForm<AnswerValues, Parameters<typeof client.answerObjection>[0], unknown>({
    name: 'answer-objection', labels, operation: client.answerObjection, initialValues: {}, toInput: values => ({ id: row.id, ...values }),
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={own.answerTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p className="xh-gap">{own.answerLead}</p>
      <RecordForm record={record} submitLabel={own.save} onCancel={onClose}>
        <Form.Item name="outcome" label={labels.outcome} rules={[{ required: true, message: own.needed(labels.outcome) }]}>
          <Radio.Group options={objectionOutcomes.map(value => ({ value, label: own.outcomeWords[value] }))} />
        </Form.Item>
        <Form.Item
          name="answer" label={labels.answer} extra={own.answerHint}
          rules={[{ required: true, whitespace: true, message: own.needed(labels.answer) }]}
        >
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
        <Form.Item name="reply" label={labels.reply} extra={own.replyHint} rules={[{ required: true, whitespace: true, message: own.needed(labels.reply) }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
