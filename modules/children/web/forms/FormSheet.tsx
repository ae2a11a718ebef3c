import { Link } from '@tanstack/react-router'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { formKinds } from '../../contract.ts'
import { useWords } from '#platform/ui/words.ts'
import type { ShownCard } from '../api.ts'
import { useNames } from '../names.ts'
import { registerWords } from '../words/register-words.ts'

/** The paper forms of a child: to fill in here, or to print empty. */
export function FormSheet({ child }: { child: ShownCard }) {
  const texts = useWords(registerWords)
  const { formTitles } = useNames()
  const { may } = useSession()
  return (
    <Sheet title={texts.forms}>
      {formKinds.map((kind) => (
        <p key={kind}>
          <strong>{formTitles[kind]}</strong>{' '}
          {may('child.open') && child.status === 'registered' && <Link to={`/children/${child.id}/forms/${kind}` as string}>{texts.fill}</Link>}{' '}
          <a href={`/api/child-form-blank.docx?kind=${kind}`}>{texts.blank}</a>
        </p>
      ))}
    </Sheet>
  )
}
