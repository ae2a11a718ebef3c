import { useNavigate } from '@tanstack/react-router'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { PasswordForm } from './PasswordForm.tsx'

export default function PasswordPage() {
  const words = useWords()
  const navigate = useNavigate()
  return (
    <Page title={words.changePassword} width="text">
      <Sheet><PasswordForm onChanged={() => navigate({ to: '/' })} /></Sheet>
    </Page>
  )
}
