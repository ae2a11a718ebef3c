import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ImportWizard } from '#platform/ui/wizard/ImportWizard.tsx'
import { queries } from './api.ts'
import { callbacksFor } from './callbacks.ts'

/** Brings a workbook in: upload, columns, check, done – and back again. */
export default function ImportPage() {
  const { kind: code = '' } = useParams({ strict: false }) as { kind?: string }
  const asked = useQuery(queries.listImportKinds.queryOptions())
  const kind = asked.data?.kinds.find((each) => each.code === code)
  const fields = useMemo(() => (kind?.columns ?? []).map(({ key, title, required, example }) => (
    { key, label: title, isRequired: required, ...(example === '' ? {} : { hint: `如：${example}` }) })), [kind])
  const callbacks = useMemo(() => callbacksFor(code, fields), [code, fields])
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return (
    <Page
      title={`导入${kind?.title ?? ''}`} back={{ to: '/imports', label: '导入记录' }}
      lead="原来的表格可以直接用：标题行、空行、各种日期写法都认得。检查时不写入任何数据。"
    >
      <Sheet>
        {kind === undefined
          ? <p>没有这种导入。</p>
          : <ImportWizard fields={fields} callbacks={callbacks} templateUrl={`/api/import-template?kind=${code}`} hint="支持 .xlsx，最大20MB。" />}
      </Sheet>
    </Page>
  )
}
