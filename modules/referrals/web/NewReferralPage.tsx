import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Radio, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { fileFields } from '#modules/children/contract.ts'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { SearchSelect } from '#platform/ui/form/SearchSelect.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import { childQueries, client, queries, type ShownReferral, useChanged } from './api.ts'
import { draftWords } from './draft-words.ts'
import './referrals.css'
import { words } from './words.ts'

/** Drafts a referral of one child: to whom, for what, and which fields travel. */
export default function NewReferralPage() {
  const texts = useWords(draftWords)
  const { referrals, toChildren } = useWords(words)
  const { search } = useAddress<{ child: string }>()
  if (!search.child) {
    return (
      <Page title={referrals} width="text" back={{ to: '/referrals', label: referrals }}>
        <Sheet><p>{texts.startsAtChild}</p><Link to="/children"><Button type="primary">{toChildren}</Button></Link></Sheet>
      </Page>
    )
  }
  return <ForChild id={search.child} />
}

function ForChild({ id }: { id: string }) {
  const texts = useWords(draftWords)
  const { referralOf } = useWords(words)
  // A consent recorded in another tab is seen when the reader comes back to this one; what stands in the form stays.
  const child = useQuery({ ...childQueries.getChild.queryOptions({ input: { id } }), refetchOnWindowFocus: ({ state }) => !hasSharing(state.data) && 'always' })
  if (hasNothingToShow(child)) return <ProblemPage problem={child.error} onRetry={() => void child.refetch()} />
  if (child.data === undefined) return <Skeleton active />
  const covered = child.data.access.flatMap(({ fields }) => fields)
  return (
    <Page
      title={referralOf(`${child.data.maskedName} · ${ageBandLabel(child.data.ageBand as AgeBand)}`)} width="text"
      back={{ to: `/children/${id}`, label: texts.childFile }} lead={texts.lead}
    >
      <Sheet title={texts.whatFor}><ReferralForm childId={id} hasConsent={hasSharing(child.data)} covered={covered} /></Sheet>
    </Page>
  )
}

const hasSharing = (child: { consents: readonly { kind: string; isValid: boolean }[] } | undefined): boolean =>
  child?.consents.some(({ kind, isValid }) => kind === 'sharing' && isValid) ?? false

type Field = (typeof fileFields)[number]
type Values = {
  target: 'unit' | 'body'; toUnitId?: string; toBodyId?: string; need: string; summary?: string; fields?: Field[]; accessDays: number; overrideReason?: string
}
type Input = Parameters<typeof client.draftReferral>[0]

function ReferralForm({ childId, hasConsent, covered }: { childId: string; hasConsent: boolean; covered: readonly Field[] }) {
  const labels = useWords(draftWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const record = useRecordForm<Values, Input, ShownReferral>({
    name: 'draft-referral', labels, operation: client.draftReferral, initialValues: { target: 'unit', accessDays: 30 },
    toInput: values => inputOf(childId, values),
    refusalFields: { SAME_UNIT: 'toUnitId', UNIT_CLOSED: 'toUnitId', BODY_CLOSED: 'toBodyId', CONSENT_MISSING: 'overrideReason' },
    onSaved: async saved => { await changed(); await navigate({ to: `/referrals/${saved.id}` }) },
  })
  const { fieldWords } = useWords(words)
  const target = Form.useWatch('target', record.form)
  return (
    <RecordForm record={record} submitLabel={labels.saveDraft}>
      {!hasConsent && <ConsentNeeded childId={childId} />}
      <Form.Item name="target" label={labels.target}>
        <Radio.Group options={[{ value: 'unit', label: labels.targetUnit }, { value: 'body', label: labels.targetBody }]} />
      </Form.Item>
      {target === 'body' ? <BodyItem /> : <UnitItem />}
      <Form.Item name="need" label={labels.need} extra={labels.sealed} rules={[{ required: true, whitespace: true, message: labels.needNeeded }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="summary" label={labels.summary} extra={labels.summaryLead}><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
      <Form.Item name="fields" label={labels.fields} className="rf-choices" extra={covered.length === 0 ? labels.fieldsNone : labels.fieldsLead}>
        <CheckboxGroup options={fileFields.map(value => ({ value, label: fieldWords[value], disabled: !covered.includes(value) }))} />
      </Form.Item>
      <WholeNumberItem name="accessDays" label={labels.accessDays} min={1} max={90} required />
      {!hasConsent && (
        <Form.Item name="overrideReason" label={labels.overrideReason} rules={[{ required: true, whitespace: true, message: labels.reasonNeeded }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
    </RecordForm>
  )
}

/** Said before anything is typed; the way to the consent opens beside this page, which would lose what stands in it. */
function ConsentNeeded({ childId }: { childId: string }) {
  const texts = useWords(draftWords)
  return (
    <Alert
      type="warning" showIcon className="xh-gap" title={texts.noConsent}
      description={<Button href={`/children/${childId}`} target="_blank">{texts.recordConsent}</Button>}
    />
  )
}

/** Any open unit of the city: who can help a child stands as a rule beside one's own range or above it. */
function UnitItem() {
  const texts = useWords(draftWords)
  return (
    <Form.Item name="toUnitId" label={texts.toUnitId} rules={[{ required: true, message: texts.unitNeeded }]}>
      <SearchSelect about="open-units" find={findUnits} hint={texts.unitHint} />
    </Form.Item>
  )
}

const findUnits = async (q: string, signal: AbortSignal) => (await childQueries.listTransferUnits.call({ q }, { signal })).items
  .map(({ id, name, above }) => ({ value: id, label: above === null ? name : `${above} · ${name}` }))

function BodyItem() {
  const texts = useWords(draftWords)
  const [typed, setTyped] = useState('')
  const found = useQuery(queries.listBodies.queryOptions({ input: { limit: 50, ...(typed.trim() === '' ? {} : { q: typed.trim() }) } }))
  const options = (found.data?.items ?? []).map(body => ({ value: body.id, label: body.name }))
  return (
    <Form.Item
      name="toBodyId" label={texts.toBodyId} extra={<>{texts.bodyMissing}<a href="/outside-bodies" target="_blank">{texts.addBody}</a>{texts.bodyMissingEnd}</>}
      rules={[{ required: true, message: texts.bodyNeeded }]}
    >
      <Select
        showSearch={{ onSearch: setTyped, filterOption: false }} options={options} loading={found.isFetching} placeholder={texts.bodyHint}
        notFoundContent={texts.nothingFound}
      />
    </Form.Item>
  )
}

function inputOf(childId: string, { target, toUnitId, toBodyId, need, summary = '', fields = [], accessDays, overrideReason }: Values): Input {
  return {
    childId, need, summary, fields, accessDays, ...(target === 'unit' && toUnitId ? { toUnitId } : {}), ...(target === 'body' && toBodyId ? { toBodyId } : {}),
    ...(overrideReason?.trim() ? { overrideReason } : {}),
  }
}
