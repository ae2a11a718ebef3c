import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ImportWizard } from '#platform/ui/wizard/ImportWizard.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { callbacksFor } from './callbacks.ts'
import { words } from './words.ts'

/** Brings a workbook in: upload, columns, check, done – and back again. */
export default function ImportPage() {
  const texts = useWords(words)
  const { kind: code = '' } = useParams({ strict: false }) as { kind?: string }
  const asked = useQuery(queries.listImportKinds.queryOptions())
  const kind = asked.data?.kinds.find((each) => each.code === code)
  const fields = useMemo(() => (kind?.columns ?? []).map(({ key, title, required, example }) => (
    { key, label: title, isRequired: required, ...(example === '' ? {} : { hint: texts.example(example) }) })), [kind, texts])
  const navigate = useNavigate()
  const page = kind?.comparisonPage ?? null
  const callbacks = useMemo(() => callbacksFor(code, fields, texts, page === null ? undefined
    : (importId) => navigate({ to: page.replace('$id', importId) as string })), [code, fields, texts, page, navigate])
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return (
    <Page
      title={texts.importOf(kind === undefined ? '' : texts.kindTitle(kind))} back={{ to: '/imports', label: texts.imports }}
      lead={texts.pageLead}
    >
      <Sheet>
        {kind === undefined
          ? <p>{texts.unknownKind}</p>
          : <ImportWizard fields={fields} callbacks={callbacks} templateUrl={`/api/import-template?kind=${code}`} hint={texts.fileHint} />}
      </Sheet>
    </Page>
  )
}
