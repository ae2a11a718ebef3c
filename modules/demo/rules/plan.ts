import type { AttemptReason, VisitPurpose } from './visits/visit-purposes.ts'
import type { Sex } from '#platform/values/id-card.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/**
 * What a loader receives: plain objects in an order in which every item comes after the items it refers to.
 * Keys are texts that are unique in the plan and the same for the same seed; `demoId` makes ids of them without a table in between.
 */
export type PlanItem =
  | PlannedUnit | PlannedStaff | PlannedVolunteer | PlannedPost | PlannedTerm
  | PlannedHousehold | PlannedGuardian | PlannedChild | PlannedFact | PlannedRecognition | PlannedConsent
  | PlannedCase | PlannedAssessment | PlannedPairing | PlannedVisit

export type PlanOptions = {
  /** The same seed gives the same plan, for the same city, scale and day. */
  seed: string
  /** 1 is about 3,000 volunteers, 5,000 children and 30,000 visits; people grow with it, units do not. */
  scale: number
  /** Everything happened on this day or before. */
  today: LocalDate
}

/** The divisions of one city, as `readPrefecture` of database/divisions gives them. */
export type PlanDivisions = {
  city: { code: string, name: string }
  counties: {
    code: string
    name: string
    /** True where the city has no counties: no unit of the county is planned, its towns stand under the city. */
    isCityItself?: boolean
    towns: { code: string, name: string, villages: { code: string, name: string }[] }[]
  }[]
}

export type UnitLevel = 'city' | 'county' | 'town' | 'village' | 'school' | 'enterprise' | 'agency'

/** A place or body that should have a committee (应建); it has one (已建) when `foundedOn` is set. */
export type PlannedUnit = {
  kind: 'unit'
  /** Official division code, or for a school, enterprise or agency the key of its parent with a suffix. */
  key: string
  /** Null for the city only. */
  parentKey: string | null
  level: UnitLevel
  /** Official name of the division, or the body's own name; never the committee's name. */
  name: string
  /** Null for schools, enterprises and agencies. */
  divisionCode: string | null
  /** Day the committee was set up; null while it is still to be set up. */
  foundedOn: LocalDate | null
}

export type { Sex } from '#platform/values/id-card.ts'

/** An invented person. */
export type PlannedPerson = {
  name: string
  sex: Sex
  birthOn: LocalDate
  /** Valid form and check digit, region prefix 99…, which was never assigned. Null where the person has no registered identity. */
  idNumber: string | null
  /** In the range 154, not given to subscribers. Null where the person has no telephone. */
  phone: string | null
}

export type StaffDuty = 'office-director' | 'office-clerk' | 'county-officer' | 'town-officer' | 'child-director'

export type PlannedStaff = PlannedPerson & {
  kind: 'staff'
  key: string
  unitKey: string
  duty: StaffDuty
  isFullTime: boolean
  startedOn: LocalDate
}

export type VolunteerCategory = 'cadre' | 'soldier' | 'expert' | 'teacher' | 'model-worker'

export type PlannedClearance = {
  checkedOn: LocalDate
  /** Last day on which it counts. */
  validUntil: LocalDate
  result: 'passed' | 'refused'
}

export type PlannedVolunteer = PlannedPerson & {
  kind: 'volunteer'
  key: string
  unitKey: string
  /** 老干部, 老战士, 老专家, 老教师, 老模范; at least one, several possible. */
  categories: VolunteerCategory[]
  isPartyMember: boolean
  education: 'primary' | 'junior' | 'senior' | 'college' | 'bachelor' | 'master'
  formerWork: string
  skills: string[]
  /** Of the ten service roles (十大员). */
  serviceRoles: string[]
  healthLimits: string[]
  /** How many children the volunteer can accompany at one time; 0 for those who serve in other ways. */
  capacity: number
  joinedOn: LocalDate
  /** 组织发动, 典型带动, 五老推动. */
  joinedBy: 'organised' | 'inspired' | 'introduced'
  /** Who brought this volunteer; null unless introduced by another volunteer of the plan. */
  introducedByKey: string | null
  status: 'active' | 'resting' | 'left'
  /** First day of resting, or the day of leaving; null while active. */
  statusSince: LocalDate | null
  hasSmartphone: boolean
  /** Oldest first; empty while the first check is pending. */
  clearances: PlannedClearance[]
  /** Accident insurance; null when there is none. */
  insurance: { from: LocalDate, until: LocalDate } | null
}

export type PostTitle = 'director' | 'executive-director' | 'standing-deputy-director' | 'deputy-director' | 'secretary-general' | 'member'

export type PlannedPost = {
  kind: 'post'
  key: string
  unitKey: string
  title: PostTitle
  /** First vacant day; null while somebody holds the post. */
  vacantSince: LocalDate | null
}

export type PlannedTerm = {
  kind: 'term'
  key: string
  postKey: string
  name: string
  sex: Sex
  birthOn: LocalDate
  /** The volunteer who holds the post; null for holders who are in office elsewhere. */
  volunteerKey: string | null
  startedOn: LocalDate
  dueToEndOn: LocalDate
  /** Null while it lasts. */
  endedOn: LocalDate | null
}

export type PlannedHousehold = { kind: 'household', key: string, unitKey: string, address: string }

export type GuardianRelation =
  | 'father' | 'mother' | 'grandfather' | 'grandmother' | 'maternal-grandmother' | 'uncle' | 'aunt' | 'institution'

