import type { LocalDate } from '#platform/values/local-date.ts'
import type { Situation } from '../contract.ts'

type Filed = { id: string; unitId: string; scopeCode: string; situations: readonly Situation[] }

/** What figures count of a report: that there was one, and its situations. No subject, no name: 某儿童. */
export function countReport(report: Filed, happenedOn: LocalDate) {
  const fact = (measure: string) => ({
    measure: `mandatory-report.${measure}`, happenedOn, unit: { id: report.unitId, scopeCode: report.scopeCode },
    record: { kind: 'mandatory-report', id: report.id }, label: '某儿童',
  })
  return [fact('filed'), ...report.situations.map(fact)]
}
