import type { Actor } from '#platform/access/actor.ts'
import { requirePermission } from '#platform/access/permission.ts'

/** Masked cards: offices, care workers, leaders, guardian officers. */
export const mustReadChildren = (actor: Actor): void => requirePermission(actor, 'child.read')
/** Whether the card is shown, which says that a file was erased; to others that is told as little as anything else. */
export const mayReadChildren = (actor: Actor): boolean => actor.permissions.has('child.read')
/** Who looked at a file is known to those who may read its facts. */
export const mustReadFacts = (actor: Actor): void => requirePermission(actor, 'child.facts')
/** Whether the codes of facts are shown; health and harm besides need an approval. */
export const mayReadFacts = (actor: Actor): boolean => actor.permissions.has('child.facts')
/** New files are made by offices and care workers. */
export const mustRegisterChildren = (actor: Actor): void => requirePermission(actor, 'child.register')
/** Facts, consents and corrections are entered by offices and care workers. */
export const mustCorrectChildren = (actor: Actor): void => requirePermission(actor, 'child.correct')
/** Files are closed by offices and care workers. */
export const mustCloseChildren = (actor: Actor): void => requirePermission(actor, 'child.close')
/** Children are handed over between units by offices and care workers. */
export const mustTransferChildren = (actor: Actor): void => requirePermission(actor, 'child.transfer')
/** Opening needs this right and a living approval for this child; administrators and leaders have neither. */
export const mustOpenFiles = (actor: Actor): void => requirePermission(actor, 'child.open')
/** Offices and care workers may ask. */
export const mustRequestAccess = (actor: Actor): void => requirePermission(actor, 'access.request')
/** The person answerable for minors' data decides. */
export const mustDecideAccess = (actor: Actor): void => requirePermission(actor, 'access.decide')
/** Requests are seen by who decides them, one's own by oneself. */
export const mayDecideAccess = (actor: Actor): boolean => actor.permissions.has('access.decide')
/** Two records of one child are made one, or two again, by offices. */
export const mustMergeChildren = (actor: Actor): void => requirePermission(actor, 'child.merge')
/** Erasure is ordered by the person answerable for minors' data. */
export const mustEraseChildren = (actor: Actor): void => requirePermission(actor, 'child.erase')
