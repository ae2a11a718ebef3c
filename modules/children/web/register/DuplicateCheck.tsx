import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { ageBandLabel } from '#platform/values/mask.ts'
import { client } from '../api.ts'
import { idCardCheck, phoneCheck } from './checks.ts'
import { sexNames } from '../names.ts'
import { RequestTransferDialog } from '../transfers/RequestTransferDialog.tsx'
import { Types } from '../Types.tsx'

/** What was looked for; it opens the form of registration. */
export type Checked = { name?: string; idNumber?: string; birthOn?: string; guardianPhone?: string }
type Found = Awaited<ReturnType<typeof client.findDuplicateChildren>>

/** Search before create: whoever may be the same child is shown before a new file can begin. */
export function DuplicateCheck({ onNew }: { onNew: (checked: Checked) => void }) {
  const [form] = Form.useForm<Checked>()
  const [found, setFound] = useState<Found>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const check = async (values: Checked) => {
    setIsBusy(true)
    setProblem(undefined)
    const asked = Object.fromEntries(Object.entries(values).filter(([, value]) => value))
    await client
      .findDuplicateChildren(asked)
      .then(setFound, (refused: unknown) => setProblem(toRefusal(refused).issues?.[0]?.message ?? toRefusal(refused).message))
    setIsBusy(false)
  }
  return (
    <>
      <Form
        form={form}
        name="duplicate-check"
        layout="vertical"
        className="xh-form"
        onFinish={(values) => void check(values)}
        onValuesChange={() => setFound(undefined)}
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名。' }]}>
          <Input maxLength={60} autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="idNumber" label="身份证号码" extra="没有就不填。" rules={idCardCheck}>
          <Input maxLength={30} autoComplete="off" inputMode="text" />
        </Form.Item>
        <DateItem name="birthOn" label="出生日期" extra="填了身份证号码可以不填。" />
        <Form.Item name="guardianPhone" label="监护人电话" rules={phoneCheck}>
          <Input maxLength={30} autoComplete="off" inputMode="tel" />
        </Form.Item>
        <div role="alert">{problem && <Alert type="error" showIcon title={problem} className="xh-gap" />}</div>
        <div className="xh-gap">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            查重
          </Button>
        </div>
      </Form>
      {found && <FoundChildren found={found} asked={form.getFieldsValue()} onNew={() => onNew(form.getFieldsValue())} />}
    </>
  )
}

function FoundChildren({ found, asked, onNew }: { found: Found; asked: Checked; onNew: () => void }) {
  const isKnown = found.candidates.some((child) => child.isSameNumber) || found.elsewhere.some((unit) => unit.isSameNumber)
  const isEmpty = found.candidates.length === 0 && found.elsewhere.length === 0
  return (
    <section aria-label="查重结果" aria-live="polite">
      {isEmpty && <Alert type="success" showIcon className="xh-gap" title="没有发现相同的孩子，可以登记。" />}
      {found.candidates.length > 0 && <h3>可能是同一个孩子，请先核对</h3>}
      <ul className="xh-plain">
        {found.candidates.map((child) => (
          <li key={child.id}>
            <Link to={`/children/${child.id}` as string}>
              {child.maskedName}（{sexNames[child.sex]}，{ageBandLabel(child.ageBand)}），{child.unitName}
            </Link>{' '}
            {child.isSameNumber && <StatusTag tone="danger">证件号码相同</StatusTag>} <Types types={child.derivedTypes} />
          </li>
        ))}
        {found.elsewhere.map((unit) => (
          <FoundElsewhere key={unit.unitName} unit={unit} asked={asked} />
        ))}
      </ul>
      {isKnown ? (
        <Alert type="warning" showIcon title="证件号码已经登记，不能重复登记。请打开原有档案，或向登记单位申请转接。" />
      ) : (
        <Button type="primary" onClick={onNew}>
          {isEmpty ? '继续登记' : '都不是，继续登记'}
        </Button>
      )}
    </section>
  )
}

/** The other unit's name and nothing else; from here one asks for the transfer. */
function FoundElsewhere({ unit, asked }: { unit: Found['elsewhere'][number]; asked: Checked }) {
  const { may } = useSession()
  const [isAsking, setIsAsking] = useState(false)
  const { name, idNumber, birthOn } = asked
  const who = { ...(name ? { name } : {}), ...(idNumber ? { idNumber } : {}), ...(birthOn ? { birthOn } : {}) }
  return (
    <li className="xh-gap">
      {unit.isSameNumber ? '已由' : '同名同生日的孩子已由'}
      <strong>{unit.unitName}</strong>登记，请向其申请转接。
      {may('child.transfer') && <Button size="small" onClick={() => setIsAsking(true)}>申请转接</Button>}
      {isAsking && <RequestTransferDialog asked={who} unitName={unit.unitName} onClose={() => setIsAsking(false)} />}
    </li>
  )
}
