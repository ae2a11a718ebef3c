import { describe, expect, it } from 'vitest'
import type { DayCase } from '#modules/phone/contract.ts'
import { nextQuestion, visitOf, visitToRecord, type VisitInHand } from './recording.ts'

const child: DayCase = {
  caseId: 'case', caseVersion: 3, unitCode: '99010010001', childName: '李某', isMasked: true, ageWords: '6至13岁', group: 'today', dueOn: '2026-03-16',
  planned: null, lastMadeOn: null, address: null, phones: [],
}
const fresh = visitToRecord(child, '2026-03-16')
/** Answers each question as it comes and says which were asked. */
function walk(answers: Partial<VisitInHand>): { asked: string[]; visit: VisitInHand } {
  let visit = fresh
  const asked: string[] = []
  for (let question = nextQuestion(visit); question !== 'check'; question = nextQuestion(visit)) {
    asked.push(question)
    visit = { ...visit, [question]: answers[question] }
  }
  return { asked, visit }
}

describe('recording a visit', () => {
  it('takes a tap for the child, one for each of three questions, one to save: five, and nothing to type', () => {
    const { asked, visit } = walk({ outcome: 'made', medium: 'home', minutes: 30 })
    expect(asked).toEqual(['outcome', 'medium', 'minutes'])
    expect(1 + asked.length + 1).toBeLessThanOrEqual(6)
    expect(visitOf(visit, child)).toEqual({
      caseId: 'case', madeOn: '2026-03-16', medium: 'home', minutes: 30, outcome: 'made', note: '', withWorker: false,
      known: { caseVersion: 3, unitCode: '99010010001' },
    })
  })

  it('does not ask how long nobody was met', () => {
    const { asked, visit } = walk({ outcome: 'attempted', medium: 'home' })
    expect(asked).toEqual(['outcome', 'medium'])
    expect(visitOf(visit, child)).toMatchObject({ outcome: 'attempted', minutes: 0 })
  })

  it('is no visit while a question is open', () => {
    expect(visitOf({ ...fresh, outcome: 'made', medium: 'phone' }, child)).toBeUndefined()
  })

  it('knows of a worker who was planned to go along', () => {
    const planned = { id: 'p', on: '2026-03-16', medium: 'home', secondName: null, withWorker: true } as const
    expect(visitToRecord({ planned }, '2026-03-16').withWorker).toBe(true)
  })
})
