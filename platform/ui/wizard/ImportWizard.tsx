/** Import in four steps that any record can use: upload, columns, check, done — and back again by undo. */
import { Alert, Button, Progress, Steps } from 'antd'
import { useState } from 'react'
import { toRefusal } from '../api/refusal.ts'
import { useNarrow } from '../frame/preferences.tsx'
import { FileDrop } from '../pieces/FileDrop.tsx'
import { useWords } from '../words.ts'
import type { ImportCallbacks, ImportField, ImportOutcome, ImportPreview, ImportSheet } from './import-wizard.ts'
import { MappingStep } from './MappingStep.tsx'
import { OutcomeStep } from './OutcomeStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'

export type ImportWizardProps = {
  fields: readonly ImportField[]
  callbacks: ImportCallbacks
  /** Address of an empty workbook with the right headings. */
  templateUrl?: string
  hint?: string
}

type State =
  | { step: 'upload' }
  | { step: 'mapping'; sheet: ImportSheet; mapping: Record<string, string> }
  | { step: 'preview'; sheet: ImportSheet; mapping: Record<string, string>; preview: ImportPreview }
  | { step: 'done'; sheet: ImportSheet; outcome: ImportOutcome }

const order = ['upload', 'mapping', 'preview', 'done'] as const

export function ImportWizard({ fields, callbacks, templateUrl, hint }: ImportWizardProps) {
  const words = useWords()
  const narrow = useNarrow()
  const [state, setState] = useState<State>({ step: 'upload' })
  const { busy, percent, problem, run } = useStep()
  const check = (sheet: ImportSheet, mapping: Record<string, string>) =>
    run(async () => setState({ step: 'preview', sheet, mapping, preview: await callbacks.preview(sheet.importId, mapping) }))
  const commit = (sheet: ImportSheet, mapping: Record<string, string>) =>
    run(async onProgress => setState({ step: 'done', sheet, outcome: await callbacks.commit(sheet.importId, mapping, onProgress) }))
  return (
    <div className="xh-wizard">
      <Steps
        current={order.indexOf(state.step)}
        items={order.map(step => ({ title: words.importSteps[step] }))}
        orientation={narrow ? 'vertical' : 'horizontal'}
        size="small"
      />
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} />}</div>
      {percent !== undefined && <Progress percent={percent} aria-label={words.importSteps[state.step]} />}
      {state.step === 'upload' && (
        <UploadStep upload={callbacks.upload} templateUrl={templateUrl} hint={hint} onUploaded={sheet =>
          setState({ step: 'mapping', sheet, mapping: sheet.suggested })} />
      )}
      {state.step === 'mapping' && (
        <MappingStep
          fields={fields}
          sheet={state.sheet}
          mapping={state.mapping}
          busy={busy}
          onChange={mapping => setState({ ...state, mapping })}
          onCheck={() => void check(state.sheet, state.mapping)}
          onBack={() => setState({ step: 'upload' })}
        />
      )}
      {state.step === 'preview' && (
        <PreviewStep
          preview={state.preview}
          busy={busy}
          onCommit={() => void commit(state.sheet, state.mapping)}
          onBack={() => setState({ step: 'mapping', sheet: state.sheet, mapping: state.mapping })}
        />
      )}
      {state.step === 'done' && (
        <OutcomeStep
          outcome={state.outcome}
          onUndo={() => callbacks.undo(state.sheet.importId)}
          onAgain={() => setState({ step: 'upload' })}
        />
      )}
      {busy && (
        <Button type="link" loading>
          {words.loading}
        </Button>
      )}
    </div>
  )
}

type UploadStepProps = Pick<ImportCallbacks, 'upload'> & { templateUrl: string | undefined; hint: string | undefined; onUploaded: (sheet: ImportSheet) => void }

function UploadStep({ upload, templateUrl, hint, onUploaded }: UploadStepProps) {
  const words = useWords()
  return (
    <>
      {templateUrl && <a href={templateUrl} download>{words.importTemplate}</a>}
      <FileDrop endings={['.xlsx', '.csv']} upload={upload} {...(hint ? { hint } : {})} onUploaded={onUploaded} />
    </>
  )
}

/** One step at a time, with its progress and the sentence with which it was refused. */
function useStep() {
  const [busy, setBusy] = useState(false)
  const [percent, setPercent] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const run = async (act: (onProgress: (percent: number) => void) => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    await act(setPercent).catch((refused: unknown) => setProblem(toRefusal(refused).message))
    setBusy(false)
    setPercent(undefined)
  }
  return { busy, percent, problem, run }
}
