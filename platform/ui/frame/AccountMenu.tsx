import { UserOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { toRefusal } from '../api/refusal.ts'
import { useWords } from '../words.ts'
import { useSession } from './session-context.tsx'

/** A way out of this page to another one of the same house. */
export type AccountLink = { key: string; label: string; href: string }

/** The person's own name, with what concerns only him behind it. */
export function AccountMenu({ links }: { links: readonly AccountLink[] }) {
  const words = useWords()
  const session = useSession()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const acts: Record<string, () => void> = {
    password: () => void navigate({ to: '/password' }),
    signOut: () => void session.signOut().catch((problem: unknown) => message.error(toRefusal(problem).message)),
  }
  const items = [
    ...links.map(({ key, label, href }) => ({ key, label: <a href={href}>{label}</a> })), { key: 'password', label: words.changePassword },
    { type: 'divider' as const }, { key: 'signOut', label: words.signOut },
  ]
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => acts[key]?.() }} trigger={['click']} autoFocus placement="bottomRight">
      <Button
        type="text"
        icon={<UserOutlined aria-hidden="true" />}
        aria-haspopup="menu"
        aria-label={words.labelled(words.account, session.person.name)}
      >
        <span className="xh-wide-only">{session.person.name}</span>
      </Button>
    </Dropdown>
  )
}
