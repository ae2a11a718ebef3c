import type { KeyObject } from 'node:crypto'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { StepKind } from '../../contract.ts'
import { sealPart } from '../../queries/report-key.ts'
import { instantOf } from '../../rules/moments.ts'

/** Something done, as it was entered. */
export type NewStep = {
  kind: StepKind; happenedAt: string; contact?: string | undefined; receiptNumber?: string | undefined; text: string
  /** Null where it came with the report: who reported stays secret. */
  doneBy: string | null
}

/** A row of the log of a report, sealed. */
export function sealStep({ actor, now }: Context, report: { id: string; scopeCode: string; key: KeyObject }, step: NewStep) {
  const id = newId()
  const fields = { doneBy: step.doneBy, contact: step.contact ?? null, receiptNumber: step.receiptNumber ?? null, text: step.text }
  return {
    cityId: actor.cityId, id, scopeCode: report.scopeCode, reportId: report.id, kind: step.kind, happenedAt: instantOf(step.happenedAt), recordedAt: now,
    sealed: sealPart(report.key, report.id, `step/${id}`, fields),
  }
}
