import { defineWords } from '#platform/ui/words.ts'
import { ageBandInEnglish, ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import { complianceFigures, safeguards, type ComplianceCode } from '../../rules/compliance.ts'
import {
  accessRuleNames, accessRuleUnits, askerNames, fieldNames, incidentKindNames, obstacleNames, proofNames, readNames,
  refusalReasonNames, relationNames, resultNames,
  rightsKindNames, rightsStateNames, sendingNames, unusualStateNames,
} from '../../rules/words.ts'

type Named<Names> = Readonly<Record<keyof Names & string, string>>
type Figures = Readonly<Record<ComplianceCode, string>>

const chineseFigures = Object.fromEntries(complianceFigures.map(({ code, group, name }) => [code, `${group}：${name}`])) as Figures
const englishFigures: Figures = {
  'children-kept': 'Kept: minors whose identity is kept at the end of the year', 'children-registered': 'Kept: registered this year',
  'consents-service': 'Consent: to help', 'consents-publication': 'Consent: to publication', 'consents-sharing': 'Consent: to sharing of data',
  'consents-withdrawn': 'Consent: withdrawn', 'requests-approved': 'Requests to read: approved', 'requests-rejected': 'Requests to read: not approved',
  'requests-pending': 'Requests to read: waiting', 'files-opened': 'Reading: files opened', emergencies: 'Reading: emergency access',
  'emergencies-rejected': 'Reading: emergencies found unjustified', 'unusual-found': 'Review: unusual access found', 'unusual-judged': 'Review: judged',
  'unusual-unjustified': 'Review: unjustified', exports: 'Export: lists, copies, printed forms and week lists',
  erasures: 'Erasure: identities erased', incidents: 'Incidents',
  'rights-requests': 'Rights requests: received', 'rights-in-time': 'Rights requests: answered in time', 'rights-late': 'Rights requests: late',
  'rights-refused': 'Rights requests: refused',
}
const englishSafeguards = [
  'Identities are encrypted one by one, each minor under a key of their own; the master key lies outside the database.',
  'Lists, figures and exports show surname and age band alone; opening an identity needs an approval for purpose, fields and time.',
  'Each reading, opening and export stands in an unalterable audit chain; leaders and administrators cannot open.',
  'Unusual access is looked for each week; emergencies are told to the officer at once and looked at within days.',
  'Closed files are locked; when their time has passed the key is destroyed, with a proof of erasure.',
]

/** How the codes of this module read. */
export const nameWords = defineWords({
  rightsKinds: rightsKindNames as Named<typeof rightsKindNames>, askers: askerNames as Named<typeof askerNames>,
  proofs: proofNames as Named<typeof proofNames>,
  rightsStates: rightsStateNames as Named<typeof rightsStateNames>, results: resultNames as Named<typeof resultNames>,
  refusalReasons: refusalReasonNames as Named<typeof refusalReasonNames>, sendings: sendingNames as Named<typeof sendingNames>, relations: relationNames,
  accessRules: accessRuleNames as Named<typeof accessRuleNames>,
  accessCount: (rule: keyof typeof accessRuleUnits, count: number) => `${count}${accessRuleUnits[rule]}`,
  unusualStates: unusualStateNames as Named<typeof unusualStateNames>, incidentKinds: incidentKindNames as Named<typeof incidentKindNames>,
  obstacles: obstacleNames as Named<typeof obstacleNames>, fields: fieldNames as Named<typeof fieldNames>, reads: readNames, figures: chineseFigures,
  relationOf: (relation: string) => relation, safeguards: safeguards as readonly string[],
  bandOf: (band: string) => ageBandLabel(band as AgeBand),
}, {
  rightsKinds: { see: 'see', copy: 'copy', correct: 'correct', delete: 'delete' }, askers: { child: 'the child', guardian: 'guardian', agent: 'agent' },
  proofs: {
    'household-register': 'household register', 'identity-card': 'identity paper', court: 'court document',
    entrustment: 'letter of attorney and identity paper',
    known: 'known to the staff in person',
  },
  rightsStates: { open: 'to be decided', decided: 'to be handed over', sent: 'answered' }, results: { granted: 'granted', refused: 'refused' },
  refusalReasons: {
    'not-proved': 'guardianship not proved', 'harms-others': 'would harm others', 'must-be-kept': 'the law’s time of keeping has not passed',
    'not-kept': 'nothing of that kind is kept', repeated: 'answered before, nothing new',
  },
  sendings: { 'in-person': 'in person', post: 'by post', school: 'through the school' },
  relations: {
    father: 'father', mother: 'mother', grandfather: 'grandfather (paternal)', grandmother: 'grandmother (paternal)',
    'maternal-grandfather': 'grandfather (maternal)',
    'maternal-grandmother': 'grandmother (maternal)', sibling: 'brother or sister', kin: 'other kin', foster: 'foster family',
    institution: 'welfare institution',
    other: 'other',
  },
  accessRules: {
    'many-files': 'many files opened in a day', 'many-cards': 'many cards read in a day', 'many-towns': 'files of many towns in a day',
    night: 'files opened at night',
    'other-town': 'files of another unit opened', emergency: 'emergency access', 'after-end': 'files opened after the case ended',
  },
  accessCount: (rule: keyof typeof accessRuleUnits, count: number) => {
    const one = rule === 'many-files' ? 'file' : rule === 'many-cards' ? 'card' : rule === 'many-towns' ? 'town' : 'time'
    return `${count} ${one}${count === 1 ? '' : 's'}`
  },
  unusualStates: { open: 'to be explained', justified: 'justified', unjustified: 'unjustified, an incident' },
  incidentKinds: { leak: 'leak', loss: 'loss', tampering: 'tampering', misuse: 'misuse' },
  obstacles: { measures: 'say what was done', authority: 'record the report to the authority', guardians: 'record that guardians were told, or why not' },
  fields: {
    name: 'name', idNumber: 'paper number', birthOn: 'date of birth', phone: 'phone', address: 'address', school: 'school', health: 'health',
    guardians: 'guardians',
  },
  reads: { 'child-file.opened': 'file opened', 'emergency-access.opened': 'emergency access', 'child.read': 'card read' }, figures: englishFigures,
  // The server says these in Chinese: they are looked up by their word.
  relationOf: (relation: string) => englishOf(relation, relationNames, englishRelations),
  safeguards: englishSafeguards, bandOf: (band: string) => ageBandInEnglish(band as AgeBand),
})

const englishRelations: Readonly<Record<string, string>> = nameWords.en.relations
const englishOf = (word: string, chinese: Readonly<Record<string, string>>, english: Readonly<Record<string, string>>): string =>
  english[Object.keys(chinese).find((code) => chinese[code] === word) ?? ''] ?? word
