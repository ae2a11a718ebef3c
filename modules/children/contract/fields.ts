// What several parts of the contract of children share: the words of a file, the fields of an input.
import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'

/** What a child can count as; each is derived by a dated rule. */
export const childTypes = [
  'orphan', 'de-facto-unsupported', 'extreme-poverty', 'severe-illness-disability', 'poor-family', 'hiv-infected', 'guardianship-harm', 'inmate-child',
  'rescued', 'abused', 'hardship', 'own-hardship', 'family-hardship', 'safety-hardship', 'temporary-hardship', 'left-behind', 'migrant',
  'left-behind-minor', 'minor-in-hardship', 'lost-conduct', 'lost-supervision', 'lost-schooling', 'lost-work', 'lost-kin'] as const
/** Types that civil affairs recognises and that can be compared with ours. */
export const civilAffairsTypes = [
  'orphan', 'de-facto-unsupported', 'extreme-poverty', 'severe-illness-disability', 'poor-family', 'left-behind', 'migrant', 'hardship'] as const
/** About whom a fact is. */
export const factSubjects = ['child', 'father', 'mother', 'household', 'guardian'] as const
/** What kind of fact. */
export const factKinds = [
  'life', 'contact', 'custody', 'disability', 'illness', 'rights', 'work', 'ability', 'parentage', 'economy', 'guardianship', 'harm', 'schooling',
  'employment', 'conduct', 'supervision', 'registration', 'residence', 'living'] as const
/** What proves a fact. */
export const evidences = ['certificate', 'civil-affairs', 'court', 'hospital', 'school', 'visit', 'statement'] as const
/** Bands of age shown in place of a birth date. */
export const ageBands = ['0-5', '6-13', '14-15', '16-17', '18+'] as const
/** Sexes as on the identity card. */
export const sexes = ['male', 'female'] as const
/** Papers a child may have; none is no hindrance. */
export const paperKinds = ['id-card', 'birth-certificate', 'passport', 'home-return-permit', 'none'] as const
/** Relations of a guardian to the child. */
export const relations = [
  'father', 'mother', 'grandfather', 'grandmother', 'maternal-grandfather', 'maternal-grandmother', 'sibling', 'kin', 'foster', 'institution', 'other'] as const
/** Kinds of guardianship. */
export const guardianships = ['legal', 'entrusted', 'institution', 'temporary'] as const
/** What a consent is for. */
export const consentKinds = ['service', 'publication', 'sharing'] as const
/** How a consent was given. */
export const consentForms = ['paper', 'in-person', 'phone', 'online'] as const
/** Fields of a full file that are opened one by one. */
export const fileFields = ['name', 'idNumber', 'birthOn', 'phone', 'address', 'school', 'health', 'guardians'] as const
/** Purposes for which a file may be opened. */
export const accessPurposes = ['registration', 'case', 'visit', 'aid', 'verification', 'report', 'emergency', 'rights'] as const
/** What two records of one child, or a record and what is typed, may have in common. */
export const duplicateReasons = ['number', 'name-and-birth', 'pinyin-and-birth', 'guardian-phone'] as const
/** What two records have in common. */
export type DuplicateReason = (typeof duplicateReasons)[number]
/** Why a file is closed. */
export const closingReasons = ['grown-up', 'moved-away', 'no-longer-in-need', 'guardian-request', 'deceased', 'registered-twice'] as const

/** What a child can count as. */
export type ChildType = (typeof childTypes)[number]
/** About whom a fact is. */
export type FactSubject = (typeof factSubjects)[number]
/** What kind of fact. */
export type FactKind = (typeof factKinds)[number]
/** One field of a full file. */
export type FileField = (typeof fileFields)[number]
/** Purpose of opening a file. */
export type AccessPurpose = (typeof accessPurposes)[number]

/** Counts changes of a record. */
export const version = z.number().int()
/** An instant: a repeated request is answered from what was kept as JSON, where it is a text. */
export const instant = z.coerce.date()
/** A day in an answer. */
export const day = z.string()
/** One child, by its id. */
export const child = z.object({ id })
/** One record as it stands after a change. */
export const changed = z.object({ id, version })
/** Some fields of a file, each once. */
export const AskedFields = z.array(z.enum(fileFields)).min(1).max(fileFields.length)

/** The city knows this person already. */
export const CHILD_ALREADY_REGISTERED = {
  status: 409, message: '这个孩子已经登记，请打开原有档案，或向登记单位申请转接。', data: z.object({ childId: id.nullable(), unitName: z.string() }),
}
/** Nothing is added to a file that is closed. */
export const CHILD_CLOSED = { status: 409, message: '这份档案已经结束，不能再修改；如需继续帮扶，请重新登记。' }
/** Fields that no living approval covers. */
export const ACCESS_REQUIRED = {
  status: 403, message: '打开这些内容需要查阅许可：请点“申请查阅完整档案”；情况紧急可用“紧急查阅”。', data: z.object({ missing: z.array(z.enum(fileFields)) }),
}
/** The key of this child is gone. */
export const CHILD_ERASED = { status: 410, message: '这份档案的身份信息已依法删除，无法打开。' }
