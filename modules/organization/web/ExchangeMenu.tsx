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
    { key: '/api/exports/units.xlsx', label: texts.exportUnits },
    ...(may('post.read') ? [{ key: '/api/exports/posts.xlsx', label: texts.exportPosts }] : []),
  ]
  // A workbook is an attachment: the page stays where it is while it is saved.
  const open = (address: string) => (address.startsWith('/api/') ? window.location.assign(address) : void navigate({ href: address }))
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => open(key) }}>
      <Button>{texts.exchange} <DownOutlined aria-hidden="true" /></Button>
    </Dropdown>
  )
}
