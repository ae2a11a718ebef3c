// Other modules ask nothing of the reports: who may know stands in the list of each. The child's page links to /safeguarding/new, the phone files one.
export { fileReport } from './commands/file-report.ts'
export { getReportingGuide } from './queries/get-reporting-guide.ts'
export { situationTitles } from './rules/words.ts'
