import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Descriptions, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Slot } from '#platform/ui/slots.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownVolunteer } from './api.ts'
import { ClearanceTag, VolunteerStatus } from './Tags.tsx'
import { useVolunteerWords } from './use-volunteer-words.ts'
import { ClearanceDialog, IdNumberDialog, InsuranceDialog, MoveDialog, StatusDialog } from './VolunteerDialogs.tsx'
import { words } from './words.ts'

/** One volunteer: who it is, for what one may ask, until when clearance and insurance hold. */
export default function VolunteerPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getVolunteer.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <VolunteerView volunteer={asked.data} /> : <Skeleton active />
}

const dialogs = { clearance: ClearanceDialog, insurance: InsuranceDialog, status: StatusDialog, move: MoveDialog, idNumber: IdNumberDialog }
type DialogName = keyof typeof dialogs

function VolunteerView({ volunteer }: { volunteer: ShownVolunteer }) {
  const texts = useWords(words)
  const { may } = useSession()
  const [open, setOpen] = useState<DialogName>()
  const Dialog = open === undefined ? undefined : dialogs[open]
  const mayManage = may('volunteer.manage')
  return (
    <Page
      title={volunteer.name} back={{ to: '/volunteers', label: texts.volunteers }}
      lead={<>{texts.joined(volunteer.unitName, volunteer.joinedOn)}<VolunteerStatus status={volunteer.status} /></>}
      {...(mayManage ? { actions: <Acts volunteer={volunteer} onOpen={setOpen} /> } : {})}
    >
      <PersonSheet volunteer={volunteer} onOpen={mayManage ? setOpen : undefined} />
      <ServiceSheet volunteer={volunteer} />
      <Slot name="volunteer-page.pairings" props={{ volunteerId: volunteer.id }} />
      <ValiditySheet volunteer={volunteer} onOpen={mayManage && volunteer.status !== 'left' ? setOpen : undefined} />
      {Dialog && <Dialog volunteer={volunteer} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

type Opener = ((name: DialogName) => void) | undefined

function Acts({ volunteer, onOpen }: { volunteer: ShownVolunteer; onOpen: (name: DialogName) => void }) {
  const texts = useWords(words)
  return (
    <>
      {volunteer.status !== 'left' && <Button onClick={() => onOpen('move')}>{texts.moveTo}</Button>}
      <Button onClick={() => onOpen('status')}>{texts.changeStatus}</Button>
      <Link to={`/volunteers/${volunteer.id}/correct` as string}><Button type="primary" tabIndex={-1}>{texts.correct}</Button></Link>
    </>
  )
}

/** What was left empty says so; yes and no in words. */
function useBlanks() {
  const { notGiven } = useWords(words)
  const { yes, no } = useWords()
  return {
    orBlank: (text: string | null) => text ?? notGiven,
    yesNo: (value: boolean | null) => (value === null ? notGiven : value ? yes : no),
  }
}

function PersonSheet({ volunteer, onOpen }: { volunteer: ShownVolunteer; onOpen: Opener }) {
  const texts = useWords(words)
  const { joined } = useWords()
  const { orBlank, yesNo } = useBlanks()
  const { birthOn, education, introducer, joinedBy, statusOn, statusReason } = volunteer
  const idNumber = volunteer.maskedIdNumber === null ? texts.notGiven : (
    <>{volunteer.maskedIdNumber} {onOpen && <Button size="small" onClick={() => onOpen('idNumber')}>{texts.show}</Button>}</>)
  const joining = texts.joinedByWords[joinedBy] + (introducer === null ? '' : texts.introducedBy(introducer.name))
  return (
    <Sheet title={texts.person}>
      <Descriptions
        column={{ xs: 1, sm: 2 }}
        items={[
          { key: 'sex', label: texts.sex, children: texts.sexWords[volunteer.sex] },
          { key: 'birthOn', label: texts.birthOn, children: birthOn === null ? texts.notGiven : texts.birthOf(birthOn, volunteer.ageYears) },
          { key: 'phone', label: texts.phone, children: orBlank(volunteer.phone) },
          { key: 'idNumber', label: texts.idNumber, children: idNumber },
          { key: 'party', label: texts.party, children: yesNo(volunteer.isPartyMember) },
          { key: 'education', label: texts.education, children: education === null ? texts.notGiven : texts.educationWords[education] },
          { key: 'formerWork', label: texts.formerWork, children: orBlank(volunteer.formerWork) },
          { key: 'joinedBy', label: texts.joinedBy, children: joining },
          ...(volunteer.introducedCount === 0 ? [] : [{ key: 'introduced', label: texts.introduced, children: texts.people(volunteer.introducedCount) }]),
          ...(statusOn === null ? [] : [{ key: 'statusOn', label: texts.statusSince, children: joined([statusOn, ...(statusReason ? [statusReason] : [])]) }]),
        ]}
      />
    </Sheet>
  )
}

function ServiceSheet({ volunteer }: { volunteer: ShownVolunteer }) {
  const texts = useWords(words)
  const { listed } = useWords()
  const { orBlank, yesNo } = useBlanks()
  const { named } = useVolunteerWords()
  return (
    <Sheet title={texts.service}>
      <Descriptions
        column={1}
        items={[
          { key: 'categories', label: texts.category, children: named(volunteer.categories) },
          { key: 'roles', label: texts.role, children: named(volunteer.serviceRoles) || texts.notGiven },
          { key: 'skills', label: texts.skills, children: listed(volunteer.skills) || texts.notGiven },
          { key: 'health', label: texts.health, children: listed(volunteer.healthLimits) || texts.none },
          { key: 'availability', label: texts.availability, children: orBlank(volunteer.availability) },
          { key: 'capacity', label: texts.mostChildren, children: texts.children(volunteer.capacity) },
          { key: 'smartphone', label: texts.smartphone, children: yesNo(volunteer.hasSmartphone) },
        ]}
      />
    </Sheet>
  )
}

function ValiditySheet({ volunteer, onOpen }: { volunteer: ShownVolunteer; onOpen: Opener }) {
  const texts = useWords(words)
  const { aside, colon } = useWords()
  const actions = onOpen && (
    <>
      <Button onClick={() => onOpen('clearance')}>{texts.recordClearance}</Button>
      <Button onClick={() => onOpen('insurance')}>{texts.recordInsurance}</Button>
    </>
  )
  return (
    <Sheet title={texts.validity} {...(actions ? { actions } : {})}>
      <p>{texts.clearance}{colon}<ClearanceTag volunteer={volunteer} />{volunteer.clearanceState === 'none' && texts.noClearance}</p>
      <ul>
        {volunteer.clearances.map((clearance) => (
          <li key={clearance.id}>
            {texts.clearanceOf(clearance.checkedOn, texts.results[clearance.result])}
            {clearance.validUntil === null ? '' : texts.validUntil(clearance.validUntil)}{clearance.channel === null ? '' : aside(clearance.channel)}
          </li>
        ))}
      </ul>
      <p>{texts.accident}{volunteer.insuredUntil === null ? texts.notInsured : texts.insuredUntil(volunteer.insuredUntil)}</p>
      <ul>{volunteer.insurances.map(({ id, insurer, fromOn, untilOn }) => <li key={id}>{texts.insuranceOf(insurer, fromOn, untilOn)}</li>)}</ul>
    </Sheet>
  )
}
