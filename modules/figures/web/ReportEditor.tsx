import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Select } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useRef, useState } from 'react'
import { toRefusal, type Refusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownReport } from './api.ts'
import { reportWords as words } from './report-words.ts'

/** The unit's own text with its places for figures. What was typed stays until it is saved, also when saving is refused. */
export function ReportEditor({ report, template }: { report: ShownReport; template: 'summary' | 'speech' }) {
  const texts = useWords(words)
  const kit = useWords()
  const { message } = App.useApp()
  const { may, unit } = useSession()
  const cache = useQueryClient()
  const [title, setTitle] = useState(report.titleSource)
  const [body, setBody] = useState(report.body)
  const [refusal, setRefusal] = useState<Refusal>()
  const [isApproving, setIsApproving] = useState(false)
  const area = useRef<TextAreaRef>(null)
  const wanted = { unit: report.unitCode, year: report.year, template }
  const isChanged = title !== report.titleSource || body !== report.body
  const refresh = () => cache.invalidateQueries({ queryKey: queries.getYearlyReport.key() })
  const save = async () => {
    try {
      await client.saveYearlyReport({ ...wanted, title, body, version: report.version })
      setRefusal(undefined)
      await refresh()
      void message.success(texts.saved)
    } catch (problem) {
      setRefusal(toRefusal(problem))
    }
  }
  const insert = (code: string) => {
    const at = area.current?.resizableTextArea?.textArea.selectionStart ?? body.length
    setBody(`${body.slice(0, at)}{{${code}}}${body.slice(at)}`)
  }
  return (
    <Sheet title={texts.text}>
      {refusal && <Alert type="error" showIcon title={refusal.message} description={refusal.code === 'STALE' ? texts.stale : undefined} />}
      <Form layout="vertical" onFinish={() => void save()}>
        <Form.Item label={texts.title} htmlFor="report-title">
          <Input id="report-title" value={title} maxLength={100} onChange={event => setTitle(event.target.value)} />
        </Form.Item>
        <Form.Item label={texts.insert} htmlFor="report-figure"><FigureChoice onChoose={insert} /></Form.Item>
        <Form.Item label={texts.body} htmlFor="report-body">
          <Input.TextArea id="report-body" ref={area} value={body} autoSize={{ minRows: 12, maxRows: 30 }} onChange={event => setBody(event.target.value)} />
        </Form.Item>
        <div className="xh-form-foot">
          <Button type="primary" htmlType="submit" disabled={!isChanged && report.version > 0}>{kit.save}</Button>
          {may('report.approve') && ['city', 'county', 'province'].includes(unit.level) && (
            <Button disabled={isChanged || report.version === 0} onClick={() => setIsApproving(true)}>{texts.approve}</Button>
          )}
        </div>
      </Form>
      <ConfirmDialog
        open={isApproving} title={texts.approveTitle} confirmLabel={texts.approveConfirm} onCancel={() => setIsApproving(false)}
        onConfirm={async () => {
          await client.approveYearlyReport({ ...wanted, version: report.version })
          setIsApproving(false)
          await refresh()
        }}
      >
        <p>{texts.approveLead}</p>
      </ConfirmDialog>
    </Sheet>
  )
}

/** Every indicator by name; choosing one writes its place into the text. */
function FigureChoice({ onChoose }: { onChoose: (code: string) => void }) {
  const texts = useWords(words)
  const { aside } = useWords()
  const { data } = useQuery(queries.listIndicators.queryOptions())
  const current = data?.items.filter(item => item.validUntil === null) ?? []
  return (
    <Select
      id="report-figure" showSearch={{ optionFilterProp: 'label' }} value={null} placeholder={texts.indicatorHint}
      onChange={(code: string | null) => code && onChoose(code)} options={current.map(item => ({ value: item.code, label: item.name + aside(item.unit) }))}
    />
  )
}
