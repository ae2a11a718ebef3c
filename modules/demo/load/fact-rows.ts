import type { Fact } from '#modules/figures/index.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { idOf, momentOn, type LoadFrame } from './frame.ts'

/** A fact with the days on which it was entered. */
export type DatedFact = Fact & {
  /** Day on which it was entered; the day it happened when left out. */
  recordedOn?: LocalDate
  /** Taken back as though it had never been, on this day. */
  voidedOn?: LocalDate
}

/** Writes facts as `recordFacts` does, and their mirrored rows as `endFacts` does. */
export function addFacts(frame: LoadFrame, facts: readonly DatedFact[]): void {
  for (const fact of facts) {
    const id = nextId(frame, fact.happenedOn)
    add(frame, fact, { id, sign: 1, happenedOn: fact.happenedOn, endsId: null, on: fact.recordedOn ?? fact.happenedOn })
    if (fact.endedOn !== undefined) {
      const ended = fact.endedOn < fact.happenedOn ? fact.happenedOn : fact.endedOn
      add(frame, fact, { id: nextId(frame, ended), sign: -1, happenedOn: ended, endsId: id, on: ended })
    } else if (fact.voidedOn !== undefined) {
      add(frame, fact, { id: nextId(frame, fact.happenedOn), sign: -1, happenedOn: fact.happenedOn, endsId: id, on: fact.voidedOn })
    }
  }
}

const nextId = (frame: LoadFrame, on: LocalDate) => idOf(frame, `${frame.cityId}/fact-${frame.writer.counts.get('figures.facts') ?? 0}`, on)

type Row = { id: string; sign: 1 | -1; happenedOn: LocalDate; endsId: string | null; on: LocalDate }

function add(frame: LoadFrame, fact: Fact, { id, sign, happenedOn, endsId, on }: Row): void {
  frame.writer.add('figures.facts', {
    cityId: frame.cityId, id, scopeCode: fact.unit.scopeCode, unitId: fact.unit.id, measure: fact.measure, happenedOn, sign, value: fact.value ?? 1,
    recordKind: fact.record.kind, recordId: fact.record.id, subjectId: fact.subjectId ?? null, label: fact.label, endsId, epoch: frame.epoch,
    recordedAt: momentOn(frame, on, id),
  })
}
