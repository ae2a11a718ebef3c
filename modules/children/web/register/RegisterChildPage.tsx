import { useNavigate } from '@tanstack/react-router'
import { App, Steps } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useNarrow } from '#platform/ui/frame/preferences.tsx'
import { DuplicateCheck, type Checked } from './DuplicateCheck.tsx'
import { RegisterChildForm } from './RegisterChildForm.tsx'

/** Two steps: look whether the child is registered already, then register with guardians, facts and consent in one go. */
export default function RegisterChildPage() {
  const [checked, setChecked] = useState<Checked>()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { message } = App.useApp()
  return (
    <Page title="登记孩子" back={{ to: '/children', label: '关爱对象' }} width="text" lead="先查重，再登记。一个孩子只有一份档案。">
      <Steps
        className="xh-gap"
        size="small"
        orientation={narrow ? 'vertical' : 'horizontal'}
        current={checked ? 1 : 0}
        items={[{ title: '查重' }, { title: '登记' }]}
      />
      {checked === undefined ? (
        <Sheet title="先看是否已经登记">
          <DuplicateCheck onNew={setChecked} />
        </Sheet>
      ) : (
        <RegisterChildForm
          checked={checked}
          onCancel={() => setChecked(undefined)}
          onRegistered={async (child) => {
            void message.success('已登记。30天内您可以打开这份档案补充内容。')
            await navigate({ to: `/children/${child.id}` as string })
          }}
        />
      )}
    </Page>
  )
}
