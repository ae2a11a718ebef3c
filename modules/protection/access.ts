import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Requests of children and guardians are taken in, and read, by offices, care workers and the responsible person. */
export const mustRecordRights = (actor: Actor): void => requirePermission(actor, 'rights.record')
/** The responsible person decides, answers and makes the copy. */
export const mustDecideRights = (actor: Actor): void => requirePermission(actor, 'rights.decide')
/** Whether the caller decides. */
export const mayDecideRights = (actor: Actor): boolean => actor.permissions.has('rights.decide')
/** Unusual access is read by the responsible person and, without any child, by the audit administrator. */
export const mustReadUnusualAccess = (actor: Actor): void => requirePermission(actor, 'unusual-access.read')
/** The responsible person judges it. */
export const mustDecideUnusualAccess = (actor: Actor): void => requirePermission(actor, 'unusual-access.decide')
/** Emergencies are looked at afterwards by who decides on access. */
export const mustReadEmergencies = (actor: Actor): void => requirePermission(actor, 'access.decide')
/** Incidents are recorded and followed by offices and the responsible person. */
export const mustRecordIncidents = (actor: Actor): void => requirePermission(actor, 'incident.record')
/** The responsible person closes them. */
export const mustCloseIncidents = (actor: Actor): void => requirePermission(actor, 'incident.close')
/** They are read by these and by the audit administrator. */
export const mustReadIncidents = (actor: Actor): void => requirePermission(actor, 'incident.read')
/** Whether children may be named at all, masked. */
export const maySeeChildren = (actor: Actor): boolean => actor.permissions.has('child.read')
/** What is due for erasure is the responsible person's business. */
export const mustReadRetentions = (actor: Actor): void => requirePermission(actor, 'retention.read')
/** Erasures are proved to the responsible person and to the audit administrator: no person is left in them. */
export const mustReadErasures = (actor: Actor): void => requirePermission(actor, 'erasure.read')
/** The yearly report is read by the responsible person, the office and the audit administrator. */
export const mustReadCompliance = (actor: Actor): void => requirePermission(actor, 'compliance.read')
/** The responsible person settles it. */
export const mustSettleCompliance = (actor: Actor): void => requirePermission(actor, 'compliance.settle')
/** The system administrator enters the holidays by which working days are counted. */
export const mustRecordHolidayYears = (actor: Actor): void => requirePermission(actor, 'holiday-year.record')
/** Whether the caller settles it. */
export const maySettleCompliance = (actor: Actor): boolean => actor.permissions.has('compliance.settle')
