import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
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
      <Facts
        lines={[
          fact(texts.status, <DeviceState device={device} />), fact(texts.platform, device.platform), fact(texts.enrolled, momentText(device.enrolledAt)),
          fact(texts.lastSeen, momentText(device.lastSeenAt)), fact(texts.waiting, device.waitingCount),
        ]}
      />
      {device.cutOffAt === null && <Button onClick={onCutOff} aria-label={texts.cutOffTitle(device.personName, device.name)}>{texts.cutOff}</Button>}
    </Sheet>
  )
}
