import { EyeOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { isRefusal, toRefusal, type Refusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { childClient, type OpenedCase } from '../api.ts'
import { careWords } from '../words.ts'
import { caseWords } from './words.ts'

type Contact = Awaited<ReturnType<typeof childClient.openChildFile>>

/** Whom one visits and where: opened by a click under the approval of the case or pairing, recorded, and gone with the page. */
export function ContactSheet({ of }: { of: OpenedCase }) {
  const words = useWords(caseWords)
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
  const button = contact === undefined && (
    <Button icon={<EyeOutlined aria-hidden="true" />} loading={isBusy} onClick={() => void open()}>{words.openContact}</Button>
  )
  return (
    <Sheet title={words.contact} actions={button}>
      {contact === undefined && refusal === undefined && <p className="xh-secondary">{words.contactLead}</p>}
      {refusal && <Refused refusal={refusal} childId={of.childId} mayAsk={may('access.request')} />}
      {contact && <ContactFacts contact={contact} />}
    </Sheet>
  )
}

function Refused({ refusal, childId, mayAsk }: { refusal: Refusal; childId: string; mayAsk: boolean }) {
  const words = useWords(caseWords)
  const lacksAccess = isRefusal(refusal, 'ACCESS_REQUIRED')
  const title = lacksAccess && !mayAsk ? words.notYetPaired : refusal.message
  return (
    <Alert
      type="warning" showIcon title={title} role="alert"
      action={lacksAccess && mayAsk && <Link to={`/children/${childId}`}><Button>{words.askAccess}</Button></Link>}
    />
  )
}

function ContactFacts({ contact }: { contact: Contact }) {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  return (
    <Facts
      tiles aria-live="polite" lines={[
        fact(words.name, contact.name), fact(words.address, contact.address ?? words.notRegistered), fact(words.school, contact.school ?? words.notRegistered),
        fact(care.phone, contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : words.notRegistered),
        ...(contact.guardians ?? []).map(guardian => fact(
          guardian.isPrimary ? `${words.guardian}${words.callFirst}` : words.guardian,
          <>{guardian.name} {guardian.phone ? <a href={`tel:${guardian.phone}`}>{guardian.phone}</a> : words.noPhone}</>)),
      ]}
    />
  )
}
