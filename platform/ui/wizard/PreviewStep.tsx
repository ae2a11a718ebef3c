import { Alert, Button } from 'antd'
import { useWords } from '../words.ts'
import type { ImportPreview } from './import-wizard.ts'

type PreviewStepProps = { preview: ImportPreview; busy: boolean; onCommit: () => void; onBack: () => void }

/** What would be imported and which rows would not, before anything is written. */
export function PreviewStep({ preview, busy, onCommit, onBack }: PreviewStepProps) {
  const words = useWords()
  const listed = preview.problems.slice(0, 50)
  return (
    <>
      <Alert type={preview.bad > 0 ? 'warning' : 'success'} showIcon title={words.importCounts(preview.good, preview.bad)} description={preview.note} />
      {preview.markedFileUrl && <a href={preview.markedFileUrl} download>{words.importMarkedFile}</a>}
      {listed.length > 0 && (
        <>
          <h3>{words.importProblems}</h3>
          <ul className="xh-problems">
            {listed.map((problem, at) => (
              <li key={at}><strong>{words.importRow(problem.row)}{problem.column && ` · ${problem.column}`}</strong> {problem.message}</li>
            ))}
          </ul>
          {preview.problems.length > listed.length && <p>{words.importMoreProblems(preview.problems.length - listed.length)}</p>}
        </>
      )}
      <div className="xh-form-foot">
        <Button type="primary" disabled={preview.good === 0 && preview.next === undefined} loading={busy} onClick={onCommit}>
          {preview.next ?? words.importCommit(preview.good)}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </>
  )
}
