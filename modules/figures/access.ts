import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'

/** Figures are read by offices, leaders, those in charge of guarding minors' data and care workers, each for their own unit and below. */
export const mustReadFigures = (actor: Actor): void => requirePermission(actor, 'figure.read')
/** The yearly report is written by the office. */
export const mustWriteReports = (actor: Actor): void => requirePermission(actor, 'report.write')

/** The yearly report is approved by leaders and offices of city and county, not below. */
export function mustApproveReports(actor: Actor): void {
  requirePermission(actor, 'report.approve')
  if (!['province', 'city', 'county'].includes(actor.unit.level)) throw new Refusal('FORBIDDEN')
}

/** Months are closed by the office of the city, for the whole city. */
export function mustCloseMonths(actor: Actor): void {
  requirePermission(actor, 'month.close')
  if (!mayActForCity(actor)) throw new Refusal('FORBIDDEN')
}

/** Whether the actor's unit is the whole city. */
export const mayActForCity = (actor: Actor): boolean => ['province', 'city'].includes(actor.unit.level) && actor.unit.kind === 'division'
