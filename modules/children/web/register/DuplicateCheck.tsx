import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client } from '../api.ts'
import { idCardCheck, phoneCheck } from './checks.ts'
import { useNames } from '../names.ts'
import { RequestTransferDialog } from '../transfers/RequestTransferDialog.tsx'
import { Types } from '../Types.tsx'
import { childWords } from '../words/child-words.ts'
import { registerWords } from '../words/register-words.ts'

/** What was looked for; it opens the form of registration. */
export type Checked = { name?: string; idNumber?: string; birthOn?: string; guardianPhone?: string }
type Found = Awaited<ReturnType<typeof client.findDuplicateChildren>>

/** Search before create: whoever may be the same child is shown before a new file can begin. */
export function DuplicateCheck({ onNew }: { onNew: (checked: Checked) => void }) {
  const texts = useWords(registerWords)
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
        <Form.Item name="name" label={texts.name} rules={[{ required: true, message: texts.nameNeeded }]}>
          <Input maxLength={60} autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="idNumber" label={texts.idNumber} extra={texts.idLead} rules={idCardCheck}>
          <Input maxLength={30} autoComplete="off" inputMode="text" />
        </Form.Item>
        <DateItem name="birthOn" label={texts.birthOn} extra={texts.birthLead} />
        <Form.Item name="guardianPhone" label={texts.guardianPhone} rules={phoneCheck}>
          <Input maxLength={30} autoComplete="off" inputMode="tel" />
        </Form.Item>
        <div role="alert">{problem && <Alert type="error" showIcon title={problem} className="xh-gap" />}</div>
        <div className="xh-gap">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {texts.check}
          </Button>
        </div>
      </Form>
      {found && <FoundChildren found={found} asked={form.getFieldsValue()} onNew={() => onNew(form.getFieldsValue())} />}
    </>
  )
}

function FoundChildren({ found, asked, onNew }: { found: Found; asked: Checked; onNew: () => void }) {
  const texts = useWords(registerWords)
  const { childOf } = useWords(childWords)
  const names = useNames()
  const { joined } = useWords()
  const isKnown = found.candidates.some((child) => child.isSameNumber) || found.elsewhere.some((unit) => unit.isSameNumber)
  const isEmpty = found.candidates.length === 0 && found.elsewhere.length === 0
  return (
    <section aria-label={texts.result} aria-live="polite">
      {isEmpty && <Alert type="success" showIcon className="xh-gap" title={texts.nobody} />}
      {found.candidates.length > 0 && <h3>{texts.maybeSame}</h3>}
      <ul className="xh-plain">
        {found.candidates.map((child) => (
          <li key={child.id}>
            <Link to={`/children/${child.id}` as string}>
              {joined([childOf(child.maskedName, names.sexes[child.sex], names.bandOf(child.ageBand)), child.unitName])}
            </Link>{' '}
            {child.isSameNumber && <StatusTag tone="danger">{texts.sameNumber}</StatusTag>}{' '}
            {!child.isSameNumber && child.reasons.map((reason) => (
              <StatusTag key={reason} tone="attention">{texts.same(names.duplicateReasons[reason])}</StatusTag>))}{' '}
            <Types types={child.derivedTypes} />
          </li>
        ))}
        {found.elsewhere.map((unit) => (
          <FoundElsewhere key={unit.unitName} unit={unit} asked={asked} />
        ))}
      </ul>
      {isKnown ? (
        <Alert type="warning" showIcon title={texts.isKnown} />
      ) : (
        <Button type="primary" onClick={onNew}>
          {isEmpty ? texts.goOn : texts.goOnAnyway}
        </Button>
      )}
    </section>
  )
}

/** The other unit's name and nothing else; from here one asks for the transfer. */
function FoundElsewhere({ unit, asked }: { unit: Found['elsewhere'][number]; asked: Checked }) {
  const texts = useWords(registerWords)
  const names = useNames()
  const { listed } = useWords()
  const { may } = useSession()
  const [isAsking, setIsAsking] = useState(false)
  const [isAsked, setIsAsked] = useState(false)
  const { name, idNumber, birthOn } = asked
  const who = { ...(name ? { name } : {}), ...(idNumber ? { idNumber } : {}), ...(birthOn ? { birthOn } : {}) }
  return (
    <li className="xh-gap">
      {unit.isSameNumber ? texts.elsewhereSame : texts.elsewhereLike(listed(unit.reasons.map((reason) => names.duplicateReasons[reason])))}
      <strong>{unit.unitName}</strong>{texts.elsewhereEnd}
      {may('child.transfer') && !isAsked && <Button size="small" onClick={() => setIsAsking(true)}>{texts.askTransfer}</Button>}
      {isAsked && <Link to="/transfers">{texts.seeTransfers}</Link>}
      {isAsking && <RequestTransferDialog asked={who} unitName={unit.unitName} onAsked={() => setIsAsked(true)} onClose={() => setIsAsking(false)} />}
    </li>
  )
}
