import { Link } from '@tanstack/react-router'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { formKinds } from '../../contract.ts'
import { formTitles } from '../../rules/form-lines.ts'
import type { ShownCard } from '../api.ts'

/** The paper forms of a child: to fill in here, or to print empty. */
export function FormSheet({ child }: { child: ShownCard }) {
  const { may } = useSession()
  return (
    <Sheet title="登记表">
      {formKinds.map((kind) => (
        <p key={kind}>
          <strong>{formTitles[kind]}</strong>{' '}
          {may('child.open') && child.status === 'registered' && <Link to={`/children/${child.id}/forms/${kind}` as string}>填写、打印</Link>}{' '}
          <a href={`/api/child-form-blank.docx?kind=${kind}`}>下载空白表</a>
        </p>
      ))}
    </Sheet>
  )
}
