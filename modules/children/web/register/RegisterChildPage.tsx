import { useNavigate } from '@tanstack/react-router'
import { App, Steps } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useNarrow } from '#platform/ui/frame/preferences.tsx'
import { useWords } from '#platform/ui/words.ts'
import { registerWords } from '../words/register-words.ts'
import { DuplicateCheck, type Checked } from './DuplicateCheck.tsx'
import { RegisterChildForm } from './RegisterChildForm.tsx'

/** Two steps: look whether the child is registered already, then register with guardians, facts and consent in one go. */
export default function RegisterChildPage() {
  const texts = useWords(registerWords)
  const [checked, setChecked] = useState<Checked>()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { message } = App.useApp()
  return (
    <Page title={texts.title} back={{ to: '/children', label: texts.children }} width="text" lead={texts.lead}>
      <Steps
        className="xh-gap"
        size="small"
        orientation={narrow ? 'vertical' : 'horizontal'}
        current={checked ? 1 : 0}
        items={[{ title: texts.check }, { title: texts.register }]}
      />
      {checked === undefined ? (
        <Sheet title={texts.lookFirst}>
          <DuplicateCheck onNew={setChecked} />
        </Sheet>
      ) : (
        <RegisterChildForm
          checked={checked}
          onCancel={() => setChecked(undefined)}
          onRegistered={async (child) => {
            void message.success(texts.registered)
            await navigate({ to: `/children/${child.id}` as string })
          }}
        />
      )}
    </Page>
  )
}
