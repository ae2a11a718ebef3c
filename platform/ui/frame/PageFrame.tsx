/** What stands around every page: header, navigation, the way to the content, the end of the session. */
import { MenuOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import type { NavigationEntry } from '../pages.ts'
import { useWords } from '../words.ts'
import { AccountMenu, type AccountLink } from './AccountMenu.tsx'
import { Brand } from './Brand.tsx'
import { DisplayChoices, DisplayMenu } from './DisplayMenu.tsx'
import { Navigation } from './Navigation.tsx'
import { useNarrow } from './preferences.tsx'
import { UnitSwitcher } from './UnitSwitcher.tsx'

export type PageFrameProps = {
  navigation: readonly NavigationEntry[]
  /** Stands in the header beside the account: the bell of the inbox, for instance. */
  headerExtra?: ReactNode
  /** Stand in the menu of the account. */
  accountLinks?: readonly AccountLink[]
  children: ReactNode
}

export function PageFrame({ navigation, headerExtra, accountLinks = [], children }: PageFrameProps) {
  const words = useWords()
  const narrow = useNarrow()
  return (
    <div className={narrow ? 'xh-frame xh-narrow' : 'xh-frame'}>
      <a className="xh-skip" href="#content">
        {words.skipToContent}
      </a>
      <header className="xh-header">
        {narrow && <NavigationDrawer navigation={navigation} />}
        <Link to="/" className="xh-brand-link">
          <Brand />
        </Link>
        <div className="xh-header-middle">{!narrow && <UnitSwitcher />}</div>
        {headerExtra}
        {!narrow && <DisplayMenu />}
        <AccountMenu links={accountLinks} />
      </header>
      <div className="xh-body">
        {!narrow && (
          <div className="xh-side">
            <Navigation entries={navigation} />
          </div>
        )}
        <main id="content" tabIndex={-1} className="xh-main">
          {children}
        </main>
      </div>
    </div>
  )
}

function NavigationDrawer({ navigation }: { navigation: readonly NavigationEntry[] }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button
        type="text"
        icon={<MenuOutlined aria-hidden="true" />}
        aria-label={words.openNavigation}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      <Drawer open={open} onClose={close} placement="left" size="min(88vw, 26rem)" title={words.navigation} className="xh-drawer">
        <UnitSwitcher />
        <Navigation entries={navigation} onChoose={close} />
        <DisplayChoices />
      </Drawer>
    </>
  )
}
