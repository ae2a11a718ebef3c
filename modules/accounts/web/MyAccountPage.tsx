import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Form, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { FormDialog } from './AccountDialogs.tsx'
import { client, instantText, queries, useAskAgain } from './api.ts'
import { words } from './words.ts'

/** The person's own devices and delegations. */
export default function MyAccountPage() {
  const texts = useWords(words)
  const { may } = useSession()
  return (
    <Page title={texts.mine} lead={texts.mineLead} width="text">
      <DeviceList />
      {may('right.delegate') && <DelegationList />}
    </Page>
  )
}

function DeviceList() {
  const texts = useWords(words)
  const askAgain = useAskAgain()
  const asked = useQuery(queries.listSessions.queryOptions())
  const endAll = async () => {
    await client.endAllSessions()
    location.assign('/')
  }
  const end = async (id: string) => {
    await client.endSession({ id })
    await askAgain()
  }
  return (
    <Sheet title={texts.devices} actions={<Button danger onClick={() => void endAll()}>{texts.signOutAll}</Button>}>
      {asked.isPending && <Skeleton active title={false} />}
      <ul className="xh-cards" aria-label={texts.devices}>
        {asked.data?.items.map(device => (
          <li key={device.id}>
            <div className="xh-sheet-head">
              <div>{deviceName(device.device, texts.wechat)} {device.isCurrent && <StatusTag tone="good">{texts.current}</StatusTag>}
                <p className="xh-secondary">{device.address}
                · {texts.signedInAt} {instantText(device.createdAt)} · {texts.lastSeen} {instantText(device.lastSeenAt)}</p></div>
              {!device.isCurrent && <Button size="small" onClick={() => void end(device.id)}>{texts.signOut}</Button>}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** A browser's own long name, as people would call it. */
function deviceName(agent: string, wechat: string): string {
  const browser = /Edg|Firefox|Chrome|Safari|MicroMessenger/.exec(agent)?.[0]?.replace('Edg', 'Edge').replace('MicroMessenger', wechat)
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0]
  return [browser, system].filter(Boolean).join(' · ') || agent || '—'
}

function DelegationList() {
  const texts = useWords(words)
  const { aside } = useWords()
  const askAgain = useAskAgain()
  const [isDelegating, setIsDelegating] = useState(false)
  const [ended, setEnded] = useState<string>()
  const asked = useQuery(queries.listDelegations.queryOptions({ input: { limit: 100 } }))
  return (
    <Sheet title={texts.delegations} actions={<Button onClick={() => setIsDelegating(true)}>{texts.delegate}</Button>}>
      <p className="xh-secondary">{texts.delegateLead}</p>
      {asked.data?.items.length === 0 && <p>{texts.noDelegations}</p>}
      <ul className="xh-cards" aria-label={texts.delegations}>
        {asked.data?.items.map(each => (
          <li key={each.id}>
            <div className="xh-sheet-head">
              <div>{texts.delegationOf(each.giverName, each.receiverName, each.roleName + aside(each.unitName))} <span
                className="xh-secondary">{texts.until} {each.untilOn}</span></div>
              {each.isMine && <Button size="small" onClick={() => setEnded(each.id)}>{texts.takeBack}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {isDelegating && <DelegateDialog onClose={() => setIsDelegating(false)} />}
      <ConfirmDialog open={ended !== undefined} title={texts.takeBackTitle} confirmLabel={texts.takeBack} onCancel={() => setEnded(undefined)}
        onConfirm={async () => {
        await client.endDelegation({ id: ended ?? '' })
        await askAgain()
        setEnded(undefined)
      }} />
    </Sheet>
  )
}

function DelegateDialog({ onClose }: { onClose: () => void }) {
  const texts = useWords(words)
  const { aside } = useWords()
  const [q, setQ] = useState('')
  // The first ones can be chosen at once; a city has more of them than a list holds, so what is typed is asked for.
  const colleagues = useQuery(queries.listColleagues.queryOptions({ input: { limit: 50, ...(q === '' ? {} : { q }) }, placeholderData: keepPreviousData }))
  const labels = { accountId: texts.colleague, untilOn: texts.untilOn }
  return (
    <FormDialog<{ accountId: string; untilOn: string }, { accountId: string; untilOn: string }, unknown>
      name="delegate-right" title={texts.delegate} labels={labels} initialValues={{}} operation={client.delegateRight} onClose={onClose}
        toInput={values => values}
      refusalFields={{ DELEGATION_TOO_LONG: 'untilOn', DELEGATION_IN_PAST: 'untilOn', BEYOND_OWN_RIGHT: 'untilOn', ALREADY_GRANTED: 'accountId',
        ROLE_EXCLUDES: 'accountId' }}
    >
      <Form.Item name="accountId" label={labels.accountId} rules={[{ required: true, message: texts.needed(labels.accountId) }]}>
        <Select showSearch={{ filterOption: false, onSearch: text => setQ(text.trim()) }} loading={colleagues.isFetching} options={colleagues.data?.items
          .map(each => ({ value: each.id, label: each.personName + aside(each.unitName) })) ?? []} />
      </Form.Item>
      <DateItem name="untilOn" label={labels.untilOn} required min={chinaToday()} />
    </FormDialog>
  )
}
