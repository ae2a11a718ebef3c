import { EyeOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { isRefusal, toRefusal, type Refusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { childClient, type OpenedCase } from '../api.ts'

type Contact = Awaited<ReturnType<typeof childClient.openChildFile>>

/** Whom one visits and where: opened by a click under the approval of the case or pairing, recorded, and gone with the page. */
export function ContactSheet({ of }: { of: OpenedCase }) {
  const { may } = useSession()
  const [contact, setContact] = useState<Contact>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [isBusy, setIsBusy] = useState(false)
  const open = async () => {
    setIsBusy(true)
    try {
      const purpose = may('case.read') ? 'case' : 'visit'
      setContact(await childClient.openChildFile({ id: of.childId, purpose, fields: ['name', 'phone', 'address', 'school', 'guardians'] }))
    } catch (problem) {
      setRefusal(toRefusal(problem))
    } finally {
      setIsBusy(false)
    }
  }
  const button = contact === undefined && <Button icon={<EyeOutlined aria-hidden="true" />} loading={isBusy} onClick={() => void open()}>查看姓名和住址</Button>
  return (
    <Sheet title="联系方式" actions={button}>
      {contact === undefined && refusal === undefined && <p className="xh-secondary">走访前点“查看姓名和住址”，每次查看都会记录。</p>}
      {refusal && <Refused refusal={refusal} childId={of.childId} mayAsk={may('access.request')} />}
      {contact && <ContactFacts contact={contact} />}
    </Sheet>
  )
}

function Refused({ refusal, childId, mayAsk }: { refusal: Refusal; childId: string; mayAsk: boolean }) {
  const lacksAccess = isRefusal(refusal, 'ACCESS_REQUIRED')
  const title = lacksAccess && !mayAsk ? '结对生效后才能查看，请联系本单位关工委。' : refusal.message
  return (
    <Alert
      type="warning" showIcon title={title} role="alert"
      action={lacksAccess && mayAsk && <Link to={`/children/${childId}`}><Button>去申请查阅</Button></Link>}
    />
  )
}

function ContactFacts({ contact }: { contact: Contact }) {
  return (
    <dl className="care-facts" aria-live="polite">
      <div><dt>姓名</dt><dd>{contact.name}</dd></div>
      <div><dt>住址</dt><dd>{contact.address ?? '未登记'}</dd></div>
      <div><dt>学校</dt><dd>{contact.school ?? '未登记'}</dd></div>
      <div><dt>电话</dt><dd>{contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : '未登记'}</dd></div>
      {contact.guardians?.map(guardian => (
        <div key={guardian.id}>
          <dt>监护人{guardian.isPrimary && '（先联系）'}</dt>
          <dd>{guardian.name} {guardian.phone ? <a href={`tel:${guardian.phone}`}>{guardian.phone}</a> : '无电话'}</dd>
        </div>
      ))}
    </dl>
  )
}
