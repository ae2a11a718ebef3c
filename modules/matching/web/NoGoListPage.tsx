import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { SearchSelect } from '#platform/ui/form/SearchSelect.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import { client, otherQueries, queries, type ShownNoGo, useChanged } from './api.ts'
import { proposalWords } from './proposal-words.ts'
import { words } from './words.ts'

/** Pairs that must not be made: written down with a reason, left out of every round, taken off again when the reason is gone. */
export default function NoGoListPage() {
  const texts = useWords(proposalWords)
  const { matching } = useWords(words)
  const columns = useColumns()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<ShownNoGo>()
  const changed = useChanged()
  const remove = async (row: ShownNoGo) => {
    await client.removeNoGoPair({ id: row.id })
    setRemoving(undefined)
    await changed()
  }
  return (
    <Page
      title={texts.noGoList} lead={texts.noGoLead} back={{ to: '/matching', label: matching }}
      actions={<Button type="primary" onClick={() => setAdding(true)}>{texts.addNoGo}</Button>}
    >
      <RecordList<ShownNoGo>
        caption={texts.noGoList} queryKey={queries.listNoGoPairs.key()} load={load} columns={columns(setRemoving)} searchHint={texts.volunteerHint}
        empty={{ title: texts.noGoEmpty, lead: texts.noGoEmptyLead }}
      />
      {adding && <NoGoDialog onClose={() => setAdding(false)} />}
      <ConfirmDialog
        open={removing !== undefined} title={texts.removeTitle} confirmLabel={texts.remove} onCancel={() => setRemoving(undefined)}
        onConfirm={() => (removing === undefined ? Promise.resolve() : remove(removing))}
      >
        <p>{removing && texts.removeLead(removing.volunteerName, removing.childLabel)}</p>
      </ConfirmDialog>
    </Page>
  )
}

function useColumns() {
  const texts = useWords(proposalWords)
  const { moment } = useWords(words)
  return (onRemove: (row: ShownNoGo) => void): RecordColumn<ShownNoGo>[] => [
    { key: 'child', title: texts.child, isName: true, render: row => texts.childSaid(row.childLabel) },
    { key: 'volunteer', title: texts.volunteer, render: row => row.volunteerName },
    { key: 'reason', title: texts.reason, render: row => row.reason },
    { key: 'by', title: texts.setBy, isWideOnly: true, render: row => `${row.setName} ${moment(row.setAt)}` },
    { key: 'acts', title: texts.acts, render: row => <Button size="small" onClick={() => onRemove(row)}>{texts.remove}</Button> },
  ]
}

type Values = { childId: string; volunteerId: string; reason: string }

function NoGoDialog({ onClose }: { onClose: () => void }) {
  const texts = useWords(proposalWords)
  const labels = { childId: texts.child, volunteerId: texts.volunteer, reason: texts.reason }
  const changed = useChanged()
  const record = useRecordForm<Values, Values, unknown>({
    name: 'no-go-pair', labels, operation: client.addNoGoPair, initialValues: {}, toInput: values => values, refusalFields: { NO_GO_KNOWN: 'volunteerId' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={texts.addNoGo} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>
      <RecordForm record={record} submitLabel={texts.add} onCancel={onClose}>
        <ChildItem />
        <VolunteerItem />
        <Form.Item name="reason" label={labels.reason} extra={texts.noNames} rules={[{ required: true, whitespace: true, message: texts.reasonNeeded }]}>
          <Input maxLength={200} placeholder={texts.reasonHint} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}

function ChildItem() {
  const texts = useWords(proposalWords)
  const { aside } = useWords()
  const [q, setQ] = useState('')
  const { data } = useQuery({ ...otherQueries.children.searchChildren.queryOptions({ input: { q, limit: 20 } }), enabled: q !== '', gcTime: 0 })
  const options = (data?.items ?? []).map(child => ({
    value: child.id, label: `${child.maskedName} · ${ageBandLabel(child.ageBand as AgeBand)}${aside(child.unitName)}`,
  }))
  return (
    <Form.Item name="childId" label={texts.child} rules={[{ required: true, message: texts.childNeeded }]}>
      <Select
        showSearch={{ filterOption: false, onSearch: text => setQ(text.trim()) }} options={options} placeholder={texts.childHint}
        notFoundContent={q === '' ? texts.typeToFind : texts.notFound}
      />
    </Form.Item>
  )
}

function VolunteerItem() {
  const texts = useWords(proposalWords)
  const { aside } = useWords()
  const find = async (q: string, signal: AbortSignal) => (await otherQueries.volunteers.listVolunteers.call({ q, limit: 20 }, { signal })).items
    .map(({ id, name, unitName }) => ({ value: id, label: name + aside(unitName) }))
  return (
    <Form.Item name="volunteerId" label={texts.volunteer} rules={[{ required: true, message: texts.volunteerNeeded }]}>
      <SearchSelect about="volunteers" find={find} hint={texts.volunteerFindHint} />
    </Form.Item>
  )
}

const load = ({ filters, after, limit, signal }: PageRequest) =>
  client.listNoGoPairs({ ...filters, limit, ...(after === undefined ? {} : { after }) }, { signal })
