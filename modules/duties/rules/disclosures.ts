// The way of a disclosure, and what stands in its way.
import type { BodyKind, DisclosureStatus } from '../contract.ts'

/** A step of a disclosure. */
export type DisclosureStep = 'assign' | 'prepare' | 'return' | 'approve' | 'publish' | 'correct' | 'void'

const from: Readonly<Record<DisclosureStep, readonly DisclosureStatus[]>> = {
  assign: ['due', 'prepared', 'approved'], prepare: ['due', 'prepared'], return: ['prepared'], approve: ['prepared'], publish: ['approved'],
  correct: ['published'], void: ['due'],
}

/** Whether a step follows from a state. */
export const mayFollow = (step: DisclosureStep, status: DisclosureStatus): boolean => from[step].includes(status)

/** Approved by another person than prepared it; what the owner loaded was prepared by nobody here. */
export const mayApprove = (preparedBy: string | null, accountId: string): boolean => preparedBy !== accountId

/** Whether a kind binds a body. */
export const binds = (bodies: string, kind: BodyKind): boolean =>
  bodies === 'all' || (bodies === 'public') === (kind === 'public-foundation' || kind === 'public-society')

/** A field of a document. */
export type DocumentField = { name: string; text: string }

/** What is wrong with the fields of a document: all of the kind are there, in their order, and none is empty. */
export function findFieldIssues(names: readonly string[], fields: readonly DocumentField[]): { path: (string | number)[]; message: string }[] {
  if (fields.length !== names.length || names.some((name, at) => fields[at]?.name !== name)) {
    return [{ path: ['fields'], message: '文稿的字段与规定不一致，请刷新页面后重新填写' }]
  }
  return fields.flatMap(({ name, text }, at) => (text.trim() === '' ? [{ path: ['fields', at, 'text'], message: `请填写“${name}”，没有的写“无”` }] : []))
}
