import type { ShownVolunteer } from './api.ts'

/** Values of the volunteer's form; texts may be empty while they are being typed. */
export type ProfileValues = {
  version?: number
  unitId?: string
  name: string
  idNumber?: string
  sex?: 'male' | 'female'
  birthOn?: string
  phone?: string
  categories: string[]
  serviceRoles: string[]
  skills: string[]
  healthLimits: string[]
  availability?: string
  capacity: number
  isPartyMember?: boolean
  education?: NonNullable<ShownVolunteer['education']>
  formerWork?: string
  hasSmartphone?: boolean
  joinedOn: string
  joinedBy: ShownVolunteer['joinedBy']
  introducerId?: string
  isConfirmedDistinct?: boolean
}

/** Names of the fields, as people read them. */
export const profileLabels = {
  unitId: '所属单位', name: '姓名', idNumber: '身份证号', sex: '性别', birthOn: '出生日期', phone: '联系电话', categories: '五老类别', serviceRoles: '服务岗位',
  skills: '特长', healthLimits: '健康提示', availability: '可服务时间', capacity: '最多结对几名孩子', isPartyMember: '中共党员', education: '学历',
  formerWork: '原工作', hasSmartphone: '会用智能手机', joinedOn: '加入日期', joinedBy: '加入方式', introducerId: '介绍人',
} as const

const blankToNull = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text)

/** The form as the server takes it. */
export const profileInput = (values: ProfileValues) => ({
  name: values.name, sex: values.sex ?? null, birthOn: blankToNull(values.birthOn), phone: blankToNull(values.phone), categories: values.categories,
  serviceRoles: values.serviceRoles, skills: values.skills, healthLimits: values.healthLimits, availability: blankToNull(values.availability),
  capacity: values.capacity, isPartyMember: values.isPartyMember ?? null, education: values.education ?? null, formerWork: blankToNull(values.formerWork),
  hasSmartphone: values.hasSmartphone ?? null, joinedOn: values.joinedOn, joinedBy: values.joinedBy,
  introducerId: values.introducerId ?? null,
})

/** The stored volunteer as the form shows it; the identity number stays empty, and empty means unchanged. */
export function profileValues(volunteer: ShownVolunteer): ProfileValues {
  const { birthOn, phone, availability, isPartyMember, education, formerWork, hasSmartphone } = volunteer
  return {
    version: volunteer.version, name: volunteer.name, sex: volunteer.sex, categories: volunteer.categories, serviceRoles: volunteer.serviceRoles,
    skills: volunteer.skills, healthLimits: volunteer.healthLimits, capacity: volunteer.capacity, joinedOn: volunteer.joinedOn, joinedBy: volunteer.joinedBy,
    ...(birthOn === null ? {} : { birthOn }), ...(phone === null ? {} : { phone }), ...(availability === null ? {} : { availability }),
    ...(isPartyMember === null ? {} : { isPartyMember }), ...(education === null ? {} : { education }),
    ...(volunteer.introducer === null ? {} : { introducerId: volunteer.introducer.id }),
    ...(formerWork === null ? {} : { formerWork }), ...(hasSmartphone === null ? {} : { hasSmartphone }),
  }
}
