import { UserOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { toRefusal } from '../api/refusal.ts'
import { useWords } from '../words.ts'
import { useSession } from './session-context.tsx'

/** The person's own name, with what concerns only him behind it. */
export function AccountMenu() {
  const words = useWords()
  const session = useSession()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const acts: Record<string, () => void> = {
    password: () => void navigate({ to: '/password' }),
    signOut: () => void session.signOut().catch((problem: unknown) => message.error(toRefusal(problem).message)),
  }
  const items = [{ key: 'password', label: words.changePassword }, { type: 'divider' as const }, { key: 'signOut', label: words.signOut }]
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
