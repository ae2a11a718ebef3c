import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownDevice } from './api.ts'
import { CutOffDialog } from './CutOffDialog.tsx'
import { DeviceState } from './DeviceState.tsx'
import './phone.css'
import { words } from './words.ts'

/** The caller's own phones. */
export default function MyDevicesPage() {
  const texts = useWords(words)
  const [lost, setLost] = useState<ShownDevice>()
  const asked = useQuery(queries.listMyDevices.queryOptions({ input: {} }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  const devices = asked.data?.items
  return (
    <Page title={texts.myPhones} lead={texts.myPhonesLead} width="text">
      {devices === undefined && <Skeleton active />}
      {devices?.length === 0 && <Sheet title={texts.noPhones}><p>{texts.noPhonesLead}</p></Sheet>}
      {devices?.map(device => <DeviceSheet key={device.id} device={device} onCutOff={() => setLost(device)} />)}
      {lost && <CutOffDialog device={lost} onClose={() => setLost(undefined)} />}
    </Page>
  )
}

function DeviceSheet({ device, onCutOff }: { device: ShownDevice; onCutOff: () => void }) {
  const texts = useWords(words)
  const { momentText } = useWords()
  return (
    <Sheet title={device.name}>
      <dl className="ph-facts">
        <div><dt>{texts.status}</dt><dd><DeviceState device={device} /></dd></div>
        <div><dt>{texts.platform}</dt><dd>{device.platform}</dd></div>
        <div><dt>{texts.enrolled}</dt><dd>{momentText(device.enrolledAt)}</dd></div>
        <div><dt>{texts.lastSeen}</dt><dd>{momentText(device.lastSeenAt)}</dd></div>
        <div><dt>{texts.waiting}</dt><dd>{device.waitingCount}</dd></div>
      </dl>
      {device.cutOffAt === null && <Button onClick={onCutOff} aria-label={texts.cutOffTitle(device.personName, device.name)}>{texts.cutOff}</Button>}
    </Sheet>
  )
}
