import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, InputNumber, Radio, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { fileFields } from '#modules/children/contract.ts'
import { unitLoaders } from '#modules/organization/web/index.ts'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import { childQueries, client, queries, type ShownReferral, useChanged } from './api.ts'
import { fieldOptions } from './names.ts'
import './referrals.css'

/** Drafts a referral of one child: to whom, for what, and which fields travel. */
export default function NewReferralPage() {
  const { search } = useAddress<{ child: string }>()
  if (!search.child) {
    return (
      <Page title="转介" width="text" back={{ to: '/referrals', label: '转介' }}>
        <Sheet><p>转介从孩子的档案页发起。</p><Link to="/children"><Button type="primary">去关爱对象</Button></Link></Sheet>
      </Page>
    )
  }
  return <ForChild id={search.child} />
}

function ForChild({ id }: { id: string }) {
  const child = useQuery(childQueries.getChild.queryOptions({ input: { id } }))
  if (child.isError) return <ProblemPage problem={child.error} onRetry={() => void child.refetch()} />
  if (child.data === undefined) return <Skeleton active />
  const hasConsent = child.data.consents.some(({ kind, isValid }) => kind === 'sharing' && isValid)
  const covered = child.data.access.flatMap(({ fields }) => fields)
  return (
    <Page
      title={`转介：${child.data.maskedName} · ${ageBandLabel(child.data.ageBand as AgeBand)}`} width="text" back={{ to: `/children/${id}`, label: '孩子的档案' }}
      lead="先存草稿，看过再发出。只有选中的内容会给对方，到期自动关闭。"
    >
      <Sheet title="转给谁、请对方做什么"><ReferralForm childId={id} hasConsent={hasConsent} covered={covered} /></Sheet>
    </Page>
  )
}

type Field = (typeof fileFields)[number]
type Values = {
  target: 'unit' | 'body'; toUnitId?: string; toBodyId?: string; need: string; summary?: string; fields?: Field[]; accessDays: number; overrideReason?: string
}
type Input = Parameters<typeof client.draftReferral>[0]

const labels = {
  target: '转给', toUnitId: '接收单位', toBodyId: '外部机构', need: '请对方做什么', summary: '情况摘要', fields: '随转的档案内容', accessDays: '对方可查看的天数',
  overrideReason: '没有同意也必须转介的理由',
}

function ReferralForm({ childId, hasConsent, covered }: { childId: string; hasConsent: boolean; covered: readonly Field[] }) {
  const navigate = useNavigate()
  const changed = useChanged()
  const record = useRecordForm<Values, Input, ShownReferral>({
    name: 'draft-referral', labels, operation: client.draftReferral, initialValues: { target: 'unit', accessDays: 30 },
    toInput: values => inputOf(childId, values),
    refusalFields: { SAME_UNIT: 'toUnitId', UNIT_CLOSED: 'toUnitId', BODY_CLOSED: 'toBodyId', CONSENT_MISSING: 'overrideReason' },
    onSaved: async saved => { await changed(); await navigate({ to: `/referrals/${saved.id}` }) },
  })
  const target = Form.useWatch('target', record.form)
  return (
    <RecordForm record={record} submitLabel="存草稿">
      <Form.Item name="target" label={labels.target}>
        <Radio.Group options={[{ value: 'unit', label: '本平台的单位' }, { value: 'body', label: '部门、医院、学校等外部机构' }]} />
      </Form.Item>
      {target === 'body' ? <BodyItem /> : (
        <Form.Item name="toUnitId" label={labels.toUnitId} rules={[{ required: true, message: '请选择接收单位。' }]}>
          <UnitTreePicker loaders={unitLoaders} allowClear={false} />
        </Form.Item>
      )}
      <Form.Item name="need" label={labels.need} extra="加密保存。" rules={[{ required: true, whitespace: true, message: '请写希望对方做什么。' }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="summary" label={labels.summary} extra="对方需要知道的情况，不必写全部。加密保存。"><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
      <Form.Item name="fields" label={labels.fields} className="rf-choices" extra="只能选您自己有查阅许可的内容；用不到的不要选。">
        <CheckboxGroup options={fieldOptions.map(option => ({ ...option, disabled: !covered.includes(option.value) }))} />
      </Form.Item>
      <Form.Item name="accessDays" label={labels.accessDays} rules={[{ required: true, message: '请填天数。' }]}>
        <InputNumber min={1} max={90} precision={0} />
      </Form.Item>
      {!hasConsent && (
        <>
          <Alert
            type="warning" showIcon className="xh-gap" title="监护人还没有同意与他人共享信息。请先登记同意；确实来不及的，写明理由报未成年人信息负责人审批。"
            action={<Link to={`/children/${childId}`}><Button>去登记同意</Button></Link>}
          />
          <Form.Item name="overrideReason" label={labels.overrideReason} rules={[{ required: true, whitespace: true, message: '请写明理由，或先登记同意。' }]}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </>
      )}
    </RecordForm>
  )
}

function BodyItem() {
  const [typed, setTyped] = useState('')
  const found = useQuery(queries.listBodies.queryOptions({ input: { limit: 50, ...(typed.trim() === '' ? {} : { q: typed.trim() }) } }))
  const options = (found.data?.items ?? []).map(body => ({ value: body.id, label: body.name }))
  return (
    <Form.Item
      name="toBodyId" label={labels.toBodyId} extra={<>名录里没有的，请办公室先<Link to="/outside-bodies">添加</Link>。</>}
      rules={[{ required: true, message: '请选择外部机构。' }]}
    >
      <Select
        showSearch={{ onSearch: setTyped, filterOption: false }} options={options} loading={found.isFetching} placeholder="输入名称查找"
        notFoundContent="没有找到"
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