/** A parent or other carer of the household's children; parents are listed also when dead or away. */
export type PlannedGuardian = PlannedPerson & {
  kind: 'guardian'
  key: string
  householdKey: string
  relation: GuardianRelation
  /** True for the one who actually looks after the child today. */
  isActualGuardian: boolean
  workplace: string | null
}

export type PlannedChild = PlannedPerson & {
  kind: 'child'
  key: string
  householdKey: string
  unitKey: string
  ethnicGroup: string
  /** Name of the invented profile; for tests of proportions, never shown or stored. */
  profile: string
}

export type ParentState =
  | 'at-home' | 'working-away' | 'dead' | 'declared-missing' | 'out-of-contact' | 'in-prison' | 'in-compulsory-detox'
  | 'liberty-restricted' | 'severely-disabled' | 'severely-ill' | 'custody-revoked' | 'deported'

export type HouseholdEconomy = 'ordinary' | 'subsistence-allowance' | 'near-subsistence' | 'poverty-watch' | 'destitute-support'

export type Schooling =
  | 'not-yet' | 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'dropped-out' | 'neither-school-nor-work'

export type ChildCondition =
  | 'disabled' | 'severely-ill' | 'hiv-infected' | 'abused' | 'neglected' | 'abandoned' | 'injured-by-accident' | 'harmed-by-crime'
  | 'rescued-from-trafficking' | 'delinquent' | 'in-temporary-hardship'

type FactContent =
  | { fact: 'parent-state', about: 'father' | 'mother', value: ParentState }
  | { fact: 'household-economy', about: 'household', value: HouseholdEconomy }
  | { fact: 'schooling', about: 'child', value: Schooling }
  | { fact: 'hukou', about: 'child', value: 'rural' | 'urban' | 'unregistered' }
  /** `elsewhere`: lives in another county than the one of the hukou, with parents; the day it began is `since`. */
  | { fact: 'residence', about: 'child', value: 'hukou-place' | 'elsewhere' }
  | { fact: 'condition', about: 'child', value: ChildCondition }
  | { fact: 'guardianship', about: 'child', value: 'good' | 'fair' | 'poor' | 'none' }

/** One dated fact; types of children are derived from these, never stored. */
export type PlannedFact = FactContent & {
  kind: 'fact'
  key: string
  childKey: string
  /** Grade of a disability, 1 (heaviest) to 4; null for every other fact. */
  grade: 1 | 2 | 3 | 4 | null
  /** Kind of disability or illness, place of work, hukou place; null where nothing more is known. */
  detail: string | null
  since: LocalDate
  /** Last day; null while it holds. */
  until: LocalDate | null
  /** Name of the paper seen; null when nobody has shown one. */
  paper: string | null
  recordedOn: LocalDate
}

/** What civil affairs has recognised (民政认定); sometimes differs from what the facts say. */
export type PlannedRecognition = {
  kind: 'recognition'
  key: string
  childKey: string
  category:
    | 'orphan' | 'de-facto-unattended' | 'left-behind' | 'migrant' | 'hardship' | 'destitute'
    | 'severe-illness-or-disability' | 'hiv-infected'
  recognisedOn: LocalDate
  /** Null while it holds. */
  endedOn: LocalDate | null
}

export type PlannedConsent = {
  kind: 'consent'
  key: string
  childKey: string
  guardianKey: string
  purpose: 'service' | 'publication'
  answer: 'given' | 'refused'
  decidedOn: LocalDate
  /** Null unless taken back. */
  withdrawnOn: LocalDate | null
}

export type PlannedCase = {
  kind: 'case'
  key: string
  childKey: string
  unitKey: string
  /** What help is for, in one sentence without identity. */
  goal: string
  openedOn: LocalDate
  /** Null while open. */
  closedOn: LocalDate | null
  /** Set exactly when closed. */
  closingReason: string | null
}

export type RiskLevel = 'none' | 'low' | 'medium' | 'high'
export type RiskColour = 'green' | 'blue' | 'yellow' | 'red'

export type PlannedAssessment = {
  kind: 'assessment'
  key: string
  caseKey: string
  assessedOn: LocalDate
  guardianship: RiskLevel
  physical: RiskLevel
  behaviour: RiskLevel
  /** The colour of the highest of the three. */
  colour: RiskColour
}

export type PlannedPairing = {
  kind: 'pairing'
  key: string
  caseKey: string
  volunteerKey: string
  startedOn: LocalDate
  /** Last day; null while it lasts. */
  endedOn: LocalDate | null
  endReason: string | null
}

export type VisitMedium = 'home' | 'phone' | 'video' | 'school' | 'outing'

export type PlannedVisit = {
  kind: 'visit'
  key: string
  caseKey: string
  /** Pairing of the volunteer who went; null where a worker of the unit went instead. */
  pairingKey: string | null
  volunteerKey: string | null
  unitKey: string
  dueOn: LocalDate
  madeOn: LocalDate
  outcome: 'made' | 'attempted'
  medium: VisitMedium
  /** What it was for, a code of care's purposes. */
  purpose: VisitPurpose
  /** Why nobody was met, a code of care's reasons; null when somebody was met. */
  attemptReason: AttemptReason | null
  /** 0 for an attempt. */
  minutes: number
  note: string
  /** On or after `madeOn`; weeks later for a few. */
  enteredOn: LocalDate
  /** By the volunteer, or by a worker for one without a smartphone or for himself. */
  enteredBy: 'volunteer' | 'worker'
  /** Day it was voided as entered twice; null for a visit that stands. */
  voidedOn: LocalDate | null
}
