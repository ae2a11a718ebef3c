import { Alert, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import { bankColumns, type BankColumn, type BankMapping } from '../../contract.ts'
import { isWholeMapping } from '../../rules/bank/layout.ts'
import { Choice } from '../statements/BookChoice.tsx'
import { words } from './words.ts'

const nothing = '-'

/** Which column of a strange file holds what. */
export function MappingForm({ headings, onSubmit }: { headings: readonly string[]; onSubmit: (mapping: BankMapping) => Promise<void> }) {
  const texts = useWords(words)
  const [mapping, setMapping] = useState<BankMapping>({})
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const options = [{ value: nothing, label: texts.notInFile },
    ...headings.map((text, at) => ({ value: String(at), label: text === '' ? String(at + 1) : text }))]
  const set = (column: BankColumn, value: string) =>
    setMapping(({ [column]: _before, ...rest }) => (value === nothing ? rest : { ...rest, [column]: Number(value) }))
  const submit = async () => {
    setBusy(true)
    setProblem(undefined)
    await onSubmit(mapping).catch((error: unknown) => setProblem(toRefusal(error).message))
    setBusy(false)
  }
  return (
    <section aria-label={texts.mappingTitle}>
      <h3>{texts.mappingTitle}</h3>
      <p>{texts.mappingLead}</p>
      <div className="xh-filters">
        {bankColumns.map(column => (
          <Choice key={column} label={texts.columns[column]} value={mapping[column] === undefined ? nothing : String(mapping[column])} options={options}
            onChange={value => set(column, value)} />
        ))}
      </div>
      {problem !== undefined && <Alert type="error" showIcon title={problem} />}
      <div className="xh-form-foot">
        <Button type="primary" loading={busy} disabled={!isWholeMapping(mapping)} onClick={() => void submit()}>{texts.importNow}</Button>
      </div>
    </section>
  )
}
