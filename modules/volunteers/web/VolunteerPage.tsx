import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Descriptions, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Slot } from '#platform/ui/slots.tsx'
import { educationWords, joinedByWords, sexWords } from '../rules/words.ts'
import { queries, type ShownVolunteer } from './api.ts'
import { ClearanceTag, VolunteerStatus } from './Tags.tsx'
import { useVolunteerWords } from './use-volunteer-words.ts'
import { ClearanceDialog, IdNumberDialog, InsuranceDialog, MoveDialog, StatusDialog } from './VolunteerDialogs.tsx'

/** One volunteer: who it is, for what one may ask, until when clearance and insurance hold. */
export default function VolunteerPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getVolunteer.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <VolunteerView volunteer={asked.data} /> : <Skeleton active />
}

const dialogs = { clearance: ClearanceDialog, insurance: InsuranceDialog, status: StatusDialog, move: MoveDialog, idNumber: IdNumberDialog }
type DialogName = keyof typeof dialogs

function VolunteerView({ volunteer }: { volunteer: ShownVolunteer }) {
  const { may } = useSession()
  const [open, setOpen] = useState<DialogName>()
  const Dialog = open === undefined ? undefined : dialogs[open]
  const mayManage = may('volunteer.manage')
  return (
    <Page
      title={volunteer.name} back={{ to: '/volunteers', label: '五老队伍' }}
      lead={<>{volunteer.unitName} · {volunteer.joinedOn} 加入 <VolunteerStatus status={volunteer.status} /></>}
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
  return (
    <>
      {volunteer.status !== 'left' && <Button onClick={() => onOpen('move')}>转到另一单位</Button>}
      <Button onClick={() => onOpen('status')}>变更状态</Button>
      <Link to={`/volunteers/${volunteer.id}/correct` as string}><Button type="primary" tabIndex={-1}>更正</Button></Link>
    </>
  )
}

const yesNo = (value: boolean | null) => (value === null ? '未填' : value ? '是' : '否')
const statusOf = ({ statusOn, statusReason }: ShownVolunteer) => [statusOn, statusReason].filter(Boolean).join('，')
const joiningOf = ({ joinedBy, introducer }: ShownVolunteer) => `${joinedByWords[joinedBy]}${introducer === null ? '' : `（${introducer.name}介绍）`}`
const orBlank = (text: string | null) => text ?? '未填'

function PersonSheet({ volunteer, onOpen }: { volunteer: ShownVolunteer; onOpen: Opener }) {
  const idNumber = volunteer.maskedIdNumber === null ? '未填' : (
    <>{volunteer.maskedIdNumber} {onOpen && <Button size="small" onClick={() => onOpen('idNumber')}>查看</Button>}</>)
  return (
    <Sheet title="基本情况">
      <Descriptions
        column={{ xs: 1, sm: 2 }}
        items={[
          { key: 'sex', label: '性别', children: sexWords[volunteer.sex] },
          { key: 'birthOn', label: '出生日期', children: volunteer.birthOn === null ? '未填' : `${volunteer.birthOn}（${volunteer.ageYears ?? ''}岁）` },
          { key: 'phone', label: '联系电话', children: orBlank(volunteer.phone) },
          { key: 'idNumber', label: '身份证号', children: idNumber },
          { key: 'party', label: '中共党员', children: yesNo(volunteer.isPartyMember) },
          { key: 'education', label: '学历', children: volunteer.education === null ? '未填' : educationWords[volunteer.education] },
          { key: 'formerWork', label: '原工作', children: orBlank(volunteer.formerWork) },
          { key: 'joinedBy', label: '加入方式', children: joiningOf(volunteer) },
          ...(volunteer.introducedCount === 0 ? [] : [{ key: 'introduced', label: '带动加入', children: `${volunteer.introducedCount}人` }]),
          ...(volunteer.statusOn === null ? [] : [{ key: 'statusOn', label: '状态自', children: statusOf(volunteer) }]),
        ]}
      />
    </Sheet>
  )
}

function ServiceSheet({ volunteer }: { volunteer: ShownVolunteer }) {
  const { named } = useVolunteerWords()
  return (
    <Sheet title="能做什么">
      <Descriptions
        column={1}
        items={[
          { key: 'categories', label: '五老类别', children: named(volunteer.categories) },
          { key: 'roles', label: '服务岗位', children: named(volunteer.serviceRoles) || '未填' },
          { key: 'skills', label: '特长', children: volunteer.skills.join('、') || '未填' },
          { key: 'health', label: '健康提示', children: volunteer.healthLimits.join('、') || '无' },
          { key: 'availability', label: '可服务时间', children: orBlank(volunteer.availability) },
          { key: 'capacity', label: '最多结对', children: `${volunteer.capacity}名孩子` },
          { key: 'smartphone', label: '会用智能手机', children: yesNo(volunteer.hasSmartphone) },
        ]}
      />
    </Sheet>
  )
}

const resultWords = { clear: '无记录', found: '有记录', pending: '待查' }

function ValiditySheet({ volunteer, onOpen }: { volunteer: ShownVolunteer; onOpen: Opener }) {
  const actions = onOpen && (
    <>
      <Button onClick={() => onOpen('clearance')}>登记准入查询</Button>
      <Button onClick={() => onOpen('insurance')}>登记保险</Button>
    </>
  )
  return (
    <Sheet title="准入查询与保险" {...(actions ? { actions } : {})}>
      <p>准入查询：<ClearanceTag volunteer={volunteer} />{volunteer.clearanceState === 'none' && ' 没有有效的准入查询，不能安排结对和走访。'}</p>
      <ul>
        {volunteer.clearances.map((clearance) => (
          <li key={clearance.id}>
            {clearance.checkedOn} 查询，{resultWords[clearance.result]}{clearance.validUntil === null ? '' : `，有效期至 ${clearance.validUntil}`}
            {clearance.channel === null ? '' : `（${clearance.channel}）`}
          </li>
        ))}
      </ul>
      <p>意外保险：{volunteer.insuredUntil === null ? '未登记' : `至 ${volunteer.insuredUntil}`}</p>
      <ul>{volunteer.insurances.map((insurance) => <li key={insurance.id}>{insurance.insurer}，{insurance.fromOn} 至 {insurance.untilOn}</li>)}</ul>
    </Sheet>
  )
}
