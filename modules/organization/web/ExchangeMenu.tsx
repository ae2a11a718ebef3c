import { DownOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { words } from './words.ts'

/** Units and posts out as workbooks, and in again. */
export function ExchangeMenu() {
  const texts = useWords(words)
  const { may } = useSession()
  const navigate = useNavigate()
  const items = [
    ...(may('unit.manage') ? [{ key: '/imports/units', label: texts.importUnits }] : []),
    ...(may('post.manage') ? [{ key: '/imports/posts', label: texts.importPosts }] : []),
    { key: 'units', label: <a href="/api/exports/units.xlsx" download>{texts.exportUnits}</a> },
    ...(may('post.read') ? [{ key: 'posts', label: <a href="/api/exports/posts.xlsx" download>{texts.exportPosts}</a> }] : []),
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => { if (key.startsWith('/')) void navigate({ href: key }) } }}>
      <Button>{texts.exchange} <DownOutlined aria-hidden="true" /></Button>
    </Dropdown>
  )
}
