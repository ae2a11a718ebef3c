import { ApartmentOutlined, DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { toRefusal } from '../api/refusal.ts'
import { useWords } from '../words.ts'
import { useSession } from './session-context.tsx'

/** Says for which unit and in which post one acts, and changes it for people who hold several. */
export function UnitSwitcher() {
  const words = useWords()
  const session = useSession()
  const { message } = App.useApp()
  const [switching, setSwitching] = useState(false)
  const current = session.grants.find(grant => grant.id === session.grantId)
  const title = current ? `${session.unit.name} · ${current.roleName}` : session.unit.name
  if (session.grants.length < 2)
    return (
      <span className="xh-unit">
        <ApartmentOutlined aria-hidden="true" /> {title}
      </span>
    )

  const choose = async (grantId: string) => {
    setSwitching(true)
    await session.switchUnit(grantId).catch((problem: unknown) => message.error(toRefusal(problem).message))
    setSwitching(false)
  }
  const items = session.grants.map(grant => ({ key: grant.id, label: `${grant.unitName} · ${grant.roleName}` }))
  const menu = {
    items,
    selectable: true,
    selectedKeys: current ? [current.id] : [],
    onClick: ({ key }: { key: string }) => void choose(key),
  }
  return (
    <Dropdown menu={menu} trigger={['click']} autoFocus>
      <Button className="xh-unit" type="text" loading={switching} aria-haspopup="menu" aria-label={words.labelled(words.switchUnit, title)}>
        <ApartmentOutlined aria-hidden="true" />
        <span className="xh-unit-name">{title}</span>
        <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  )
}
