import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { instantText, type ShownAccount } from './api.ts'
import { words } from './words.ts'

/** Where an account stands, in one tag. */
export function AccountStatus({ account }: { account: ShownAccount }) {
  const texts = useWords(words)
  if (account.status !== 'active') return <StatusTag tone="neutral">{texts[account.status]}</StatusTag>
  if (account.lockedUntil !== null) return <StatusTag tone="danger">{texts.locked(instantText(account.lockedUntil))}</StatusTag>
  return account.mustChangePassword ? <StatusTag tone="attention">{texts.firstPassword}</StatusTag> : <StatusTag tone="good">{texts.active}</StatusTag>
}
