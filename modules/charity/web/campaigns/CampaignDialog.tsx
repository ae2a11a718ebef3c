import { Form, Input, Modal } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, type ReadCampaign, useChanged } from '../api.ts'
import { amountOf } from '../names.ts'
import { words } from '../words.ts'
import { campaignWords } from './words.ts'

/** What can be done with a campaign in a dialog. */
export type CampaignStep = 'discard' | 'file' | 'tell' | 'report'
type Values = { filedOn?: string; filingNumber?: string; spent?: number | string; words?: string; reason?: string }
type Props = { campaign: ReadCampaign; step: CampaignStep; onClose: () => void }

/** Files a campaign, tells of it, reports on it, or throws its plan away. */
export function CampaignDialog({ campaign, step, onClose }: Props) {
  const texts = useWords(words)
  const own = useWords(campaignWords)
  const changed = useChanged()
  const { id, version, fileUntil } = campaign
  const labels = {
    filedOn: own.filedOn, filingNumber: own.filingNumber, spent: own.spentAmount, words: step === 'report' ? own.reportWords : own.words, reason: texts.reason,
  }
  const record = useRecordForm<Values, Values, unknown>({
    name: `campaign-${step}`, labels, initialValues: step === 'file' ? { filedOn: chinaToday() } : {}, toInput: values => values,
    operation: ({ filedOn = '', filingNumber = '', spent, words: told = '', reason = '' }, options) => {
      if (step === 'file') return client.fileCampaign({ id, version, filedOn, filingNumber }, options)
      if (step === 'discard') return client.discardCampaign({ id, version, reason }, options)
      const news = { id, version, spent: amountOf(spent), words: told }
      return step === 'tell' ? client.publishProgress(news, options) : client.reportCampaign(news, options)
    },
    onSaved: async () => { onClose(); await changed() },
  })
  const must = (label: string) => [{ required: true, whitespace: true, message: texts.needed(label) }]
  const leads = { file: own.fileLead(fileUntil), tell: own.tellLead, report: own.reportLead, discard: own.discardLead }
  return (
    <Modal open title={own[step]} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{leads[step]}</p>
      <RecordForm record={record} submitLabel={own[step]} onCancel={onClose}>
        {step === 'file' && (
          <>
            <DateItem name="filedOn" label={labels.filedOn} required max={chinaToday()} />
            <Form.Item name="filingNumber" label={labels.filingNumber} rules={must(labels.filingNumber)}><Input maxLength={60} /></Form.Item>
          </>
        )}
        {(step === 'tell' || step === 'report') && (
          <>
            <MoneyItem name="spent" label={labels.spent} required />
            <Form.Item name="words" label={labels.words} rules={must(labels.words)}>
              <Input.TextArea rows={step === 'report' ? 8 : 4} maxLength={step === 'report' ? 3000 : 1000} showCount />
            </Form.Item>
          </>
        )}
        {step === 'discard' && (
          <Form.Item name="reason" label={labels.reason} rules={must(labels.reason)}><Input.TextArea rows={2} maxLength={200} showCount /></Form.Item>
        )}
      </RecordForm>
    </Modal>
  )
}
