import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownDevice } from './api.ts'
import { CutOffDialog } from './CutOffDialog.tsx'
import { DeviceState } from './DeviceState.tsx'
import { words } from './words.ts'

/** The phones of the people of a range; a lost one is cut off here. */
export default function DeviceListPage() {
  const texts = useWords(words)
  const [lost, setLost] = useState<ShownDevice>()
  const columns = useColumns()
  const filters: RecordFilter[] = [{
    key: 'status', label: texts.status, kind: 'choice', options: [{ value: 'in-use', label: texts.inUse }, { value: 'cut-off', label: texts.cutOffState }],
  }]
  return (
    <Page title={texts.phones} lead={texts.phonesLead}>
      <RecordList<ShownDevice>
        caption={texts.phones} queryKey={queries.listDevices.key()} load={load} columns={columns(setLost)} filters={filters} searchHint={texts.searchPerson}
        empty={{ title: texts.noPhones, lead: texts.noPhonesLead }}
      />
      {lost && <CutOffDialog device={lost} onClose={() => setLost(undefined)} />}
    </Page>
  )
}

function useColumns() {
  const texts = useWords(words)
  const { momentText } = useWords()
  return (onCutOff: (device: ShownDevice) => void): RecordColumn<ShownDevice>[] => [
    { key: 'person', title: texts.owner, isName: true, render: device => device.personName },
    { key: 'name', title: texts.name, render: device => device.name },
    { key: 'platform', title: texts.platform, isWideOnly: true, render: device => device.platform },
    { key: 'seen', title: texts.lastSeen, render: device => momentText(device.lastSeenAt) },
    { key: 'waiting', title: texts.waiting, align: 'right', render: device => device.waitingCount },
    { key: 'status', title: texts.status, render: device => <DeviceState device={device} /> },
    { key: 'acts', title: texts.acts, render: device => device.cutOffAt === null && (
      <Button size="small" onClick={() => onCutOff(device)} aria-label={texts.cutOffTitle(device.personName, device.name)}>{texts.cutOff}</Button>
    ) },
  ]
}

const load = ({ filters, after, limit, signal }: PageRequest) =>
  client.listDevices({ ...filters, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listDevices>[0], { signal })
